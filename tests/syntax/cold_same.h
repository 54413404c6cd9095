/* cold_same.h: is what syntax/cold.h reads what tree-sitter's runtime reads? */
#ifndef PLANLS_TESTS_SYNTAX_COLD_SAME_H
#define PLANLS_TESTS_SYNTAX_COLD_SAME_H

#include "syntax/cold.h"

#include <tree_sitter/api.h>

static inline bool same_node(TSNode node, const struct cold_node *cold)
{
    return ts_node_symbol(node) == cold->symbol && ts_node_start_byte(node) == cold->span.start &&
           ts_node_end_byte(node) == cold->span.end;
}

/* Every node below the root, by symbol, place and order. */
static inline bool same_nodes(TSTreeCursor *cursor, const struct cold_tree *tree)
{
    uint32_t at = tree->root;
    for (;;) {
        uint32_t child = tree->nodes[at].child;
        if (ts_tree_cursor_goto_first_child(cursor) != (child != COLD_NONE))
            return false;
        if (child == COLD_NONE) {
            bool more;
            while (!(more = ts_tree_cursor_goto_next_sibling(cursor))) {
                if (at == tree->root || !(tree->nodes[at].next & COLD_UP))
                    return at == tree->root;
                at = tree->nodes[at].next & ~COLD_UP;
                if (!ts_tree_cursor_goto_parent(cursor))
                    return false;
                if (at == tree->root)
                    return true;
            }
            if (tree->nodes[at].next & COLD_UP)
                return false;
            child = tree->nodes[at].next;
        }
        at = child;
        if (!same_node(ts_tree_cursor_current_node(cursor), &tree->nodes[at]))
            return false;
    }
}

static inline bool cold_same(const TSLanguage *language, struct slice text)
{
    TSParser *parser = ts_parser_new();
    struct cold_parser *cold = cold_parser_new(language);
    struct cold_tree read;
    bool same = ts_parser_set_language(parser, language) && cold_parse(cold, text, &read);
    if (same) {
        TSTree *tree =
            ts_parser_parse_string(parser, NULL, text.len ? text.ptr : "", (uint32_t)text.len);
        TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
        same = same_nodes(&cursor, &read);
        ts_tree_cursor_delete(&cursor);
        ts_tree_delete(tree);
    }
    cold_parser_free(cold);
    ts_parser_delete(parser);
    return same;
}

#endif
