/* labels.c: a label and its value at the start of a line, read from the bytes alone. */
#include "model/labels.h"

#define LABEL_MAX 48

static bool is_mark(char c)
{
    return c == '*' || c == '_' || c == '~';
}

struct span span_trim(struct slice bytes, struct span span)
{
    while (span.start < span.end && ascii_is_space(bytes.ptr[span.start]))
        span.start++;
    while (span.end > span.start && ascii_is_space(bytes.ptr[span.end - 1]))
        span.end--;
    return span;
}

struct span span_unmarked(struct slice bytes, struct span span)
{
    span = span_trim(bytes, span);
    while (span.start < span.end &&
           (is_mark(bytes.ptr[span.start]) || ascii_is_space(bytes.ptr[span.start])))
        span.start++;
    while (span.end > span.start &&
           (is_mark(bytes.ptr[span.end - 1]) || ascii_is_space(bytes.ptr[span.end - 1])))
        span.end--;
    return span;
}

/* Where the colon of a label stands, and how long it is; 0 where there is none. */
static size_t find_colon(struct slice s, size_t *at)
{
    for (size_t i = 0; i < s.len && i <= LABEL_MAX; i++) {
        char c = s.ptr[i];
        if (c == '`' || c == '[' || c == '(')
            return 0;
        if (c != ':' && c != '\xEF')
            continue;
        bool wide = c != ':';
        if (wide && !slice_starts(slice_from(s, i), SLICE("：")))
            continue;
        *at = i;
        /* "12:30", "https://": no label's colon stands before a letter */
        if (!wide && i + 1 < s.len && !ascii_is_space(s.ptr[i + 1]) && !is_mark(s.ptr[i + 1]))
            return 0;
        return wide ? 3 : 1;
    }
    return 0;
}

bool label_read(struct slice bytes, struct span line, struct label *label)
{
    line = span_trim(bytes, line);
    struct slice s = span_slice(bytes, line);
    size_t colon = 0;
    size_t length = find_colon(s, &colon);
    if (length == 0)
        return false;
    label->words = span_unmarked(bytes, (struct span){line.start, line.start + (uint32_t)colon});
    if (span_is_empty(label->words))
        return false;
    struct span value = {line.start + (uint32_t)(colon + length), line.end};
    while (value.start < value.end && is_mark(bytes.ptr[value.start]))
        value.start++; /* `**L:** v`: what closes the label; `**L**: **v**` has a space before */
    value = span_trim(bytes, value);
    /* `_L: v_`: opened before the label, closed behind the value */
    if (s.ptr[0] == '_' && value.end > value.start && bytes.ptr[value.end - 1] == '_')
        value.end--;
    label->value = value;
    return true;
}
