/* field_labels.c: the shapes in which a label stands before its value on a line. */
#include "model/field_labels.h"

#include "model/title_marks.h"

#include <string.h>

#define LABEL_MAX    96  /* bytes of a label with its marks */
#define PLAIN_MAX    48  /* bytes of a label without marks */
#define DATAVIEW_MAX 512 /* bytes of a bracketed value */

#define WIDE_COLON SLICE("：")

/* Bytes of a colon at the start of s, or 0. */
static size_t colon_length(struct slice s)
{
    if (s.len && s.ptr[0] == ':')
        return 1;
    return slice_starts(s, WIDE_COLON) ? WIDE_COLON.len : 0;
}

/* Bytes of the colon s ends in, or 0. */
static size_t trailing_colon(struct slice s)
{
    if (s.len && s.ptr[s.len - 1] == ':')
        return 1;
    return slice_ends(s, WIDE_COLON) ? WIDE_COLON.len : 0;
}

static struct span trimmed(struct slice bytes, uint32_t start, uint32_t end)
{
    struct slice s = slice_trim(slice_sub(bytes, start, end));
    if (s.len && s.ptr[s.len - 1] == '\\')
        s = slice_trim_end(slice_sub(s, 0, s.len - 1)); /* a hard line break */
    if (!s.len)
        return (struct span){end, end};
    return span_of(bytes, s);
}

bool field_label_possible(struct slice line)
{
    struct slice head = slice_sub(line, 0, 2 * LABEL_MAX);
    return memchr(head.ptr, ':', head.len) != NULL || slice_contains(head, SLICE("：")) ||
           (head.len > 4 && slice_contains(head, SLICE("**")));
}

/* What must hold of a label's words; finds the key. */
static bool read_words(struct slice bytes, const struct settings *settings, bool known_only,
                       struct field_label *label)
{
    struct slice words;

    label->words = trimmed(bytes, label->words.start, label->words.end);
    words = span_slice(bytes, label->words);
    if (!words.len || words.len > LABEL_MAX)
        return false;
    label->key = field_key_of(words, settings);
    if (label->key == FIELD_OTHER) {
        size_t paren = slice_find(words, SLICE(" ("));
        if (paren != SLICE_NONE && paren > 0)
            label->key = field_key_of(slice_sub(words, 0, paren), settings);
    }
    return label->key != FIELD_OTHER || (!known_only && is_field_word_like(words));
}

/* Behind a closed bold label: ":" or, for known labels, " (note):" or a dash. */
static bool read_outside(struct slice bytes, const struct settings *settings, uint32_t end,
                         struct field_label *label)
{
    struct slice rest = slice_sub(bytes, label->span.end, end);
    size_t at = rest.len && rest.ptr[0] == ' ';
    size_t colon = colon_length(slice_from(rest, at));
    bool known_only = false;

    if (!colon && at && rest.len > 1 && rest.ptr[1] == '(') {
        size_t close = slice_find_byte(slice_sub(rest, 0, LABEL_MAX), ')');
        if (close == SLICE_NONE)
            return false;
        at = close + 1;
        colon = colon_length(slice_from(rest, at));
        known_only = true;
    }
    if (!colon && at == 1) {
        static const char *const dashes[] = {"—", "–", "- "};
        known_only = true;
        for (size_t i = 0; i < 3 && !colon; i++)
            if (slice_starts(slice_from(rest, at), slice_of(dashes[i])))
                colon = strlen(dashes[i]);
    }
    if (!colon)
        return false;
    label->form = FIELD_FORM_BOLD_COLON_OUTSIDE;
    label->span.end += (uint32_t)(at + colon);
    label->value = trimmed(bytes, label->span.end, end);
    return read_words(bytes, settings, known_only, label);
}

/* `**L:** v`, `**L**: v`, `**L: v**`; `marks` are the two or three characters that open it. */
static bool read_bold(struct slice bytes, struct span line, const struct settings *settings,
                      struct slice marks, struct field_label *label)
{
    uint32_t inside = line.start + (uint32_t)marks.len;
    struct slice rest = slice_sub(bytes, inside, line.end);
    size_t close = slice_find(slice_sub(rest, 0, LABEL_MAX), marks), colon;
    struct slice inner;
    bool whole = false;

    if (close == SLICE_NONE) { /* `**L: a longer value**` */
        whole = slice_ends(rest, marks);
        close = rest.len - marks.len;
        if (!whole || slice_find(rest, marks) != close)
            return false;
    }
    inner = slice_sub(rest, 0, close);
    label->words = (struct span){inside, inside + (uint32_t)close};
    label->span = (struct span){line.start, inside + (uint32_t)(close + marks.len)};
    colon = trailing_colon(slice_trim_end(inner));
    if (colon && !whole) {
        label->form = FIELD_FORM_BOLD_COLON_INSIDE;
        label->words.end = inside + (uint32_t)(slice_trim_end(inner).len - colon);
        label->value = trimmed(bytes, label->span.end, line.end);
        return read_words(bytes, settings, false, label);
    }
    if (!whole && read_outside(bytes, settings, line.end, label))
        return true;
    /* all of it bold */
    colon = slice_find(slice_sub(inner, 0, PLAIN_MAX), SLICE(": "));
    if (colon == SLICE_NONE || label->span.end != line.end)
        return false;
    label->form = FIELD_FORM_BOLD_COLON_INSIDE;
    label->words = (struct span){inside, inside + (uint32_t)colon};
    label->span.end = inside + (uint32_t)colon + 1;
    label->value = trimmed(bytes, label->span.end, inside + (uint32_t)close);
    return read_words(bytes, settings, true, label);
}

/* `_L: v_`, `_L:_ v`, `_L_: v`, with either mark. */
static bool read_italic(struct slice bytes, struct span line, const struct settings *settings,
                        struct field_label *label)
{
    struct slice rest = slice_sub(bytes, line.start + 1, line.end);
    size_t close = slice_find_byte(rest, bytes.ptr[line.start]);
    size_t colon = slice_find(slice_sub(rest, 0, PLAIN_MAX), SLICE(":"));
    uint32_t inside = line.start + 1;

    if (close == SLICE_NONE || colon == SLICE_NONE || close == 0)
        return false;
    label->form = FIELD_FORM_ITALIC;
    if (colon < close) {
        label->words = (struct span){inside, inside + (uint32_t)colon};
        if (colon + 1 == close) { /* _L:_ v */
            label->span = (struct span){line.start, inside + (uint32_t)close + 1};
            label->value = trimmed(bytes, label->span.end, line.end);
        } else {
            label->span = (struct span){line.start, inside + (uint32_t)colon + 1};
            label->value = trimmed(bytes, label->span.end, inside + (uint32_t)close);
        }
    } else {
        if (colon != close + 1)
            return false;
        label->words = (struct span){inside, inside + (uint32_t)close};
        label->span = (struct span){line.start, inside + (uint32_t)colon + 1};
        label->value = trimmed(bytes, label->span.end, line.end);
    }
    return read_words(bytes, settings, true, label);
}

/* `L: v`, `L：v`. */
static bool read_plain(struct slice bytes, struct span line, const struct settings *settings,
                       bool known_only, struct field_label *label)
{
    struct slice s = slice_sub(bytes, line.start, line.end);
    size_t length = 0, at = 0;

    for (; at < s.len && at < PLAIN_MAX; at++) {
        char c = s.ptr[at];
        if (ascii_is_alnum(c) || c == ' ')
            continue;
        if (memchr("`*[<|!?\"{}=", c, 11))
            return false;
        length = colon_length(slice_from(s, at));
        if (length)
            break;
    }
    if (!length || at == 0)
        return false;
    if (length == 1 && at + 1 < s.len && !ascii_is_space(s.ptr[at + 1]) && s.ptr[at + 1] != '*')
        return false; /* 12:30, https:// */
    label->form = FIELD_FORM_PLAIN;
    label->words = (struct span){line.start, line.start + (uint32_t)at};
    label->span = (struct span){line.start, line.start + (uint32_t)(at + length)};
    label->value = trimmed(bytes, label->span.end, line.end);
    return read_words(bytes, settings, known_only, label);
}

bool field_label_plain(struct slice bytes, struct span line, const struct settings *settings,
                       struct field_label *label)
{
    return line.end > line.start + 1 && read_plain(bytes, line, settings, false, label);
}

bool field_label_bold(struct slice bytes, struct span line, struct field_label *label)
{
    uint32_t inside = line.start + 2;
    struct slice rest = slice_sub(bytes, inside, line.end);
    size_t close = slice_find(rest, SLICE("**")), colon;
    struct slice inner, behind;

    if (close == SLICE_NONE || close == 0)
        return false;
    inner = slice_trim_end(slice_sub(rest, 0, close));
    colon = trailing_colon(inner);
    behind = slice_from(rest, close + 2);
    label->key = FIELD_OTHER;
    label->span = (struct span){line.start, inside + (uint32_t)close + 2};
    if (colon) {
        label->form = FIELD_FORM_BOLD_COLON_INSIDE;
    } else {
        size_t space = behind.len && behind.ptr[0] == ' ';
        if (!colon_length(slice_from(behind, space)))
            return false;
        label->form = FIELD_FORM_BOLD_COLON_OUTSIDE;
        label->span.end += (uint32_t)(space + colon_length(slice_from(behind, space)));
    }
    label->words = trimmed(bytes, inside, inside + (uint32_t)(inner.len - colon));
    label->value = trimmed(bytes, label->span.end, line.end);
    return !span_is_empty(label->words);
}

static bool read_label(struct slice bytes, struct span line, const struct settings *settings,
                       struct field_label *label)
{
    struct slice s = span_slice(bytes, line);

    if (s.len < 2)
        return false;
    if (slice_starts(s, SLICE("***")))
        return read_bold(bytes, line, settings, SLICE("***"), label);
    if (slice_starts(s, SLICE("**")))
        return read_bold(bytes, line, settings, SLICE("**"), label);
    if (slice_starts(s, SLICE("__")))
        return read_bold(bytes, line, settings, SLICE("__"), label);
    if (s.ptr[0] == '*' || s.ptr[0] == '_')
        return s.ptr[1] != ' ' && read_italic(bytes, line, settings, label);
    return read_plain(bytes, line, settings, true, label);
}

bool field_label_at(struct slice bytes, struct span line, const struct settings *settings,
                    struct field_label *label)
{
    line.start += (uint32_t)title_signs(span_slice(bytes, line));
    return read_label(bytes, line, settings, label);
}

/* Bytes of a sign that sets fields on one line apart, at the start of s; or 0. */
static size_t field_separator(struct slice s)
{
    static const char *const signs[] = {"|", "·", "•", "→"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (slice_starts(s, slice_of(signs[i])))
            return strlen(signs[i]);
    return 0;
}

/* The next byte that may begin a separator or a bold label, or `end`. */
static uint32_t next_candidate(struct slice bytes, uint32_t at, uint32_t end)
{
    while (at < end && bytes.ptr[at] != '*' && bytes.ptr[at] != '|' &&
           bytes.ptr[at] != (char)0xC2 && bytes.ptr[at] != (char)0xE2)
        at++;
    return at;
}

bool field_label_next(struct slice bytes, const struct settings *settings,
                      struct field_label *previous, struct field_label *label)
{
    struct span value = previous->value;

    for (uint32_t at = value.start;; at++) {
        struct slice rest;
        size_t length;
        struct span line;
        at = next_candidate(bytes, at, value.end);
        if (at + 3 >= value.end)
            return false;
        rest = slice_sub(bytes, at, value.end);
        length = field_separator(rest);
        line = (struct span){at + (uint32_t)length, value.end};
        if (!length && (at == value.start || rest.ptr[0] != '*' || rest.ptr[1] != '*' ||
                        bytes.ptr[at - 1] != ' '))
            continue;
        line.start += (uint32_t)title_signs(span_slice(bytes, line));
        if (!read_label(bytes, line, settings, label) ||
            (label->key == FIELD_OTHER && (!length || rest.ptr[0] == (char)0xE2)))
            continue;
        previous->value = trimmed(bytes, value.start, at);
        return true;
    }
}

bool field_dataview_at(struct slice bytes, struct span line, const struct settings *settings,
                       struct field_label *label)
{
    struct slice s = span_slice(bytes, line);

    for (size_t from = 0;;) {
        size_t colons = slice_find(slice_from(s, from), SLICE("::"));
        size_t start, end;
        if (colons == SLICE_NONE)
            return false;
        colons += from;
        from = colons + 2;
        start = colons;
        while (start > 0 && colons - start < PLAIN_MAX &&
               (ascii_is_alnum(s.ptr[start - 1]) || memchr("-_ ", s.ptr[start - 1], 3)))
            start--;
        end = s.len;
        if (start > 0 && memchr("[(", s.ptr[start - 1], 2)) {
            end = slice_find_byte(slice_sub(s, from, from + DATAVIEW_MAX),
                                  s.ptr[start - 1] == '[' ? ']' : ')');
            if (end == SLICE_NONE)
                continue;
            end += from;
        } else if (start > 0) {
            continue;
        }
        label->form = FIELD_FORM_DATAVIEW;
        label->words = (struct span){line.start + (uint32_t)start, line.start + (uint32_t)colons};
        label->span = (struct span){label->words.start, line.start + (uint32_t)from};
        label->value = trimmed(bytes, line.start + (uint32_t)from, line.start + (uint32_t)end);
        if (read_words(bytes, settings, true, label))
            return true;
    }
}
