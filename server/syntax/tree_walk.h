/* tree_walk.h: from the plan grammar's tree to the typed blocks of blocks.h. */
#ifndef PLANLS_SYNTAX_TREE_WALK_H
#define PLANLS_SYNTAX_TREE_WALK_H

#include "syntax/blocks.h"
#include "syntax/cold.h"
#include "syntax/tree_carry.h"

#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_plan(void);

/* The visible nodes of the grammar. */
enum tree_node {
    NODE_OTHER,
    NODE_DOCUMENT,
    NODE_FRONT_MATTER,
    NODE_YAML,
    NODE_SECTION,
    NODE_HEADING,
    NODE_H1,
    NODE_H2,
    NODE_H3,
    NODE_H4,
    NODE_H5,
    NODE_H6,
    NODE_TITLE,
    NODE_PARAGRAPH,
    NODE_LIST,
    NODE_ITEM,
    NODE_MARKER,
    NODE_BOX,
    NODE_QUOTE,
    NODE_QUOTE_MARK,
    NODE_TABLE,
    NODE_ROW,
    NODE_FENCE,
    NODE_FENCE_MARK,
    NODE_INFO,
    NODE_TEXT,
    NODE_CODE,
    NODE_HTML,
    NODE_COMMENT,
    NODE_BREAK,
    NODE_DEFINITION,
    NODE_COUNT
};

/* The grammar numbers its symbols anew whenever it changes: this says which node each number is. */
struct tree_symbols {
    uint8_t node[256];
};

void tree_symbols_init(struct tree_symbols *symbols);

/* Linear in the text; the blocks live in the arena. `root` is a tree of `text`. What `carry` has of the walk
 * before is taken over where it still holds; carry->now is this walk's. */
struct blocks tree_walk(TSNode root, const struct tree_symbols *symbols, struct slice text,
                        struct tree_carry *carry, struct arena *arena);
struct blocks tree_walk_cold(const struct cold_tree *tree, const struct tree_symbols *symbols,
                             struct slice text, struct arena *arena);

#endif
