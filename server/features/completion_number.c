/* completion_number.c: the number that a list or a table goes on with: KR3 below KR2, FR-004 below FR-003. */
#include "features/completion.h"

#include <string.h>

/* "- **FR-003**: " in its parts. */
struct numbered {
    struct slice marks;  /* "**" */
    struct slice prefix; /* "FR-" */
    size_t digits;
    uint32_t number;
    struct slice behind; /* "**: " */
};

static size_t marks_length(struct slice s)
{
    size_t at = 0;
    while (at < s.len && (s.ptr[at] == '*' || s.ptr[at] == '_'))
        at++;
    return at;
}

/* A short word, perhaps a hyphen or space, and a number. */
static bool read_numbered(struct slice s, struct numbered *out)
{
    size_t marks = marks_length(s), at = marks;
    while (at < s.len && ascii_is_alpha(s.ptr[at]))
        at++;
    if (at == marks || at - marks > 12)
        return false;
    if (at < s.len && (s.ptr[at] == '-' || s.ptr[at] == ' '))
        at++;
    size_t digits = at;
    while (at < s.len && ascii_is_digit(s.ptr[at]))
        at++;
    *out = (struct numbered){.marks = slice_sub(s, 0, marks),
                             .prefix = slice_sub(s, marks, digits),
                             .digits = at - digits};
    if (at == digits || at - digits > 5 || !slice_to_u32(slice_sub(s, digits, at), &out->number))
        return false;
    size_t end = at + marks_length(slice_from(s, at));
    if (end < s.len && s.ptr[end] == ':')
        end++;
    end += marks_length(slice_from(s, end));
    while (end < s.len && s.ptr[end] == ' ')
        end++;
    out->behind = slice_sub(s, at, end);
    return true;
}

/* The entry above in the same list: what stands behind its bullet. */
static bool find_above(const struct completing *c, size_t bullet, struct slice *above)
{
    const struct text *text = &c->document->text;
    uint32_t line = text_line_of(text, c->line.start);
    for (unsigned looked = 0; line-- > 0 && looked < 40; looked++) {
        struct slice s = span_slice(c->bytes, text_line(text, line));
        size_t its = completing_bullet(s);
        size_t indent = s.len - slice_trim_start(s).len;
        if (its == bullet) {
            *above = slice_from(s, its);
            return true;
        }
        if (slice_trim(s).len && indent < bullet)
            return false;
    }
    return false;
}

static void add_next(struct completing *c, const struct numbered *above, bool marked)
{
    const char *name = arena_printf(c->arena, "%.*s%0*u", SLICE_ARG(above->prefix),
                                    (int)(above->digits), above->number + 1);
    struct slice marks = marked ? slice_sub(above->marks, 0, 0) : above->marks;
    const char *text =
        arena_printf(c->arena, "%.*s%s%.*s", SLICE_ARG(marks), name, SLICE_ARG(above->behind));
    if (!completing_fits(c, slice_of(name)))
        return;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_VALUE, slice_of(name), slice_of(text));
    if (completion)
        completion->detail = "the next number";
}

/* The first cell of a row below one that begins with a number. */
static void complete_first_cell(struct completing *c, struct slice typed)
{
    const struct text *text = &c->document->text;
    uint32_t line = text_line_of(text, c->line.start);
    struct numbered above;
    if (line == 0)
        return;
    struct slice row = slice_trim(span_slice(c->bytes, text_line(text, line - 1)));
    if (!slice_starts(row, SLICE("|")) || !read_numbered(slice_trim(slice_from(row, 1)), &above))
        return;
    above.behind = slice_sub(above.behind, 0, marks_length(above.behind));
    completing_from(c, c->offset - (uint32_t)typed.len, c->offset);
    add_next(c, &above, false);
}

bool complete_number(struct completing *c)
{
    struct slice head = slice_trim_start(c->head);
    struct slice tail = slice_from(c->tail, marks_length(c->tail));
    struct numbered above;
    struct slice entry;
    if (!completing_wants(c, " *-"))
        return false;
    if (slice_starts(head, SLICE("|")) && slice_find_byte(slice_from(head, 1), '|') == SLICE_NONE) {
        complete_first_cell(c, slice_trim_start(slice_from(head, 1)));
        return true;
    }
    if (slice_trim(tail).len)
        return false;
    size_t bullet = completing_bullet(c->head);
    if (bullet == SLICE_NONE || !find_above(c, bullet, &entry) || !read_numbered(entry, &above) ||
        slice_find_byte(above.behind, ':') == SLICE_NONE)
        return false;
    struct slice typed = slice_from(c->head, bullet);
    size_t marks = marks_length(typed);
    struct slice word = slice_from(typed, marks);
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_alnum(word.ptr[i]) && word.ptr[i] != '-')
            return false;
    if (marks && !slice_equal(slice_sub(typed, 0, marks), above.marks))
        return false;
    completing_from(c, c->offset - (uint32_t)word.len, c->offset + (uint32_t)marks_length(c->tail));
    c->closed = c->end;
    add_next(c, &above, marks > 0);
    return false; /* a field may be meant as well */
}
