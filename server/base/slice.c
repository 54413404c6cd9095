/* slice.c: questions one asks of a borrowed run of bytes. */
#include "base/slice.h"

#include <assert.h>
#include <string.h>

static bool same_bytes(const char *a, const char *b, size_t len)
{
    if (len == 0)
        return true; /* either may be NULL */
    assert(a && b);
    return memcmp(a, b, len) == 0;
}

static bool same_bytes_nocase(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (ascii_lower(a[i]) != ascii_lower(b[i]))
            return false;
    return true;
}

bool slice_equal_nocase(struct slice a, struct slice b)
{
    return a.len == b.len && same_bytes_nocase(a.ptr, b.ptr, a.len);
}

/* Asked of one word after another of a table: most differ in their first letter. */
bool slice_is_nocase(struct slice s, const char *cstring)
{
    for (size_t i = 0; i < s.len; i++)
        if (cstring[i] == '\0' || ascii_lower(s.ptr[i]) != ascii_lower(cstring[i]))
            return false;
    return cstring[s.len] == '\0';
}

bool slice_starts_nocase(struct slice s, struct slice prefix)
{
    return s.len >= prefix.len && same_bytes_nocase(s.ptr, prefix.ptr, prefix.len);
}

bool slice_ends(struct slice s, struct slice suffix)
{
    return s.len >= suffix.len && slice_equal(slice_from(s, s.len - suffix.len), suffix);
}

bool slice_ends_nocase(struct slice s, struct slice suffix)
{
    return s.len >= suffix.len && slice_equal_nocase(slice_from(s, s.len - suffix.len), suffix);
}

int slice_compare(struct slice a, struct slice b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.ptr, b.ptr, common) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t slice_find_byte(struct slice s, char byte)
{
    if (s.len == 0)
        return SLICE_NONE;
    assert(s.ptr);
    const char *at = memchr(s.ptr, byte, s.len);
    return at ? (size_t)(at - s.ptr) : SLICE_NONE;
}

size_t slice_find_last_byte(struct slice s, char byte)
{
    for (size_t i = s.len; i-- > 0;)
        if (s.ptr[i] == byte)
            return i;
    return SLICE_NONE;
}

size_t slice_find(struct slice s, struct slice needle)
{
    if (needle.len == 0)
        return 0;
    for (size_t from = 0; needle.len <= s.len - from;) {
        /* memchr only where the whole needle still fits behind what it finds. */
        struct slice starts = slice_sub(s, from, s.len - needle.len + 1);
        size_t at = slice_find_byte(starts, needle.ptr[0]);
        if (at == SLICE_NONE)
            return SLICE_NONE;
        from += at;
        if (same_bytes(s.ptr + from, needle.ptr, needle.len))
            return from;
        from++;
    }
    return SLICE_NONE;
}

/* Where in a needle its rarest letter stands, as letters go in the languages of plans. */
static size_t rarest_letter(struct slice needle)
{
    /* By letter, " etaoinsrhldcumfpgwybvkxjqz" counted from 0. */
    static const unsigned char ranks[26] = {3, 20, 12, 11, 1, 15, 17, 9,  5,  24, 22, 10, 14,
                                            6, 4,  16, 25, 8, 7,  2,  13, 21, 18, 23, 19, 26};
    size_t best = 0;
    unsigned rank = 0;
    for (size_t i = 0; i < needle.len; i++) {
        char c = ascii_lower(needle.ptr[i]);
        unsigned its_rank = c >= 'a' && c <= 'z' ? ranks[c - 'a'] : c == ' ' ? 0 : 27;
        if (its_rank > rank) {
            best = i;
            rank = its_rank;
        }
    }
    return best;
}

static const char *find_byte(const char *from, const char *end, char c)
{
    const char *found = from < end ? memchr(from, c, (size_t)(end - from)) : NULL;
    return found ? found : end;
}

/* Goes from one place of the needle's rarest letter, in either case, to the next. */
size_t slice_find_nocase(struct slice s, struct slice needle)
{
    if (needle.len == 0 || needle.len > s.len)
        return needle.len == 0 ? 0 : SLICE_NONE;
    size_t anchor = rarest_letter(needle);
    char lower = ascii_lower(needle.ptr[anchor]), upper = ascii_upper(needle.ptr[anchor]);
    const char *at = s.ptr + anchor, *end = s.ptr + s.len - (needle.len - 1 - anchor);
    const char *next_lower = find_byte(at, end, lower);
    const char *next_upper = lower == upper ? end : find_byte(at, end, upper);
    while ((at = next_lower < next_upper ? next_lower : next_upper) < end) {
        if (same_bytes_nocase(at - anchor, needle.ptr, needle.len))
            return (size_t)(at - anchor - s.ptr);
        if (at == next_lower)
            next_lower = find_byte(at + 1, end, lower);
        else
            next_upper = find_byte(at + 1, end, upper);
    }
    return SLICE_NONE;
}

bool slice_contains(struct slice s, struct slice needle)
{
    return slice_find(s, needle) != SLICE_NONE;
}

static bool is_trimmed(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct slice slice_trim_start(struct slice s)
{
    size_t from = 0;
    while (from < s.len && is_trimmed(s.ptr[from]))
        from++;
    return slice_from(s, from);
}

struct slice slice_trim_end(struct slice s)
{
    size_t to = s.len;
    while (to > 0 && is_trimmed(s.ptr[to - 1]))
        to--;
    return slice_sub(s, 0, to);
}

struct slice slice_trim(struct slice s)
{
    return slice_trim_end(slice_trim_start(s));
}

bool slice_split_next(struct slice_split *it, char separator, struct slice *piece)
{
    if (it->done)
        return false;
    size_t at = slice_find_byte(it->rest, separator);
    if (at == SLICE_NONE) {
        *piece = it->rest;
        it->rest = slice_from(it->rest, it->rest.len);
        it->done = true;
    } else {
        *piece = slice_sub(it->rest, 0, at);
        it->rest = slice_from(it->rest, at + 1);
    }
    return true;
}

bool slice_has_digit(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.ptr[i]))
            return true;
    return false;
}

bool slice_to_u32(struct slice s, uint32_t *value)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.ptr[i]))
            return false;
        sum = sum * 10 + (uint64_t)(s.ptr[i] - '0');
        if (sum > UINT32_MAX)
            return false;
    }
    if (s.len == 0)
        return false;
    *value = (uint32_t)sum;
    return true;
}
