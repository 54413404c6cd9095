/* text.h: a document's bytes with its line index, and the one converter between byte offsets and
 * line/column in UTF-8, UTF-16 and UTF-32.
 *
 * Line ends are LF and CRLF (a run CR CR LF ends one line too; a lone CR is no line end). Columns
 * past a line's end and lines past the last are clamped, and so is an offset inside a line end (it
 * has the position of the line's last column: no client can point between CR and LF). A byte that
 * is not part of valid UTF-8 counts as one unit in every encoding, so every offset has a position.
 * A byte order mark counts as the one character it is.
 */
#ifndef PLANLS_TEXT_TEXT_H
#define PLANLS_TEXT_TEXT_H

#include "base/arena.h"
#include "text/span.h"

#include <stdint.h>

enum text_encoding { TEXT_UTF8, TEXT_UTF16, TEXT_UTF32 };

struct text {
    struct slice bytes;          /* borrowed: whoever made the text keeps the bytes */
    const uint32_t *line_starts; /* line_count offsets, the first is 0 */
    uint32_t line_count;         /* at least 1; text ending in LF has an empty last line */
};

struct text_position {
    uint32_t line;   /* from 0 */
    uint32_t column; /* from 0, in units of the encoding asked for */
};

/* Indexes `bytes` (at most TEXT_MAX_BYTES; more is cut); the index lives in the arena. */
void text_init(struct text *text, struct slice bytes, struct arena *arena);

uint32_t text_line_of(const struct text *text, uint32_t offset);
/* A line's bytes without its line end; a line past the last gives the empty span at the end. */
struct span text_line(const struct text *text, uint32_t line);
/* A line's bytes with its line end. */
struct span text_line_full(const struct text *text, uint32_t line);
/* "\n" or "\r\n": whichever the first line of the document that has one uses; "\n" if none. */
struct slice text_line_end(const struct text *text);

/* An offset inside a character counts as its start. O(log lines + length of the line), as is
 * text_offset. */
struct text_position text_position(const struct text *text, uint32_t offset,
                                   enum text_encoding encoding);
/* How many units a run of whole characters has: the distance of two columns of one line. */
uint32_t text_units(struct slice run, enum text_encoding encoding);
/* A column inside a character or a surrogate pair goes to its start. */
uint32_t text_offset(const struct text *text, struct text_position position,
                     enum text_encoding encoding);

#endif
