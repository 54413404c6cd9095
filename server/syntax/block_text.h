/* block_text.h: the parts of blocks that the grammar leaves to be read from the text: cells of a row,
 * lines of a paragraph, label and destination of a definition. */
#ifndef PLANLS_SYNTAX_BLOCK_TEXT_H
#define PLANLS_SYNTAX_BLOCK_TEXT_H

#include "text/span.h"

/* Without spaces, tabs and line ends at the end; at both ends. */
struct span block_trim_end(struct slice text, struct span span);
struct span block_trim(struct slice text, struct span span);
/* Without the CRs that belong to the line end behind the span. */
struct span block_cut_line_end(struct slice text, struct span span);

/* Offset of the first LF in [from, to), or `to`. */
uint32_t block_line_end(struct slice text, uint32_t from, uint32_t to);
/* The empty span at the end of the span's first line. */
struct span block_first_line_end(struct slice text, struct span span);
/* Start of the spaces and tabs before an offset. */
uint32_t block_indentation(struct slice text, uint32_t offset);

/* A heading's trimmed title without the #s that may close it. */
struct span block_cut_closing_marks(struct slice text, struct span title);

/* The cells of a trimmed row: *at begins at row.start. The cell is what stands between two pipes. */
bool block_next_cell(struct slice text, struct span row, uint32_t *at, struct span *cell);

/* What stands between <!-- and -->; false where the comment is not closed. */
bool block_comment(struct slice text, struct span span, struct span *inside);

/* The label without brackets, the destination without angle brackets. */
void block_definition(struct slice text, struct span span, struct span *label,
                      struct span *destination);

/* The open list items and quotes: what it takes to tell their marks at a line's start from text. */
#define BLOCK_MAX_CONTAINERS 128

struct block_container {
    bool quote;
    uint32_t line;    /* offset of the line that it begins on */
    uint32_t columns; /* item: how far its lines are indented beyond what encloses it */
    uint32_t content; /* column at which its content begins on its first line */
};

struct block_containers {
    struct block_container v[BLOCK_MAX_CONTAINERS];
    unsigned depth;
    unsigned quotes; /* how many of them */
};

/* A list marker or quote mark opens a container inside the others. */
void block_containers_open(struct block_containers *containers, struct slice text, struct span mark,
                           bool quote);
void block_containers_close(struct block_containers *containers);

/* `line` is a later line of a paragraph: offset behind the marks of the quotes that it continues. */
uint32_t block_strip_containers(struct slice text, struct span line,
                                const struct block_containers *containers);

#endif
