/* line_lengths.c: where the lines of a text begin, a byte a line. */
#include "text/line_lengths.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A byte holds a line's length with its line end, or LONG, which four bytes with the length follow, and
 * whether all of it is ASCII. */
#define LONG       127u
#define BEYOND     128u
#define LONG_BYTES 4u

struct line_lengths {
    uint32_t lines;
    uint32_t end; /* the length of a line end */
    unsigned char bytes[];
};

/* The length of all line ends of the text; 0 where they differ. */
static uint32_t end_of_lines(const struct text *text)
{
    if (slice_find_byte(text->bytes, '\r') == SLICE_NONE)
        return 1;
    for (uint32_t line = 0; line + 1 < text->line_count; line++) {
        struct span full = text_line_full(text, line), bare = text_line(text, line);
        if (full.end - bare.end != 2)
            return 0;
    }
    return 2;
}

struct line_lengths *line_lengths_new(const struct text *text)
{
    uint32_t end = end_of_lines(text);
    size_t size = text->line_count, at = 0;
    if (end == 0)
        return NULL;
    for (uint32_t line = 0; line < text->line_count; line++) {
        struct span full = text_line_full(text, line);
        size += full.end - full.start < LONG ? 0 : LONG_BYTES;
    }
    struct line_lengths *made = memory_alloc(sizeof *made + size);
    made->lines = text->line_count;
    made->end = end;
    size_t beyond = utf8_ascii_length(text->bytes); /* the first byte that is no ASCII */
    for (uint32_t line = 0; line < text->line_count; line++) {
        struct span full = text_line_full(text, line);
        if (beyond < full.start)
            beyond = full.start + utf8_ascii_length(slice_from(text->bytes, full.start));
        uint32_t length = full.end - full.start;
        unsigned flag = beyond < full.end ? BEYOND : 0;
        made->bytes[at++] = (unsigned char)((length < LONG ? length : LONG) | flag);
        if (length < LONG)
            continue;
        memcpy(made->bytes + at, &length, LONG_BYTES);
        at += LONG_BYTES;
    }
    return made;
}

void line_lengths_free(struct line_lengths *lengths)
{
    free(lengths);
}

void line_place_init(struct line_place *place, const struct line_lengths *lengths)
{
    *place = (struct line_place){.lengths = lengths};
}

/* The length of the line at the place, and *next: where the line after it is. */
static uint32_t length_at(const struct line_place *place, size_t *next)
{
    const unsigned char *bytes = place->lengths->bytes + place->at;
    uint32_t length = *bytes & ~BEYOND;
    *next = place->at + 1;
    if (length == LONG) {
        memcpy(&length, bytes + 1, LONG_BYTES);
        *next += LONG_BYTES;
    }
    return length;
}

bool line_place_position(struct line_place *place, uint32_t offset, enum text_encoding encoding,
                         struct text_position *position)
{
    const struct line_lengths *lengths = place->lengths;
    size_t next;
    if (offset < place->start)
        line_place_init(place, lengths);
    uint32_t length = length_at(place, &next);
    while (offset - place->start >= length && place->line + 1 < lengths->lines) {
        place->start += length;
        place->line++;
        place->at = next;
        length = length_at(place, &next);
    }
    uint32_t column = offset - place->start;
    uint32_t last = place->line + 1 < lengths->lines ? length - lengths->end : length;
    *position = (struct text_position){place->line, column < last ? column : last};
    return column == 0 || encoding == TEXT_UTF8 || !(lengths->bytes[place->at] & BEYOND);
}
