/* state.h: what the scanner remembers from one token to the next, and its tokens.
 *
 * The state must be the same before and after an edit that has nothing to do with it, or
 * tree-sitter throws away what follows: so it holds only the open containers and, between two
 * tokens of one line or block, what the next of them needs. At the start of a line outside of all
 * containers it is empty.
 */
#ifndef PLAN_STATE_H
#define PLAN_STATE_H

#include "tree_sitter/parser.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* In the order of `externals` in grammar.js. */
enum token {
    H1,
    H6 = 5,
    H1_CHUNK, /* a heading whose section begins a chunk */
    H6_CHUNK = 11,
    SETEXT1,
    SETEXT2,
    UNDERLINE,
    TITLE,
    NO_TITLE, /* the rest of the line of a heading that says nothing */
    MARKER_FIRST,
    MARKER_NEXT,
    MARKER_CHUNK, /* a next one that begins a chunk */
    BOX,
    QUOTE_MARK,
    END, /* of a list item or quote; empty */
    PARAGRAPH,
    PARAGRAPH_CHUNK,
    PARAGRAPH_MORE, /* the last line of a paragraph that was cut before it */
    PARAGRAPH_LAST, /* a paragraph with which its container ends */
    TABLE_HEADER,
    DELIMITER,
    ROW,
    ROW_CHUNK,
    FENCE_OPEN,
    INFO,
    TEXT,
    FENCE_CLOSE,
    FENCE_END, /* of a fence that is not closed; empty */
    CODE,
    HTML,
    COMMENT,
    BREAK,
    DEFINITION,
    BLANK, /* what stands behind the last block */
    FRONT_MATTER_OPEN,
    YAML,
    FRONT_MATTER_CLOSE
};

/* An open container is one byte: kind in the upper three bits; for an item, below them, how many
 * columns a line must be indented to belong to it (2 to 17). */
enum container { DASH = 1, STAR, PLUS, DOT, PAREN, QUOTE };
#define CONTAINER(kind, columns)     ((uint8_t)((unsigned)(kind) << 5 | (unsigned)(columns)))
#define CONTAINER_KIND(container)    ((unsigned)(container) >> 5)
#define CONTAINER_COLUMNS(container) ((unsigned)(container)&31u)

/* Deeper marks are text. cmark-gfm stops nesting lists at the same depth. */
#define MAX_DEPTH 100

enum flag {
    CONTINUES_LIST = 1,   /* the marker that follows continues the list just closed */
    CONTINUES_TEXT = 2,   /* the line that follows is the last one of a paragraph that was cut */
    AFTER_DEFINITION = 4, /* the line that follows continues a definition's paragraph */
    IN_TABLE = 8          /* the line that follows is a row */
};

/* Where in a line the next token begins, when not at its start. */
enum place { LINE_START, AFTER_MARKER, AFTER_QUOTE_MARK, AFTER_BOX };

struct scanner {
    uint8_t pending; /* containers that end before the next line, still to be told */
    uint8_t flags;
    uint8_t place;
    uint8_t column;   /* of the place, modulo 4: tabs depend on it */
    uint8_t padding;  /* columns behind the place that belong to the container's mark */
    uint8_t no_break; /* '-' or '*' where the rest of this line, if it begins with that, is known
                         to be no thematic break: else 100 nested marks would each read it all */
    uint8_t fence, fence_length; /* open fence: its character and length (at most 255) */
    uint8_t depth;
    uint8_t stack[MAX_DEPTH];
};

#define STATE_HEAD offsetof(struct scanner, depth)

static inline unsigned state_save(const struct scanner *s, char *buffer)
{
    static const char zeros[STATE_HEAD];
    if (s->depth == 0 && memcmp(s, zeros, STATE_HEAD) == 0)
        return 0;
    memcpy(buffer, s, STATE_HEAD);
    memcpy(buffer + STATE_HEAD, s->stack, s->depth);
    return (unsigned)STATE_HEAD + s->depth;
}

static inline void state_load(struct scanner *s, const char *buffer, unsigned length)
{
    memset(s, 0, STATE_HEAD + 1);
    if (length < STATE_HEAD || length > STATE_HEAD + MAX_DEPTH)
        return;
    memcpy(s, buffer, STATE_HEAD);
    s->depth = (uint8_t)(length - STATE_HEAD);
    memcpy(s->stack, buffer + STATE_HEAD, s->depth);
}

static inline void state_open(struct scanner *s, unsigned kind, unsigned columns)
{
    s->stack[s->depth++] = CONTAINER(kind, columns);
}

#endif
