/* glob.c: do a pattern and a path match? */
#include "model/settings.h"

#include "text/utf8.h"

#include <stdint.h>
#include <string.h>

#define LONGEST_PATTERN 1024 /* a longer one matches nothing */
#define MOST_EXPANSIONS 256  /* of {a,b} in one pattern */

/* Matches the class `[…]` at the start of *pattern against c and steps behind it. A bracket that is
 * never closed is an ordinary character. */
static bool match_class(struct slice *pattern, uint32_t c, bool *closed)
{
    struct slice rest = slice_from(*pattern, 1);
    bool negated = rest.len > 0 && (rest.ptr[0] == '!' || rest.ptr[0] == '^'), found = false;
    size_t at = negated ? 1 : 0;
    for (bool first = true; at < rest.len && (first || rest.ptr[at] != ']'); first = false) {
        uint32_t low, high;
        at += utf8_decode(slice_from(rest, at), &low);
        high = low;
        if (at + 1 < rest.len && rest.ptr[at] == '-' && rest.ptr[at + 1] != ']') {
            at++;
            at += utf8_decode(slice_from(rest, at), &high);
        }
        found = found || (c >= low && c <= high);
    }
    *closed = at < rest.len;
    if (*closed)
        *pattern = slice_from(rest, at + 1);
    return found != negated;
}

/* One character of the pattern (not `*`) against the first of the name; steps both on a match. */
static bool match_one(struct slice *pattern, struct slice *name)
{
    struct slice p = *pattern;
    uint32_t c, wanted;
    if (p.len == 0 || name->len == 0)
        return false;
    unsigned len = utf8_decode(*name, &c);
    bool matches = false, closed = false;
    if (p.ptr[0] == '[')
        matches = match_class(&p, c, &closed);
    if (!closed) {
        bool any = p.ptr[0] == '?';
        if (p.ptr[0] == '\\' && p.len > 1)
            p = slice_from(p, 1);
        p = slice_from(p, utf8_decode(p, &wanted));
        matches = any || wanted == c;
    }
    if (matches) {
        *pattern = p;
        *name = slice_from(*name, len);
    }
    return matches;
}

/* One part of a path, without '/'. After a `*` fails further on, only the last `*` need be retried. */
static bool match_part(struct slice pattern, struct slice name)
{
    struct slice star = {NULL, 0}, retry = {NULL, 0};
    while (name.len > 0) {
        if (pattern.len > 0 && pattern.ptr[0] == '*') {
            star = pattern = slice_from(pattern, 1);
            retry = name;
        } else if (!match_one(&pattern, &name)) {
            if (!star.ptr)
                return false;
            uint32_t c;
            retry = slice_from(retry, utf8_decode(retry, &c));
            pattern = star;
            name = retry;
        }
    }
    while (pattern.len > 0 && pattern.ptr[0] == '*')
        pattern = slice_from(pattern, 1);
    return pattern.len == 0;
}

/* Cuts the first part off; false where nothing is left. */
static bool take_part(struct slice *path, struct slice *part)
{
    if (!path->ptr)
        return false;
    size_t slash = slice_find_byte(*path, '/');
    *part = slash == SLICE_NONE ? *path : slice_sub(*path, 0, slash);
    *path = slash == SLICE_NONE ? (struct slice){NULL, 0} : slice_from(*path, slash + 1);
    return true;
}

static bool match_path(struct slice pattern, struct slice path)
{
    struct slice star = {NULL, 0}, retry = {NULL, 0}, wanted, part;
    bool starred = false;
    while (path.ptr) {
        struct slice rest = pattern, left = path;
        bool have = take_part(&rest, &wanted);
        if (have && slice_is(wanted, "**")) {
            starred = true;
            star = pattern = rest;
            retry = path;
            if (!pattern.ptr)
                return true;
            continue;
        }
        take_part(&left, &part);
        if (have && match_part(wanted, part)) {
            pattern = rest;
            path = left;
        } else if (starred) {
            take_part(&retry, &part);
            pattern = star;
            path = retry;
        } else {
            return false;
        }
    }
    return !pattern.ptr || slice_is(pattern, "**");
}

/* Offset of the '}' that closes the '{' at `open`, or SLICE_NONE. */
static size_t closing_brace(struct slice pattern, size_t open)
{
    size_t depth = 0;
    for (size_t i = open; i < pattern.len; i++) {
        if (pattern.ptr[i] == '{')
            depth++;
        else if (pattern.ptr[i] == '}' && --depth == 0)
            return i;
    }
    return SLICE_NONE;
}

/* Replaces the first {a,b} by each of its parts in turn. `depth` grows with each, so it is bounded by
 * the number of braces. */
static bool match_expanded(struct slice pattern, struct slice path, unsigned *expansions)
{
    size_t open = slice_find_byte(pattern, '{');
    size_t close = open == SLICE_NONE ? SLICE_NONE : closing_brace(pattern, open);
    if (close == SLICE_NONE)
        return match_path(pattern, path);
    size_t start = open + 1, depth = 0;
    for (size_t i = start; i <= close; i++) {
        char c = pattern.ptr[i];
        if (c == '{')
            depth++;
        else if (c == '}' && depth > 0)
            depth--;
        else if (depth == 0 && (c == ',' || i == close)) {
            char text[LONGEST_PATTERN];
            size_t tail = pattern.len - close - 1, len = i - start;
            if ((*expansions)++ >= MOST_EXPANSIONS)
                return false;
            memcpy(text, pattern.ptr, open);
            memcpy(text + open, pattern.ptr + start, len);
            memcpy(text + open + len, pattern.ptr + close + 1, tail);
            if (match_expanded((struct slice){text, open + len + tail}, path, expansions))
                return true;
            start = i + 1;
        }
    }
    return false;
}

bool glob_match(struct slice pattern, struct slice path)
{
    unsigned expansions = 0;
    if (slice_starts(pattern, SLICE("./")))
        pattern = slice_from(pattern, 2);
    if (pattern.len == 0 || pattern.len > LONGEST_PATTERN || path.len == 0)
        return false;
    return match_expanded(pattern, path, &expansions);
}
