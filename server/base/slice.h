/* slice.h: a borrowed run of bytes, and the questions one asks of it.
 *
 * A slice owns nothing and need not end in NUL. The bytes are UTF-8 where they came from a valid
 * document, but every function here works on any bytes. "Case" means ASCII case; for the case of
 * every script see text/fold.h.
 */
#ifndef PLANLS_BASE_SLICE_H
#define PLANLS_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
    const char *ptr; /* may be NULL where len is 0 */
    size_t len;      /* bytes */
};

/* A slice of a string literal, usable in static initialisers. */
#define SLICE_INIT(literal)                                                                        \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }
#define SLICE(literal) ((struct slice)SLICE_INIT(literal))

/* For printf's "%.*s": passes length and pointer. */
#define SLICE_ARG(s) (int)(s).len, ((s).ptr ? (s).ptr : "")

/* No position: what the finders return when there is nothing. */
#define SLICE_NONE ((size_t)-1)

/* The smallest questions are asked of every byte and are inline for that reason. */

/* NULL gives the empty slice. */
static inline struct slice slice_of(const char *cstring)
{
    return (struct slice){cstring, cstring ? strlen(cstring) : 0};
}

/* Clamped to s; from > to is empty. */
static inline struct slice slice_sub(struct slice s, size_t from, size_t to)
{
    if (to > s.len)
        to = s.len;
    if (from > to)
        from = to;
    return (struct slice){s.len ? s.ptr + from : s.ptr, to - from}; /* NULL + 0 is undefined */
}

static inline struct slice slice_from(struct slice s, size_t from)
{
    return slice_sub(s, from, s.len);
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Equal, exact. */
static inline bool slice_is(struct slice s, const char *cstring)
{
    return slice_equal(s, (struct slice){cstring, strlen(cstring)});
}

bool slice_equal_nocase(struct slice a, struct slice b);
bool slice_is_nocase(struct slice s, const char *cstring); /* equal, ASCII case folded */
static inline bool slice_starts(struct slice s, struct slice prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || (s.ptr[0] == prefix.ptr[0] &&
                                                       memcmp(s.ptr, prefix.ptr, prefix.len) == 0));
}
bool slice_starts_nocase(struct slice s, struct slice prefix);
bool slice_ends(struct slice s, struct slice suffix);
bool slice_ends_nocase(struct slice s, struct slice suffix);
int slice_compare(struct slice a, struct slice b); /* bytewise; <0, 0, >0 */

/* First offset or SLICE_NONE; an empty needle is at 0. For needles of a few words: the cost is at
 * most s.len × needle.len. */
size_t slice_find(struct slice s, struct slice needle);
size_t slice_find_nocase(struct slice s, struct slice needle);
size_t slice_find_byte(struct slice s, char byte);
size_t slice_find_last_byte(struct slice s, char byte);
bool slice_contains(struct slice s, struct slice needle);

/* Without spaces, tabs, CR and LF at the ends. */
struct slice slice_trim(struct slice s);
struct slice slice_trim_start(struct slice s);
struct slice slice_trim_end(struct slice s);

/* Cuts *rest at the first `separator`: returns what stood before it and leaves in *rest what stands
 * after it. False once *rest has been used up (an empty input gives one empty piece). Start with
 * `struct slice_split it = {s, false}`. */
struct slice_split {
    struct slice rest;
    bool done;
};
bool slice_split_next(struct slice_split *it, char separator, struct slice *piece);

bool slice_has_digit(struct slice s);
/* Only digits, at least one, value at most UINT32_MAX: parses the whole slice. */
bool slice_to_u32(struct slice s, uint32_t *value);

/* ASCII classes that, unlike <ctype.h>, ignore the locale and take any char. */

static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_alpha(char c)
{
    return ascii_is_upper(c) || (c >= 'a' && c <= 'z');
}

static inline bool ascii_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}

/* Space, tab, CR, LF, VT, FF. */
static inline bool ascii_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char ascii_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

static inline char ascii_upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

#endif
