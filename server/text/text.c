/* text.c: a document's line index, and byte offsets to positions and back. */
#include "text/text.h"

#include "text/utf8.h"

#include <string.h>

static const char *next_line_end(const char *at, const char *end)
{
    return at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
}

void text_init(struct text *text, struct slice bytes, struct arena *arena)
{
    bytes = slice_sub(bytes, 0, TEXT_MAX_BYTES);
    uint32_t count = 1;
    const char *first = bytes.len ? bytes.ptr : "", *end = first + bytes.len;
    for (const char *at = first; (at = next_line_end(at, end)); at++)
        count++;

    uint32_t *starts = arena_array(arena, count, sizeof *starts);
    uint32_t line = 1;
    for (const char *at = first; (at = next_line_end(at, end)); at++)
        starts[line++] = (uint32_t)(at + 1 - first);
    *text = (struct text){.bytes = bytes, .line_starts = starts, .line_count = count};
}

uint32_t text_line_of(const struct text *text, uint32_t offset)
{
    /* The last line that starts at or before offset. */
    uint32_t low = 0;
    uint32_t high = text->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (text->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct span text_line_full(const struct text *text, uint32_t line)
{
    uint32_t length = (uint32_t)text->bytes.len;
    if (line >= text->line_count)
        return (struct span){length, length};
    uint32_t end = line + 1 < text->line_count ? text->line_starts[line + 1] : length;
    return (struct span){text->line_starts[line], end};
}

struct span text_line(const struct text *text, uint32_t line)
{
    struct span span = text_line_full(text, line);
    if (line + 1 >= text->line_count)
        return span;
    span.end--;
    while (span.end > span.start && text->bytes.ptr[span.end - 1] == '\r')
        span.end--;
    return span;
}

struct slice text_line_end(const struct text *text)
{
    struct span first = text_line_full(text, 0);
    bool crlf = text->line_count > 1 && first.end - first.start >= 2 &&
                text->bytes.ptr[first.end - 2] == '\r';
    return crlf ? SLICE("\r\n") : SLICE("\n");
}

/* The units a character of `len` bytes has in an encoding. */
static uint32_t units(uint32_t codepoint, unsigned len, enum text_encoding encoding)
{
    switch (encoding) {
    case TEXT_UTF8:
        return len;
    case TEXT_UTF16:
        return codepoint > 0xFFFF ? 2 : 1;
    case TEXT_UTF32:
        break;
    }
    return 1;
}

struct text_position text_position(const struct text *text, uint32_t offset,
                                   enum text_encoding encoding)
{
    uint32_t line = text_line_of(text, offset);
    struct span span = text_line(text, line);
    if (offset > span.end)
        offset = span.end;
    struct slice head = slice_sub(text->bytes, span.start, utf8_start(text->bytes, offset));
    return (struct text_position){line, text_units(head, encoding)};
}

uint32_t text_units(struct slice run, enum text_encoding encoding)
{
    if (encoding == TEXT_UTF8)
        return (uint32_t)run.len;
    uint32_t count = 0;
    for (size_t at = 0; at < run.len;) {
        uint32_t codepoint;
        unsigned len = utf8_decode(slice_from(run, at), &codepoint);
        count += units(codepoint, len, encoding);
        at += len;
    }
    return count;
}

uint32_t text_offset(const struct text *text, struct text_position position,
                     enum text_encoding encoding)
{
    struct span span = text_line(text, position.line);
    struct slice line = span_slice(text->bytes, span);
    size_t at = 0;
    for (uint32_t column = 0; at < line.len;) {
        uint32_t codepoint;
        unsigned len = utf8_decode(slice_from(line, at), &codepoint);
        uint32_t more = units(codepoint, len, encoding);
        if (more > position.column - column)
            break;
        column += more;
        at += len;
    }
    return span.start + (uint32_t)at;
}
