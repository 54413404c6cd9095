/* tree_carry.h: blocks of nodes that an edit left alone, taken over from the walk before. Internal to syntax/.
 *
 * tree-sitter re-uses the nodes of the last tree by reference. A node that stood in the tree before one
 * edit and stands in the tree after it is the same node with the same text, and is walked in the same
 * state where no item and no quote is open around it: its blocks are the same, elsewhere. Nodes are told
 * by their addresses, which mean nothing after a second edit: then nothing is taken over.
 */
#ifndef PLANLS_SYNTAX_TREE_CARRY_H
#define PLANLS_SYNTAX_TREE_CARRY_H

#include "syntax/blocks.h"

/* A node and the block that it became. */
struct tree_mark {
    const void *node;
    uint32_t block;
};

/* The last walk of a tree: its blocks and marks, by block. Malloced. */
struct tree_walked {
    struct block *blocks;
    uint32_t len;
    struct tree_mark *marks;
    uint32_t mark_count, mark_cap;
};

void tree_walked_free(struct tree_walked *walked); /* what it holds */

struct tree_carry {
    struct tree_walked before; /* owned; empty where nothing can be taken over */
    struct tree_walked now;    /* marks so far; the walk sets the rest */
    uint32_t next;             /* mark of before: those that are behind it have been passed */
    uint32_t start, old_end, new_end; /* the one edit between the two */
    uint32_t behind;                  /* the first line that begins behind it */
};

/* The one edit since the walk before: the span by `new_len` bytes. */
void tree_carry_edit(struct tree_carry *carry, struct span span, uint32_t new_len);
/* To be called before a walk of `text`. */
void tree_carry_begin(struct tree_carry *carry, struct slice text);
/* The block of `before` that the node became, with all its descendants; 0 where it has to be walked. Asked
 * of nodes in order. */
uint32_t tree_carry_find(struct tree_carry *carry, const void *node, struct span span);
/* The node becomes block `at`. */
void tree_carry_mark(struct tree_carry *carry, const void *node, uint32_t at);
/* Copies the block of `before` with its descendants to blocks[at] and on, which has room for them, below
 * `parent`; and their marks. */
void tree_carry_copy(struct tree_carry *carry, uint32_t from, struct block *blocks, uint32_t at,
                     uint32_t parent);

#endif
