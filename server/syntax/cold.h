/* cold.h: one parse of a text that nobody will edit, from a grammar's generated tables and scanner.
 *
 * tree-sitter's runtime keeps for every token what it needs to parse again after an edit, follows several
 * parses at once and mends errors; it counts rows and columns at every character. A text that is only
 * read needs none of that, and our grammars have one parse for every text. So this runs the same tables
 * and the same scanner as the plain shift-reduce parser that they describe (Knuth 1965; the tables are
 * those of tree_sitter/parser.h) and writes down only the nodes that one sees. The nodes are those of
 * the runtime's tree, which tests/syntax/cold_test.c and incremental_test.c hold.
 */
#ifndef PLANLS_SYNTAX_COLD_H
#define PLANLS_SYNTAX_COLD_H

#include "text/span.h"

#include <stdbool.h>

struct TSLanguage; /* tree-sitter's */

/* A visible node; it stands somewhere behind its children. */
struct cold_node {
    struct span span;
    uint32_t child;  /* the first one; COLD_NONE: none */
    uint32_t next;   /* the next sibling; behind the last COLD_UP and the parent's index */
    uint16_t symbol; /* as ts_node_symbol has it */
};

#define COLD_NONE UINT32_MAX
#define COLD_UP   0x80000000u

struct cold_tree {
    const struct cold_node *nodes; /* good until the parser's next parse */
    uint32_t root;
};

struct cold_parser;

/* For a language whose C is compiled in with the tables of this version. Used by one thread at a time. */
struct cold_parser *cold_parser_new(const struct TSLanguage *language);
void cold_parser_free(struct cold_parser *parser); /* NULL is fine */

/* text.len <= TEXT_MAX_BYTES. False where the tables know no way on or more than one: never with our
 * grammars. */
bool cold_parse(struct cold_parser *parser, struct slice text, struct cold_tree *tree);

#endif
