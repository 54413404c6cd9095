/* changing.c: a gap buffer that is addressed by lines and columns. */
#include "text/changing.h"

#include <stdlib.h>
#include <string.h>

/* Bytes the gap gets beyond what is asked for, at least. */
#define SLACK 4096

void changing_init(struct changing *changing, struct slice text)
{
    *changing = (struct changing){0};
    changing_set(changing, text);
}

void changing_release(struct changing *changing)
{
    free(changing->bytes);
    *changing = (struct changing){0};
}

static void copy(char *to, const char *from, size_t len)
{
    if (len > 0)
        memmove(to, from, len);
}

/* Makes the gap at least so wide. */
static void reserve(struct changing *changing, size_t wanted)
{
    size_t behind = changing->cap - changing->rest;
    if (changing->rest - changing->gap >= wanted)
        return;
    if (wanted >= SIZE_MAX / 4 - changing->cap)
        memory_exhausted();
    size_t cap = 2 * (changing->gap + behind) + wanted + SLACK;
    char *bytes = memory_alloc(cap);
    copy(bytes, changing->bytes, changing->gap);
    copy(bytes + cap - behind, changing->bytes + changing->rest, behind);
    free(changing->bytes);
    changing->bytes = bytes;
    changing->rest = cap - behind;
    changing->cap = cap;
}

void changing_set(struct changing *changing, struct slice text)
{
    changing->gap = 0;
    changing->rest = changing->cap;
    changing->line = 0;
    reserve(changing, text.len + SLACK);
    changing->rest -= text.len;
    copy(changing->bytes + changing->rest, text.ptr, text.len);
}

/* The last `len` bytes before the gap go behind it. */
static void put_behind(struct changing *changing, size_t len)
{
    changing->gap -= len;
    changing->rest -= len;
    copy(changing->bytes + changing->rest, changing->bytes + changing->gap, len);
}

/* The first `len` bytes behind the gap go before it. */
static void put_before(struct changing *changing, size_t len)
{
    copy(changing->bytes + changing->gap, changing->bytes + changing->rest, len);
    changing->gap += len;
    changing->rest += len;
}

static struct slice behind(const struct changing *changing)
{
    return (struct slice){changing->bytes + changing->rest, changing->cap - changing->rest};
}

/* The length of so many lines with their ends, or of all where there are fewer; counts `lines` down. */
static size_t skip_lines(struct slice text, uint32_t *lines)
{
    size_t at = 0;
    for (; *lines > 0; --*lines) {
        size_t end = slice_find_byte(slice_from(text, at), '\n');
        if (end == SLICE_NONE)
            break;
        at += end + 1;
    }
    return at;
}

/* To the line's start; to the last line's where there are fewer. */
static void go_to(struct changing *changing, uint32_t line)
{
    size_t len = 0;
    while (changing->line > line) {
        len++; /* the end of the line before */
        while (len < changing->gap && changing->bytes[changing->gap - len - 1] != '\n')
            len++;
        changing->line--;
    }
    put_behind(changing, len);
    uint32_t left = line - changing->line;
    len = skip_lines(behind(changing), &left);
    put_before(changing, len);
    changing->line = line - left;
}

/* How far behind the gap a position is, which is not before it. */
static size_t distance(const struct changing *changing, struct text_position position,
                       enum text_encoding encoding)
{
    struct slice text = behind(changing);
    uint32_t lines = position.line - changing->line;
    size_t start = skip_lines(text, &lines);
    if (lines > 0)
        return text.len;
    struct slice line = slice_from(text, start);
    size_t end = slice_find_byte(line, '\n');
    bool ended = end != SLICE_NONE;
    line = slice_sub(line, 0, ended ? end + 1 : line.len);
    const uint32_t starts[] = {0, (uint32_t)line.len};
    struct text alone = {line, starts, ended ? 2 : 1};
    struct text_position inside = {0, position.column};
    return start + text_offset(&alone, inside, encoding);
}

static bool is_before(struct text_position a, struct text_position b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

void changing_replace(struct changing *changing, struct text_position from, struct text_position to,
                      enum text_encoding encoding, struct slice new_text)
{
    if (is_before(to, from)) {
        struct text_position first = to;
        to = from;
        from = first;
    }
    go_to(changing, from.line);
    size_t start = distance(changing, from, encoding);
    size_t end = distance(changing, to, encoding);
    reserve(changing, new_text.len);
    put_before(changing, start);
    changing->rest += end - start;
    copy(changing->bytes + changing->gap, new_text.ptr, new_text.len);
    changing->gap += new_text.len;
    put_behind(changing, start + new_text.len);
}

struct slice changing_text(struct changing *changing)
{
    put_behind(changing, changing->gap);
    changing->line = 0;
    return behind(changing);
}
