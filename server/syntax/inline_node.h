/* inline_node.h: what the parts of one shape are, read from its own bytes. Internal to syntax/. */
#ifndef PLANLS_SYNTAX_INLINE_NODE_H
#define PLANLS_SYNTAX_INLINE_NODE_H

#include "base/vec.h"
#include "syntax/inline.h"

struct inline_nodes {
    VEC_MEMBERS(struct inline_node);
};

/* True where nothing in the bytes can be a shape: no parser is needed. May err towards false. */
bool inline_is_plain(struct slice bytes);
/* True where the bytes surely hold no marks, links, code, tags, mentions, paths or placeholders. */
bool inline_is_bare(struct slice bytes);

/* Fills text and target of a node whose span is known and whose parts (word, destination, key) have
 * been noted; `child` is its first child or NULL. */
void inline_finish(struct inline_node *node, struct slice text, const struct inline_node *child);

/* Without the marks, where both are there. */
struct span inline_strip(struct slice text, struct span span, char open, char close);
/* Without one trailing `mark`. */
struct span inline_trim_end(struct slice text, struct span span, char mark);

/* In a run of joined ids: the end of the first one; the length of the joint that follows. */
uint32_t inline_id_end(struct slice text, struct span span);
uint32_t inline_join_length(struct slice text, struct span span);

#endif
