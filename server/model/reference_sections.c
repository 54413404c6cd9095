/* reference_sections.c: "Section 13", "Sections 2-4", "§ 7" behind a document's name or alone, and a
 * title in quotes behind it.
 */
#include "model/reference_build.h"
#include "model/words.h"

#include <string.h>

#define TITLE_MAX 100 /* bytes of a title in quotes */

static size_t skip(struct slice s, size_t at, const char *bytes)
{
    while (at < s.len && s.ptr[at] && strchr(bytes, s.ptr[at]))
        at++;
    return at;
}

static bool starts_at(struct slice s, size_t at, const char *text)
{
    return slice_starts(slice_from(s, at), slice_of(text));
}

static bool is_word_byte(char c)
{
    return ascii_is_alpha(c) || (unsigned char)c >= 0x80;
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* 13, 2.1; not "13%", "8th", "3x", "1,000". */
static size_t number_length(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && end - at < 16 &&
           (ascii_is_digit(s.ptr[end]) ||
            (s.ptr[end] == '.' && end > at && end + 1 < s.len && ascii_is_digit(s.ptr[end + 1]))))
        end++;
    if (end == at || !ascii_is_digit(s.ptr[at]))
        return 0;
    if (end < s.len && (ascii_is_alnum(s.ptr[end]) || s.ptr[end] == '%' || s.ptr[end] == '_'))
        return 0;
    return end - at;
}

/* "-4", "–4", " to 4": where the range's end begins, or SLICE_NONE. */
static size_t range_end(struct slice s, size_t at)
{
    static const char *const dashes[] = {"-", "–", "—", "to ", "bis ", "à ", "a ", "through "};
    size_t gap = skip(s, at, " ");
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (!starts_at(s, gap, dashes[i]) || (i > 2 && gap == at))
            continue;
        size_t next = skip(s, gap + slice_of(dashes[i]).len, " ");
        if (starts_at(s, next, "§"))
            next = skip(s, next + 2, " ");
        return number_length(s, next) ? next : SLICE_NONE;
    }
    return SLICE_NONE;
}

/* ", 7", " & 8", " and 9": where the list goes on, or SLICE_NONE. */
static size_t list_next(struct slice s, size_t at)
{
    static const char *const words[] = {"&", "and ", "und ", "et ", "y ", "e ", "и ", "、", "+"};
    size_t next = skip(s, at, " ");
    bool comma = next < s.len && s.ptr[next] == ',';
    if (comma)
        next = skip(s, next + 1, " ");
    bool any = comma;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!starts_at(s, next, words[i]))
            continue;
        next = skip(s, next + slice_of(words[i]).len, " ");
        any = true;
        break;
    }
    return any && number_length(s, next) ? next : SLICE_NONE;
}

/* ---- the word -------------------------------------------------------------------------------- */

struct numbers {
    size_t at; /* the first number */
    size_t word_end;
    bool list; /* the word is a plural, or § : a list may follow */
};

/* A section's word at `at` and the number behind it. */
static bool word_and_number(struct slice s, size_t at, struct numbers *numbers)
{
    size_t end = at;
    if (starts_at(s, at, "§")) {
        end = at + 2;
        if (starts_at(s, end, "§"))
            end += 2;
        numbers->list = true;
    } else {
        while (end < s.len && end - at < 32 && is_word_byte(s.ptr[end]))
            end++;
        if (end == at || !is_section_word(slice_sub(s, at, end)))
            return false;
        char last = s.ptr[end - 1];
        numbers->list = last == 's' || last == 'S' || last == 'e' || (unsigned char)last >= 0x80;
        if (end < s.len && s.ptr[end] == '.') /* "Sec. 4" */
            end++;
    }
    numbers->word_end = end;
    numbers->at = skip(s, end, " #");
    return number_length(s, numbers->at) > 0;
}

/* ---- adding ---------------------------------------------------------------------------------- */

static struct slice copy_part(struct reference_maker *maker, struct slice s, size_t at, size_t len)
{
    return arena_copy(maker->b->arena, slice_sub(s, at, at + len));
}

/* One number or range at `at` into the reference; gives the offset behind. */
static size_t set_numbers(struct reference_maker *maker, struct slice s, size_t at,
                          struct reference *reference)
{
    size_t end = at + number_length(s, at);
    reference->section_from = copy_part(maker, s, at, end - at);
    reference->section_to = reference->section_from;
    size_t to = range_end(s, end);
    if (to != SLICE_NONE) {
        size_t length = number_length(s, to);
        reference->section_to = copy_part(maker, s, to, length);
        end = to + length;
    }
    uint32_t base = maker->line.start;
    reference->section_span = (struct span){base + (uint32_t)at, base + (uint32_t)end};
    reference->span.end = base + (uint32_t)end;
    return end;
}

/* The numbers behind the first of a list: each a reference of its own to the same document, whose name
 * is the first one's alone (a rename must not change it twice). */
static size_t add_list(struct reference_maker *maker, struct slice s, size_t at, size_t index)
{
    for (size_t next; (next = list_next(s, at)) != SLICE_NONE;) {
        struct reference more = maker->b->model->references.items[index];
        more.span.start = maker->line.start + (uint32_t)next;
        more.kind = REFERENCE_SECTION;
        more.target_span = (struct span){more.span.start, more.span.start};
        more.section_title = more.fragment = SLICE("");
        at = set_numbers(maker, s, next, &more);
        *VEC_PUSH(maker->b->scratch, &maker->b->model->references) = more;
    }
    return at;
}

/* Length of a quoted text at `at` with its quotes; *inner gets what stands between. */
static size_t quoted_length(struct slice s, size_t at, struct slice *inner)
{
    static const char *const quotes[][2] = {{"\"", "\""}, {"“", "”"},   {"„", "“"},
                                            {"«", "»"},   {"「", "」"}, {"『", "』"}};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        if (!starts_at(s, at, quotes[i][0]))
            continue;
        size_t from = at + slice_of(quotes[i][0]).len;
        struct slice close = slice_of(quotes[i][1]);
        size_t length = slice_find(slice_sub(s, from, from + TITLE_MAX), close);
        if (length == SLICE_NONE || length < 3)
            return 0;
        *inner = slice_trim(slice_sub(s, from, from + length));
        return from + length + close.len - at;
    }
    return 0;
}

/* A title behind the number: `: "Weekly snapshot"`, `(weekly snapshot)`. */
static void read_title(struct reference_maker *maker, struct slice s, size_t at,
                       struct reference *reference)
{
    struct slice title = SLICE("");
    size_t from = skip(s, at, " :*`");
    if (quoted_length(s, from, &title) == 0 && from < s.len && s.ptr[from] == '(') {
        size_t close = slice_find_byte(slice_sub(s, from, from + TITLE_MAX), ')');
        /* "(20 min)" is no title */
        if (close != SLICE_NONE && !ascii_is_digit(s.ptr[from + 1]))
            title = slice_sub(s, from + 1, from + close);
        struct slice inner;
        if (title.len && quoted_length(title, 0, &inner) == title.len)
            title = inner;
    }
    reference->section_title = arena_copy(maker->b->arena, slice_trim(title));
}

/* Behind a document's name: marks that close around it, then what leads to a section. */
static size_t skip_lead(struct slice s, size_t at, bool *dash)
{
    at = skip(s, at, "*_`\"'");
    size_t gap = skip(s, at, " ");
    *dash = false;
    for (bool more = true; more;) {
        more = false;
        if (gap < s.len && strchr("-:,(>", s.ptr[gap]) && s.ptr[gap]) {
            gap++;
            more = *dash = true;
        } else if (starts_at(s, gap, "–") || starts_at(s, gap, "—") || starts_at(s, gap, "→")) {
            gap += 3;
            more = *dash = true;
        }
        gap = skip(s, gap, " *");
    }
    return gap;
}

uint32_t sections_behind(struct reference_maker *maker, size_t index, uint32_t at)
{
    struct slice s = span_slice(maker->b->bytes, maker->line);
    size_t from = at - maker->line.start;
    struct reference *reference = &maker->b->model->references.items[index];
    struct numbers numbers;
    struct slice title;
    bool dash;
    if (from >= s.len)
        return at;
    size_t lead = skip_lead(s, from, &dash);
    if (lead == from || lead >= s.len)
        return at;
    if (word_and_number(s, lead, &numbers)) {
        size_t end = set_numbers(maker, s, numbers.at, reference);
        reference->kind = REFERENCE_SECTION;
        read_title(maker, s, end, reference);
        if (numbers.list)
            end = add_list(maker, s, end, index);
        return maker->line.start + (uint32_t)end;
    }
    size_t length = quoted_length(s, lead, &title);
    if (length == 0)
        return at;
    reference->kind = REFERENCE_SECTION;
    reference->section_title = arena_copy(maker->b->arena, title);
    reference->span.end = maker->line.start + (uint32_t)(lead + length);
    return reference->span.end;
}

/* ---- alone ----------------------------------------------------------------------------------- */

/* Where the word before the number at `digit` begins, or SLICE_NONE. */
static size_t word_before(struct slice s, size_t digit)
{
    size_t end = digit;
    while (end > 0 && (s.ptr[end - 1] == ' ' || s.ptr[end - 1] == '.'))
        end--;
    size_t start = end;
    while (start > 0 && end - start < 32 && is_word_byte(s.ptr[start - 1]))
        start--;
    return start < end ? start : SLICE_NONE;
}

/* "§ 164.308": no document has a hundred sections, laws do. */
static bool is_law(struct slice s, size_t digit)
{
    size_t end = digit;
    while (end < s.len && ascii_is_digit(s.ptr[end]))
        end++;
    return end - digit >= 3;
}

bool section_bare_next(struct reference_maker *maker, uint32_t *at, uint32_t to)
{
    struct slice s = span_slice(maker->b->bytes, (struct span){maker->line.start, to});
    for (size_t i = *at - maker->line.start; i < s.len; i++) {
        struct numbers numbers;
        if (!ascii_is_digit(s.ptr[i]) || (i > 0 && ascii_is_alnum(s.ptr[i - 1])))
            continue;
        size_t word = word_before(s, i);
        if (word == SLICE_NONE || !word_and_number(s, word, &numbers) || numbers.at != i ||
            is_law(s, i))
            continue;
        uint32_t start = maker->line.start + (uint32_t)word;
        struct reference *reference =
            reference_add(maker, REFERENCE_SECTION, (struct span){start, start},
                          (struct span){start, start}, reference_named_document(maker));
        if (!reference)
            return false;
        size_t index = maker->b->model->references.len - 1;
        size_t end = set_numbers(maker, s, i, reference);
        read_title(maker, s, end, reference);
        if (numbers.list)
            end = add_list(maker, s, end, index);
        *at = maker->line.start + (uint32_t)end;
        return true;
    }
    *at = to;
    return false;
}
