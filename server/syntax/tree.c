/* tree.c: parsing a document with the plan grammar, cold and after edits. */
#include "syntax/tree.h"

#include "syntax/tree_walk.h"

#include <stdlib.h>

struct syntax_tree {
    TSParser *parser;
    TSTree *tree; /* of the last parse */
    struct tree_symbols symbols;
    struct tree_carry carry; /* the last walk, and the edit since then */
    bool edited;             /* since then */
};

void syntax_use_memory(void)
{
    ts_set_allocator(memory_alloc, memory_calloc, memory_realloc, free);
}

static void replace_tree(struct syntax_tree *tree, TSTree *now)
{
    if (now == NULL)
        memory_exhausted(); /* nothing cancels a parse, so there is no other reason */
    if (tree->tree)
        ts_tree_delete(tree->tree);
    tree->tree = now;
}

static TSTree *parse(TSParser *parser, const TSTree *old, struct slice text)
{
    return ts_parser_parse_string_encoding(parser, old, text.len ? text.ptr : "",
                                           (uint32_t)text.len, TSInputEncodingUTF8);
}

struct syntax_tree *syntax_tree_new(void)
{
    struct syntax_tree *tree = memory_alloc(sizeof *tree);
    *tree = (struct syntax_tree){0};
    tree->parser = ts_parser_new();
    if (tree->parser == NULL || !ts_parser_set_language(tree->parser, tree_sitter_plan()))
        memory_exhausted(); /* every runtime we build with speaks the grammar's ABI */
    tree_symbols_init(&tree->symbols);
    tree->tree = parse(tree->parser, NULL, SLICE(""));
    return tree;
}

void syntax_tree_free(struct syntax_tree *tree)
{
    if (tree == NULL)
        return;
    if (tree->tree)
        ts_tree_delete(tree->tree);
    ts_parser_delete(tree->parser);
    tree_walked_free(&tree->carry.before);
    free(tree);
}

void syntax_tree_parse(struct syntax_tree *tree, struct slice text)
{
    replace_tree(tree, parse(tree->parser, NULL, text));
    tree_walked_free(&tree->carry.before);
}

void syntax_tree_edit(struct syntax_tree *tree, struct slice old_text, struct span span,
                      uint32_t new_len, struct slice text)
{
    (void)old_text;
    /* The parser re-uses nodes by their bytes alone and nobody asks it for rows: counting them would
     * cost more than the parse. */
    TSInputEdit edit = {
        .start_byte = span.start,
        .old_end_byte = span.end,
        .new_end_byte = span.start + new_len,
        .start_point = {0, span.start},
        .old_end_point = {0, span.end},
        .new_end_point = {0, span.start + new_len},
    };
    ts_tree_edit(tree->tree, &edit);
    replace_tree(tree, parse(tree->parser, tree->tree, text));
    if (tree->edited)
        tree_walked_free(&tree->carry.before);
    tree->edited = true;
    tree_carry_edit(&tree->carry, span, new_len);
}

struct blocks syntax_tree_blocks(struct syntax_tree *tree, struct slice text, struct arena *arena)
{
    struct tree_carry *carry = &tree->carry;
    struct blocks blocks =
        tree_walk(ts_tree_root_node(tree->tree), &tree->symbols, text, carry, arena);
    tree_walked_free(&carry->before);
    carry->before = carry->now;
    carry->now = (struct tree_walked){0};
    tree->edited = false;
    tree_carry_edit(carry, (struct span){UINT32_MAX, UINT32_MAX}, 0);
    return blocks;
}

char *syntax_tree_sexp(const struct syntax_tree *tree)
{
    return ts_node_string(ts_tree_root_node(tree->tree));
}

bool syntax_tree_has_error(const struct syntax_tree *tree)
{
    return ts_node_has_error(ts_tree_root_node(tree->tree));
}

/* ---- read once -------------------------------------------------------------------------------- */

struct syntax_reader {
    struct cold_parser *parser;
    struct tree_symbols symbols;
};

struct syntax_reader *syntax_reader_new(void)
{
    struct syntax_reader *reader = memory_alloc(sizeof *reader);
    reader->parser = cold_parser_new(tree_sitter_plan());
    tree_symbols_init(&reader->symbols);
    return reader;
}

void syntax_reader_free(struct syntax_reader *reader)
{
    if (reader == NULL)
        return;
    cold_parser_free(reader->parser);
    free(reader);
}

struct blocks syntax_reader_blocks(struct syntax_reader *reader, struct slice text,
                                   struct arena *arena)
{
    struct cold_tree tree;
    if (cold_parse(reader->parser, text, &tree))
        return tree_walk_cold(&tree, &reader->symbols, text, arena);
    struct syntax_tree *mended = syntax_tree_new(); /* never, by the grammar's contract */
    syntax_tree_parse(mended, text);
    struct blocks blocks = syntax_tree_blocks(mended, text, arena);
    syntax_tree_free(mended);
    return blocks;
}

struct blocks syntax_blocks(struct slice text, struct arena *arena)
{
    struct syntax_reader *reader = syntax_reader_new();
    struct blocks blocks = syntax_reader_blocks(reader, text, arena);
    syntax_reader_free(reader);
    return blocks;
}

struct blocks syntax_blocks_with(struct inline_parser *parser, struct slice text,
                                 struct arena *arena)
{
    return syntax_reader_blocks(inline_parser_reader(parser), text, arena);
}
