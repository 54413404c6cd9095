/* blocks.h: the block structure of a Markdown document, from the `plan` grammar's tree.
 *
 * Blocks stand in document order, parents before children ("preorder"): the children of block i are
 * i+1, then blocks.v[i+1].next, … while < blocks.v[i].next. Block 0 is the document. Any bytes give
 * a document; nothing here fails. Where these rules say "as CommonMark", tests/agreement compares
 * with cmark-gfm.
 *
 * Text that spans lines is as written: without its last line end, but with the indentation and the quote
 * marks that stand on its lines in an item or quote. So is the text of a setext heading over several lines.
 * Rows have the cells that are written, more or fewer than the header's.
 */
#ifndef PLANLS_SYNTAX_BLOCKS_H
#define PLANLS_SYNTAX_BLOCKS_H

#include "base/arena.h"
#include "text/span.h"

enum block_kind {
    BLOCK_DOCUMENT,
    BLOCK_FRONT_MATTER, /* text: the YAML between the fences */
    BLOCK_SECTION,      /* level 1–6: a heading (its first child) and all it governs */
    BLOCK_HEADING,      /* level; text: title without marks; marker: the #s or the setext underline.
                            Also stands alone (no section) inside items and quotes */
    BLOCK_PARAGRAPH,    /* children: BLOCK_LINE */
    BLOCK_LINE,         /* one line of a paragraph; text: without indentation, container marks
                            (`>`), trailing space and line end */
    BLOCK_LIST,         /* ordered says which; children: BLOCK_ITEM */
    BLOCK_ITEM,         /* marker: "-", "*", "+", "1.", "1)"; box: "[x]" and the like, or empty;
                            depth in lists: level (1 = outermost) */
    BLOCK_FENCE,        /* fenced code; marker: info string; text: the lines between the fences */
    BLOCK_CODE,         /* indented code; text: its lines */
    BLOCK_QUOTE,
    BLOCK_TABLE,     /* children: BLOCK_ROW, the first is the header; no delimiter row */
    BLOCK_ROW,       /* children: BLOCK_CELL */
    BLOCK_CELL,      /* text: trimmed, may be empty; `\|` stays as written */
    BLOCK_COMMENT,   /* <!-- … --> as a block; text: what stands between the marks */
    BLOCK_HTML,      /* any other HTML block; text: its lines */
    BLOCK_BREAK,     /* thematic break */
    BLOCK_DEFINITION /* link reference definition; marker: the label; text: the destination */
};

struct block {
    uint8_t kind; /* enum block_kind */
    uint8_t level;
    bool ordered;
    bool closed;     /* BLOCK_FENCE, BLOCK_COMMENT: the closing mark was found */
    uint32_t parent; /* index; the document's is 0 */
    uint32_t next;   /* index behind this block's last descendant */
    struct span
        span; /* the whole block, from its first mark to its last byte (no final line end) */
    struct span text;   /* see the kind; empty where the kind has none */
    struct span marker; /* see the kind */
    struct span box;    /* BLOCK_ITEM: the brackets of a well-formed task box `[c]`, c one character
                           (any), followed by a space or the line's end; else empty */
};

struct blocks {
    struct block *v;
    uint32_t len;
};

/* A child of `parent` to begin with, or 0; then the sibling that follows, or 0. */
uint32_t block_first_child(const struct blocks *blocks, uint32_t parent);
uint32_t block_next_sibling(const struct blocks *blocks, uint32_t index);
/* The innermost block that an offset touches. */
uint32_t block_at(const struct blocks *blocks, uint32_t offset);
/* The nearest enclosing block of that kind (the block itself counts), or 0. */
uint32_t block_enclosing(const struct blocks *blocks, uint32_t index, enum block_kind kind);
/* True inside a fence, indented code, HTML, comment or front matter: nothing there is Markdown. */
bool block_is_verbatim(const struct block *block);

#endif
