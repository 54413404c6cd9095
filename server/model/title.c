/* title.c: taking a title apart: state and priority at its end, kind, number and id at its start. */
#include "model/title.h"

#include "model/title_marks.h"
#include "model/title_numbers.h"

#include <string.h>

/* ---- the end of a title ------------------------------------------------------------------------ */

/* The group in parentheses or brackets that s ends in: its inside; *start is where it begins. */
static bool trailing_group(struct slice s, struct slice *inside, size_t *start)
{
    static const char *const pairs[][2] = {{"(", ")"}, {"[", "]"}, {"（", "）"}};

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct slice open = slice_of(pairs[i][0]), close = slice_of(pairs[i][1]);
        size_t at, depth = 0;
        if (!slice_ends(s, close))
            continue;
        for (at = s.len - close.len + 1; at-- > 0;) {
            if (slice_starts(slice_from(s, at), close))
                depth++;
            else if (slice_starts(slice_from(s, at), open) && --depth == 0)
                break;
        }
        if (depth || at == SLICE_NONE)
            return false;
        *inside = slice_trim(slice_sub(s, at + open.len, s.len - close.len));
        *start = at;
        return true;
    }
    return false;
}

static bool is_priority(struct slice s, const struct settings *settings, struct slice *value)
{
    size_t colon = slice_find_byte(s, ':');

    if (s.len == 2 && (s.ptr[0] == 'P' || s.ptr[0] == 'p') && ascii_is_digit(s.ptr[1])) {
        *value = s;
        return true;
    }
    if (colon == SLICE_NONE ||
        field_key_of(slice_trim(slice_sub(s, 0, colon)), settings) != FIELD_PRIORITY)
        return false;
    *value = slice_trim(slice_from(s, colon + 1));
    return true;
}

static bool is_known_status(struct slice s, enum status *status)
{
    s = title_undecorate(s);
    if (!s.len)
        return false;
    *status = status_of(s);
    return *status != STATUS_NONE && *status != STATUS_UNKNOWN;
}

/* Takes state, priority and time in groups off the end, as many as there are. */
static struct slice read_end(struct slice s, const struct settings *settings,
                             struct title_parts *parts)
{
    struct slice inside;
    size_t start;

    for (;;) {
        struct slice bare = title_undecorate(s);
        struct slice tail = slice_trim(slice_from(s, (size_t)(bare.ptr - s.ptr) + bare.len));
        enum status status;
        if (tail.len && parts->status == STATUS_NONE && !slice_starts(tail, SLICE("🎉"))) {
            status = status_read(tail); /* a sign, as ✅; who cheers may cheer at what is to come */
            if (status != STATUS_NONE && status != STATUS_UNKNOWN) {
                parts->status = status;
                parts->status_text = tail;
            }
        }
        s = bare;
        if (!trailing_group(s, &inside, &start) || start == 0)
            return s;
        if (is_priority(inside, settings, &parts->priority))
            ;
        else if (is_known_status(inside, &status)) {
            parts->status = status;
            parts->status_text = inside;
        } else if (title_is_time(inside) && !parts->time.len) {
            parts->time = inside;
        } else {
            return s;
        }
        s = slice_trim_end(slice_sub(s, 0, start));
    }
}

/* "Foundation — COMPLETE", "Foundation ✅ COMPLETE": cuts the state off a name that stays a name. */
static struct slice cut_status(struct slice name, struct title_parts *parts)
{
    size_t from = name.len > 40 ? name.len - 40 : 1;

    for (size_t at = name.len; at-- > from;) {
        struct slice rest = slice_from(name, at);
        size_t length = 0;
        enum status status;
        if (name.ptr[at - 1] == ' ' || (unsigned char)name.ptr[at] >= 0xC0)
            length = title_decoration(rest) + title_separator_length(rest);
        if (!length || !is_known_status(slice_from(rest, length), &status))
            continue;
        if (!title_undecorate(slice_sub(name, 0, at)).len)
            return name;
        parts->status = status;
        parts->status_text = slice_trim(slice_from(rest, length));
        return title_undecorate(slice_sub(name, 0, at));
    }
    return name;
}

/* ---- the start --------------------------------------------------------------------------------- */

static size_t skip_marks(struct slice s, size_t at)
{
    while (at < s.len && memchr(" *`_", s.ptr[at], 4))
        at++;
    return at;
}

/* What follows kind and number: sets the separator, gives the name behind it. */
static struct slice read_separator(struct slice s, size_t at, struct title_parts *parts)
{
    size_t length = title_separator_length(slice_from(s, at));
    size_t paren = skip_marks(s, at);

    if (length) {
        parts->separator = TITLE_SEPARATOR;
        return title_undecorate(slice_from(s, at + length));
    }
    if (paren < s.len && (s.ptr[paren] == '(' || slice_starts(slice_from(s, paren), SLICE("（")))) {
        struct slice close = s.ptr[paren] == '(' ? SLICE(")") : SLICE("）");
        size_t end = slice_find(slice_from(s, paren), close);
        struct slice inside;
        parts->separator = TITLE_PAREN;
        if (end == SLICE_NONE)
            return title_undecorate(slice_from(s, paren));
        inside = slice_sub(s, paren + close.len, paren + end);
        s = slice_from(s, paren + end + close.len);
        if (title_is_time(inside) && !parts->time.len)
            parts->time = inside;
        length = title_separator_length(s);
        s = title_undecorate(slice_from(s, length));
        return s.len ? s : title_is_time(inside) ? s : title_undecorate(inside);
    }
    s = title_undecorate(slice_from(s, at));
    parts->separator = s.len ? TITLE_NO_SEPARATOR : TITLE_END;
    return s;
}

/* The number inside a kind word that has one: 第1阶段, 第二周. */
static struct slice number_inside(struct slice word)
{
    size_t at = 0;
    while (at < word.len && !ascii_is_digit(word.ptr[at]))
        at++;
    if (at < word.len)
        return slice_sub(word, at, at + title_digits(word, at));
    if (slice_starts(word, SLICE("第")))
        return slice_sub(word, 3, 6);
    return (struct slice){NULL, 0};
}

/* Reads the number or id behind a kind word of `length` bytes; gives where it ends. */
static size_t read_kind_number(struct slice s, size_t length, struct title_parts *parts)
{
    size_t at = skip_marks(s, length);
    bool upper = true;

    for (size_t i = 0; i < length; i++)
        upper = upper && ascii_is_upper(s.ptr[i]);
    if (at < s.len && s.ptr[at] == '#')
        at++;
    if (upper && at == length && title_id(s, &parts->id)) { /* US1, FR-003, M2 */
        size_t digits = length + (s.ptr[length] == '-');
        parts->number = slice_sub(s, digits, digits + title_number_length(s, digits));
        return title_id(s, &parts->id);
    }
    if (title_number_length(s, at)) {
        size_t end = at + title_number_length(s, at);
        end += title_range_length(s, end);
        parts->number = slice_sub(s, at, end);
        return end;
    }
    if (at == length) {
        parts->number = number_inside(slice_sub(s, 0, length));
        return length;
    }
    if (title_id(slice_from(s, at), &parts->id))
        return at + title_id(slice_from(s, at), &parts->id);
    if (title_letter_length(s, at) || title_word_number_length(s, at)) {
        size_t end = at + (title_letter_length(s, at) ? title_letter_length(s, at)
                                                      : title_word_number_length(s, at));
        parts->number = slice_sub(s, at, end);
        return end;
    }
    parts->number = number_inside(slice_sub(s, 0, length));
    return length;
}

/* Reads kind, number and id at the start of s; false where s does not begin with a kind. */
static bool read_kind(struct slice s, struct title_parts *parts)
{
    struct title_parts read = *parts;
    size_t length = 0, at;

    read.kind = item_kind_of(s, &length);
    if (read.kind == ITEM_OTHER)
        return false;
    read.number = read.id = (struct slice){NULL, 0};
    at = read_kind_number(s, length, &read);
    read.name = read_separator(s, at, &read);
    if (!read.number.len && !read.id.len &&
        (read.separator == TITLE_NO_SEPARATOR || read.separator == TITLE_END))
        return false;
    if (read.number.len && ascii_is_alpha(read.number.ptr[0]) &&
        read.separator == TITLE_NO_SEPARATOR)
        return false;
    *parts = read;
    return true;
}

void title_read(struct slice title, const struct settings *settings, struct title_parts *parts)
{
    struct slice s, number;
    size_t length;

    memset(parts, 0, sizeof *parts);
    s = read_end(title, settings, parts);
    parts->whole = s;
    if (!read_kind(s, parts)) {
        length = title_number(s, &number);
        if (length) {
            s = title_undecorate(slice_from(s, length));
            if (!read_kind(s, parts) || !parts->number.len)
                parts->number = number;
        }
        if (parts->kind == ITEM_OTHER) {
            length = title_id(s, &parts->id);
            parts->name = length ? read_separator(s, length, parts) : s;
            if (!length)
                parts->separator = parts->number.len ? TITLE_SEPARATOR : TITLE_NO_SEPARATOR;
        }
    }
    parts->name = cut_status(parts->name, parts);
    if (!parts->name.len && parts->status == STATUS_REVIEW) { /* "Day 4 (Testing)" */
        parts->name = parts->status_text;
        parts->status = STATUS_NONE;
        parts->status_text = (struct slice){NULL, 0};
    }
    if (!parts->name.len)
        parts->name = parts->whole;
}
