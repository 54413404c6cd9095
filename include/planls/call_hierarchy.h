/* call_hierarchy.h: what an item or task waits for, and what waits for it. */
#ifndef PLANLS_CALL_HIERARCHY_H
#define PLANLS_CALL_HIERARCHY_H

#include <planls/hierarchy.h>

/* Another node, and where it says so, or is said to. */
struct planls_call {
    struct planls_node node;
    struct planls_range
        *ranges; /* at least one, in the document of the node that waits: the name of
                                    what it waits for, or its own where that says "blocks" */
    size_t range_count;
};

struct planls_calls {
    struct planls_call *items;
    size_t len, cap;
};

/* The item or task at `offset`, or the one named there. False where there is none. */
bool planls_prepare_calls(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_node *out);

/* What waits for the node, and what it waits for, one step each: by path and place. None where the key
 * means nothing any more. Linear in the document and in those that name something of it. */
void planls_incoming_calls(struct planls_workspace *workspace, const char *path, const char *key,
                           struct planls_results *results, struct planls_calls *out);
void planls_outgoing_calls(struct planls_workspace *workspace, const char *path, const char *key,
                           struct planls_results *results, struct planls_calls *out);

#endif
