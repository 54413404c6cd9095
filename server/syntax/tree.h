/* tree.h: parsing a document, cold and after edits. With tree_walk.c, inline.c and cold.c the only place
 * that knows tree-sitter.
 *
 * A syntax_tree belongs to one open document and is used by one thread at a time. It keeps the
 * parser's tree between edits, not the text: the caller passes the whole new text each time.
 */
#ifndef PLANLS_SYNTAX_TREE_H
#define PLANLS_SYNTAX_TREE_H

#include "syntax/blocks.h"
#include "syntax/inline.h"
#include "text/edit.h"

struct syntax_tree;

/* For a program of ours, before its first parse: tree-sitter ends the process as everything else here does
 * when there is no memory, not by abort(). Who embeds the core chooses for itself. */
void syntax_use_memory(void);

struct syntax_tree *syntax_tree_new(void);
void syntax_tree_free(struct syntax_tree *tree); /* NULL is fine */

/* Parses from nothing, forgetting what was there. text.len <= TEXT_MAX_BYTES. */
void syntax_tree_parse(struct syntax_tree *tree, struct slice text);
/* Tells of one replacement (span in the old text, by new_len bytes) and parses `text`, the whole
 * text after it, re-using what the edit left alone. Equals a cold parse of `text`. */
void syntax_tree_edit(struct syntax_tree *tree, struct slice old_text, struct span span,
                      uint32_t new_len, struct slice text);
/* The typed blocks of the last parse of `text`, in the arena. Remembered: after one more edit what it left
 * alone is not read again. */
struct blocks syntax_tree_blocks(struct syntax_tree *tree, struct slice text, struct arena *arena);
/* The tree as an S-expression, for tests; free() it. */
char *syntax_tree_sexp(const struct syntax_tree *tree);
/* True where the tree holds an ERROR or MISSING node: never, by contract; for tests. */
bool syntax_tree_has_error(const struct syntax_tree *tree);

/* Reads the blocks of documents that will not be edited, by the same grammar and without a tree (cold.h).
 * One per thread. */
struct syntax_reader;
struct syntax_reader *syntax_reader_new(void);
void syntax_reader_free(struct syntax_reader *reader); /* NULL is fine */
struct blocks syntax_reader_blocks(struct syntax_reader *reader, struct slice text,
                                   struct arena *arena);

/* All in one for a document that will not be edited. */
struct blocks syntax_blocks(struct slice text, struct arena *arena);
/* The same for who reads one document after another: with the reader that goes with the thread's parser,
 * which keeps nothing of the text. */
struct blocks syntax_blocks_with(struct inline_parser *parser, struct slice text,
                                 struct arena *arena);

#endif
