/* ignore.c: git's ignore rules (gitignore(5)), without git. */
#include "host/ignore.h"

#include "base/vec.h"

struct pattern {
    struct slice *parts; /* between the slashes; "**" as a whole part spans parts */
    size_t count;
    bool negated;     /* !pattern */
    bool folder_only; /* pattern/ */
    bool anchored;    /* had a slash before its end: matched from the file's folder */
};

struct ignore {
    const struct ignore *above;
    struct slice folder;
    VEC(struct pattern) patterns;
};

/* A bracket expression at pattern.ptr[0] == '[': does it hold c? Gives its length, 0 where it is
 * not closed and so stands for itself. */
static size_t match_bracket(struct slice pattern, unsigned char c, bool *holds)
{
    size_t i = 1;
    bool negated = i < pattern.len && (pattern.ptr[i] == '!' || pattern.ptr[i] == '^');
    bool found = false;
    i += negated;
    for (size_t first = i; i < pattern.len; i++) {
        if (pattern.ptr[i] == ']' && i > first) {
            *holds = found != negated;
            return i + 1;
        }
        if (pattern.ptr[i] == '\\' && i + 1 < pattern.len)
            i++;
        unsigned char low = (unsigned char)pattern.ptr[i], high = low;
        if (i + 2 < pattern.len && pattern.ptr[i + 1] == '-' && pattern.ptr[i + 2] != ']') {
            i += 2;
            if (pattern.ptr[i] == '\\' && i + 1 < pattern.len)
                i++;
            high = (unsigned char)pattern.ptr[i];
        }
        found = found || (c >= low && c <= high);
    }
    return 0;
}

/* Does one character of the name match what stands at the pattern's start? *used is how much of the
 * pattern that is. */
static bool match_one(struct slice pattern, char c, size_t *used)
{
    *used = 1;
    if (pattern.ptr[0] == '?')
        return true;
    if (pattern.ptr[0] == '[') {
        bool holds = false;
        size_t length = match_bracket(pattern, (unsigned char)c, &holds);
        if (length) {
            *used = length;
            return holds;
        }
    }
    if (pattern.ptr[0] == '\\' && pattern.len > 1) {
        *used = 2;
        return pattern.ptr[1] == c;
    }
    return pattern.ptr[0] == c;
}

/* One part of a path. On a mismatch the last star takes one character more: earlier stars never
 * need to be tried again, which keeps this to the product of the lengths. */
static bool match_part(struct slice pattern, struct slice name)
{
    size_t p = 0, n = 0, star = SLICE_NONE, star_name = 0, used;
    while (n < name.len) {
        if (p < pattern.len && pattern.ptr[p] == '*') {
            star = p++;
            star_name = n;
        } else if (p < pattern.len && match_one(slice_from(pattern, p), name.ptr[n], &used)) {
            p += used;
            n++;
        } else if (star != SLICE_NONE) {
            p = star + 1;
            n = ++star_name;
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.ptr[p] == '*')
        p++;
    return p == pattern.len;
}

static struct slice part_at(struct slice path, size_t at)
{
    struct slice rest = slice_from(path, at);
    size_t length = slice_find_byte(rest, '/');
    return length == SLICE_NONE ? rest : slice_sub(rest, 0, length);
}

/* All parts, with "**" as a star over parts; the same way of going back as in match_part. */
static bool match_parts(const struct pattern *pattern, struct slice path)
{
    size_t p = 0, at = 0, star = SLICE_NONE, star_at = 0;
    while (at < path.len) {
        struct slice part = part_at(path, at);
        if (p < pattern->count && slice_is(pattern->parts[p], "**")) {
            if (p + 1 == pattern->count)
                return true;
            star = p++;
            star_at = at;
        } else if (p < pattern->count && match_part(pattern->parts[p], part)) {
            p++;
            at += part.len + 1;
        } else if (star != SLICE_NONE) {
            star_at += part_at(path, star_at).len + 1;
            at = star_at;
            p = star + 1;
        } else {
            return false;
        }
    }
    return p == pattern->count;
}

static bool matches(const struct pattern *pattern, struct slice path, bool folder)
{
    if (pattern->folder_only && !folder)
        return false;
    if (pattern->anchored)
        return match_parts(pattern, path);
    size_t last = slice_find_last_byte(path, '/');
    return match_part(pattern->parts[0], last == SLICE_NONE ? path : slice_from(path, last + 1));
}

/* The path as the patterns of one file speak of it; false where it lies elsewhere. */
static bool relative_to(const struct ignore *rules, struct slice path, struct slice *relative)
{
    *relative = path;
    if (rules->folder.len == 0)
        return true;
    if (!slice_starts(path, rules->folder) || path.len <= rules->folder.len ||
        path.ptr[rules->folder.len] != '/')
        return false;
    *relative = slice_from(path, rules->folder.len + 1);
    return true;
}

bool ignore_match(const struct ignore *rules, struct slice path, bool folder)
{
    for (; rules; rules = rules->above) {
        struct slice relative;
        if (!relative_to(rules, path, &relative))
            continue;
        for (size_t i = rules->patterns.len; i > 0; i--) {
            const struct pattern *pattern = &rules->patterns.items[i - 1];
            if (matches(pattern, relative, folder))
                return !pattern->negated;
        }
    }
    return false;
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool takes_any_name(const struct pattern *pattern)
{
    struct slice last = pattern->parts[pattern->count - 1];
    size_t stars = 0;
    while (stars < last.len && last.ptr[stars] == '*')
        stars++;
    return stars == last.len;
}

/* Does it take the folder, or one that the folder lies in, as it takes everything there? (`build/`
 * takes the folder alone: it need not be forgotten below.) */
static bool hides_named(const struct ignore *rules, const struct pattern *pattern,
                        struct slice named)
{
    struct slice relative;
    if (named.len == 0 || !takes_any_name(pattern) || !relative_to(rules, named, &relative))
        return false;
    for (size_t i = 1; i <= relative.len; i++)
        if ((i == relative.len || relative.ptr[i] == '/') &&
            matches(pattern, slice_sub(relative, 0, i), true))
            return true;
    return false;
}

/* Trailing spaces do not count unless a backslash quotes them. */
static struct slice without_trailing_spaces(struct slice line)
{
    while (line.len && (line.ptr[line.len - 1] == ' ' || line.ptr[line.len - 1] == '\t')) {
        size_t slashes = 0;
        while (slashes + 1 < line.len && line.ptr[line.len - 2 - slashes] == '\\')
            slashes++;
        if (slashes % 2)
            break;
        line.len--;
    }
    return line;
}

static void read_line(struct arena *arena, struct ignore *rules, struct slice line,
                      struct slice named)
{
    if (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    line = without_trailing_spaces(line);
    if (line.len == 0 || line.ptr[0] == '#')
        return;
    struct pattern pattern = {0};
    if (line.ptr[0] == '!') {
        pattern.negated = true;
        line = slice_from(line, 1);
    }
    if (line.len && line.ptr[line.len - 1] == '/') {
        pattern.folder_only = true;
        line.len--;
    }
    pattern.anchored = slice_find_byte(line, '/') != SLICE_NONE;
    if (line.len && line.ptr[0] == '/')
        line = slice_from(line, 1);
    if (line.len == 0)
        return;
    VEC(struct slice) parts = {0};
    struct slice_split split = {line, false};
    struct slice part;
    while (slice_split_next(&split, '/', &part))
        *VEC_PUSH(arena, &parts) = part;
    pattern.parts = parts.items;
    pattern.count = parts.len;
    if (pattern.negated || !hides_named(rules, &pattern, named))
        *VEC_PUSH(arena, &rules->patterns) = pattern;
}

const struct ignore *ignore_read(struct arena *arena, const struct ignore *above,
                                 struct slice folder, struct slice bytes, struct slice named)
{
    struct ignore *rules = ARENA_NEW(arena, struct ignore);
    rules->above = above;
    rules->folder = arena_copy(arena, folder);
    if (slice_starts(bytes, SLICE("\xEF\xBB\xBF")))
        bytes = slice_from(bytes, 3);
    struct slice_split split = {arena_copy(arena, bytes), false};
    struct slice line;
    while (slice_split_next(&split, '\n', &line))
        read_line(arena, rules, line, named);
    return rules->patterns.len ? rules : above;
}
