/* remove_dependency.c: the edit that takes one name out of a list of dependencies. */
#include "edits/remove_dependency.h"

/* Bytes of separator and space at the start of `s`: ", ", " & ", "; ", " and ", " + "; 0 if none. */
static size_t separator_at_start(struct slice s)
{
    size_t i = 0;
    while (i < s.len && s.ptr[i] == ' ')
        i++;
    struct slice rest = slice_from(s, i);
    if (slice_starts_nocase(rest, SLICE("and ")) && i > 0)
        return i + 4;
    if (rest.len == 0 ||
        (rest.ptr[0] != ',' && rest.ptr[0] != ';' && rest.ptr[0] != '&' && rest.ptr[0] != '+'))
        return 0;
    for (i++; i < s.len && s.ptr[i] == ' ';)
        i++;
    return i;
}

static size_t separator_at_end(struct slice s)
{
    size_t i = s.len;
    while (i > 0 && s.ptr[i - 1] == ' ')
        i--;
    struct slice rest = slice_sub(s, 0, i);
    if (slice_ends_nocase(rest, SLICE(" and")))
        i -= 4;
    else if (i > 0 && (s.ptr[i - 1] == ',' || s.ptr[i - 1] == ';' || s.ptr[i - 1] == '&' ||
                       s.ptr[i - 1] == '+'))
        i--;
    else
        return 0;
    while (i > 0 && s.ptr[i - 1] == ' ')
        i--;
    return s.len - i;
}

/* Is the name alone in parentheses that say it is a dependency? Then *open is where they open. */
static bool alone_in_remark(struct slice before, struct slice after, size_t *open)
{
    *open = slice_find_last_byte(before, '(');
    if (*open == SLICE_NONE || after.len == 0 || after.ptr[0] != ')')
        return false;
    struct slice words = slice_from(before, *open + 1);
    return slice_find_nocase(words, SLICE("depend")) != SLICE_NONE ||
           slice_find_nocase(words, SLICE("after")) != SLICE_NONE ||
           slice_find_nocase(words, SLICE("block")) != SLICE_NONE;
}

struct text_edit remove_dependency(const struct text *text, struct span where)
{
    struct span line = text_line(text, text_line_of(text, where.start));
    struct slice before = span_slice(text->bytes, (struct span){line.start, where.start});
    struct slice after = span_slice(text->bytes, (struct span){where.end, line.end});
    size_t cut = separator_at_start(after);
    if (cut)
        return (struct text_edit){{where.start, where.end + (uint32_t)cut}, SLICE("")};
    cut = separator_at_end(before);
    if (cut)
        return (struct text_edit){{where.start - (uint32_t)cut, where.end}, SLICE("")};
    size_t open;
    if (alone_in_remark(before, after, &open)) {
        uint32_t start = line.start + (uint32_t)open;
        start -= start > line.start && text->bytes.ptr[start - 1] == ' ';
        return (struct text_edit){{start, where.end + 1}, SLICE("")};
    }
    return (struct text_edit){where, SLICE("None")};
}
