/* places.h: byte offsets as lines and columns for people, one after the other. */
#ifndef PLANLS_CLI_PLACES_H
#define PLANLS_CLI_PLACES_H

#include "text/text.h"

/* Where the last place was: the next one in the same line is counted from there, so that the places
 * of a line a megabyte long, asked for in order, cost no more than the line. Zeroed at first; keep
 * one for each run of places that is in order. */
struct place_cursor {
    const struct text *text;
    uint32_t offset;
    struct text_position at;
};

/* Line and column from 0, in code points. */
struct text_position place_of(struct place_cursor *cursor, const struct text *text,
                              uint32_t offset);

#endif
