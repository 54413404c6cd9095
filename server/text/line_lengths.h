/* line_lengths.h: where the lines of a text begin, a byte a line, for documents whose text is not kept.
 *
 * It says what text_position would have said, or that only the text knows.
 */
#ifndef PLANLS_TEXT_LINE_LENGTHS_H
#define PLANLS_TEXT_LINE_LENGTHS_H

#include "text/text.h"

#include <stdbool.h>

struct line_lengths;

/* The caller's, for line_lengths_free. NULL where line ends of more than one kind stand in the text: that is
 * too rare to keep which. */
struct line_lengths *line_lengths_new(const struct text *text);
void line_lengths_free(struct line_lengths *lengths); /* NULL is fine */

/* A place in it: what is asked for in the order of the text costs the text's lines once. */
struct line_place {
    const struct line_lengths *lengths; /* borrowed */
    uint32_t line, start;
    size_t at; /* among the bytes */
};
void line_place_init(struct line_place *place, const struct line_lengths *lengths);

/* Where an offset is, which has to be the first byte of a character or the end of a line. False where it has
 * other characters than ASCII before it on its line, whose units are not kept (in UTF-8 they are bytes). */
bool line_place_position(struct line_place *place, uint32_t offset, enum text_encoding encoding,
                         struct text_position *position);

#endif
