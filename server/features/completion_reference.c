/* completion_reference.c: where in a half-typed link, wiki link, code span or section reference the cursor
 * is. What is offered there comes from completion_path.c, completion_section.c and completion_item.c. */
#include "features/completion.h"

#include "model/words.h"

#include <string.h>

static size_t find_last(struct slice s, const char *needle)
{
    size_t length = strlen(needle);
    for (size_t i = s.len; i-- > 0;)
        if (slice_starts(slice_from(s, i), (struct slice){needle, length}))
            return i;
    return SLICE_NONE;
}

/* Where the run of characters other than `stops` ends from the cursor on. */
static uint32_t run_end(const struct completing *c, const char *stops)
{
    uint32_t end = c->offset;
    while (end < c->line.end && !strchr(stops, c->bytes.ptr[end]))
        end++;
    return end;
}

static const struct document *document_of(const struct completing *c, enum reference_kind kind,
                                          struct slice path)
{
    struct reference reference = {
        .kind = kind, .path = path, .heading = NO_INDEX, .item = NO_INDEX};
    struct target target;
    if (path.len == 0)
        return c->document;
    enum resolution result = resolve_reference(c->workspace->ws, c->document, &reference, &target);
    return result == RESOLVED || result == UNRESOLVED_FRAGMENT ? target.document : NULL;
}

/* The path that a destination's %20 and the like stand for. */
static struct slice decoded(struct completing *c, struct slice path)
{
    static const char digits[] = "0123456789abcdef";
    char *out = arena_cstring(c->arena, path);
    size_t len = 0;
    for (size_t i = 0; i < path.len; i++) {
        const char *high = NULL, *low = NULL;
        if (path.ptr[i] == '%' && i + 2 < path.len) {
            high = memchr(digits, ascii_lower(path.ptr[i + 1]), 16);
            low = memchr(digits, ascii_lower(path.ptr[i + 2]), 16);
        }
        out[len++] = path.ptr[i];
        if (high && low) {
            out[len - 1] = (char)((high - digits) * 16 + (low - digits));
            i += 2;
        }
    }
    return (struct slice){out, len};
}

/* A destination from `start` on: a path, or behind '#' a heading of what it leads to. */
static bool in_destination(struct completing *c, uint32_t start)
{
    struct slice typed = span_slice(c->bytes, (struct span){start, c->offset});
    size_t hash = slice_find_byte(typed, '#');
    if (!completing_wants(c, "(#/") || slice_contains(typed, SLICE("://")) ||
        slice_starts(typed, SLICE("mailto:")))
        return true;
    if (hash == SLICE_NONE) {
        complete_paths(c, start, run_end(c, ")# \t"), true);
        return true;
    }
    const struct document *of =
        document_of(c, REFERENCE_LINK, decoded(c, slice_sub(typed, 0, hash)));
    if (of)
        complete_anchors(c, of, start + (uint32_t)hash + 1, run_end(c, ") \t"));
    return true;
}

/* [text](dest‸ and [label]: dest‸ */
static bool is_destination(struct completing *c)
{
    struct slice head = c->head;
    size_t open = find_last(head, "](");
    if (open != SLICE_NONE) {
        struct slice typed = slice_from(head, open + 2);
        if (slice_find_byte(typed, ')') == SLICE_NONE && slice_find_byte(typed, ' ') == SLICE_NONE)
            return in_destination(c, c->line.start + (uint32_t)open + 2);
    }
    struct slice trimmed = slice_trim_start(head);
    size_t close = slice_find(trimmed, SLICE("]: "));
    if (trimmed.len == 0 || trimmed.ptr[0] != '[' || close == SLICE_NONE ||
        slice_find_byte(slice_from(trimmed, close + 3), ' ') != SLICE_NONE ||
        slice_find_byte(slice_sub(trimmed, 1, close), ']') != SLICE_NONE ||
        (trimmed.len > 1 && trimmed.ptr[1] == '^'))
        return false;
    return in_destination(c, c->offset - (uint32_t)(trimmed.len - close - 3));
}

static bool is_wiki_link(struct completing *c)
{
    size_t open = find_last(c->head, "[[");
    if (open == SLICE_NONE)
        return false;
    struct slice typed = slice_from(c->head, open + 2);
    if (slice_contains(typed, SLICE("]]")))
        return false;
    uint32_t start = c->line.start + (uint32_t)open + 2;
    size_t hash = slice_find_byte(typed, '#');
    if (!completing_wants(c, "[#/") || slice_find_byte(typed, '|') != SLICE_NONE)
        return true; /* the words it shows */
    if (hash == SLICE_NONE) {
        complete_wiki_names(c, start, run_end(c, "]|#"));
        return true;
    }
    const struct document *of = document_of(c, REFERENCE_WIKI, slice_sub(typed, 0, hash));
    if (of)
        complete_wiki_titles(c, of, start + (uint32_t)hash + 1, run_end(c, "]|"));
    return true;
}

static bool is_in_code_span(struct completing *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->head.len; i++)
        count += c->head.ptr[i] == '`';
    if (count % 2 == 0)
        return false;
    size_t open = slice_find_last_byte(c->head, '`');
    struct slice typed = slice_from(c->head, open + 1);
    if (completing_wants(c, "/") && slice_find_byte(typed, ' ') == SLICE_NONE)
        complete_paths(c, c->line.start + (uint32_t)open + 1, run_end(c, "`# \t"), false);
    return true;
}

/* Is that '[' the beginning of a task's box? */
static bool is_box(struct slice head, size_t open)
{
    struct slice before = slice_trim_start(slice_sub(head, 0, open));
    while (before.len && before.ptr[0] == '>')
        before = slice_trim_start(slice_from(before, 1));
    if (before.len == 0 || slice_trim_end(before).len == before.len)
        return false;
    before = slice_trim_end(before);
    if (before.len == 1)
        return strchr("-*+", before.ptr[0]) != NULL;
    for (size_t i = 0; i + 1 < before.len; i++)
        if (!ascii_is_digit(before.ptr[i]))
            return false;
    return strchr(".)", before.ptr[before.len - 1]) != NULL;
}

/* [text‸ */
static bool is_link_text(struct completing *c)
{
    size_t open = slice_find_last_byte(c->head, '[');
    if (open == SLICE_NONE || slice_find_byte(slice_from(c->head, open), ']') != SLICE_NONE ||
        (open > 0 && c->head.ptr[open - 1] == '!') || is_box(c->head, open))
        return false;
    struct slice typed = slice_from(c->head, open + 1);
    if (slice_contains(typed, SLICE("::")) || slice_starts(typed, SLICE("^")))
        return false;
    if (!completing_wants(c, "["))
        return true;
    uint32_t end = c->offset;
    struct slice rest = c->tail;
    size_t close = slice_find_byte(rest, ']'), other = slice_find_byte(rest, '[');
    if (close != SLICE_NONE && (other == SLICE_NONE || close < other)) {
        end = c->offset + (uint32_t)close + 1;
        struct slice behind = slice_from(rest, close + 1);
        size_t paren = slice_find_byte(behind, ')');
        if (behind.len && behind.ptr[0] == '(' && paren != SLICE_NONE)
            end += (uint32_t)paren + 1;
    }
    complete_item_links(c, c->line.start + (uint32_t)open + 1, end);
    return true;
}

/* ---- FILE.md - Section 13 --------------------------------------------------------------------- */

/* The last file named on the line before `end`, as written; empty where none. */
static struct slice file_before(struct slice head)
{
    for (size_t i = head.len; i-- > 0;) {
        struct slice rest = slice_from(head, i);
        size_t extension = slice_starts_nocase(rest, SLICE(".md")) ? 3 : 0;
        if (extension == 0 || (i + 3 < head.len && ascii_is_alnum(head.ptr[i + 3])))
            continue;
        size_t start = i;
        while (start > 0 && !ascii_is_space(head.ptr[start - 1]) &&
               !strchr("`*_([<\"'|,", head.ptr[start - 1]))
            start--;
        /* An underscore is a part of FILE_NAME.md, but opens _FILE.md_ */
        while (start > 0 && head.ptr[start - 1] == '_' && start > 1 &&
               ascii_is_alnum(head.ptr[start - 2])) {
            start--;
            while (start > 0 && !ascii_is_space(head.ptr[start - 1]) &&
                   !strchr("`*([<\"'|,_", head.ptr[start - 1]))
                start--;
        }
        return slice_sub(head, start, i + 3);
    }
    return slice_sub(head, 0, 0);
}

static bool is_dash_only(struct slice s)
{
    s = slice_trim(s);
    while (s.len && strchr("`*_)>\"", s.ptr[0]))
        s = slice_trim(slice_from(s, 1));
    return slice_is(s, "-") || slice_is(s, "–") || slice_is(s, "—") || slice_is(s, "§");
}

static bool is_section(struct completing *c)
{
    struct slice head = c->head;
    size_t number = head.len;
    while (number > 0 && (ascii_is_digit(head.ptr[number - 1]) || head.ptr[number - 1] == '.'))
        number--;
    size_t word_end = number;
    while (word_end > 0 && head.ptr[word_end - 1] == ' ')
        word_end--;
    size_t word = word_end;
    while (word > 0 && !ascii_is_space(head.ptr[word - 1]))
        word--;
    struct slice file = completing_wants(c, " -") ? file_before(head) : slice_sub(head, 0, 0);
    bool said =
        word < word_end && word_end < head.len && is_section_word(slice_sub(head, word, word_end));
    if ((file.len == 0 && !said) || !completing_wants(c, " -"))
        return false;
    const struct document *of = document_of(c, REFERENCE_BARE, file);
    uint32_t start = c->line.start + (uint32_t)(said ? number : head.len);
    if (said && of) {
        complete_sections(c, of, start, run_end(c, " \t,;:)]|"), SLICE(""));
        return true;
    }
    struct slice between = slice_from(head, (size_t)(file.ptr + file.len - head.ptr));
    if (!of || said || of == c->document || !is_dash_only(between))
        return false;
    bool spaced = ascii_is_space(head.ptr[head.len - 1]);
    complete_sections(c, of, c->offset, c->offset, spaced ? SLICE("Section ") : SLICE(" Section "));
    return true;
}

bool complete_reference(struct completing *c)
{
    return is_in_code_span(c) || is_wiki_link(c) || is_destination(c) || is_link_text(c) ||
           is_section(c);
}
