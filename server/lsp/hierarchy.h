/* hierarchy.h: nodes of the call and type hierarchies as the protocol's items, and back from them. */
#ifndef PLANLS_LSP_HIERARCHY_H
#define PLANLS_LSP_HIERARCHY_H

#include "lsp/dispatch.h"
#include "lsp/places.h"

#include <planls/hierarchy.h>

/* A CallHierarchyItem or TypeHierarchyItem (they are one shape); NULL where its text is not to be had. */
cJSON *hierarchy_new_item(struct places *places, const struct planls_node *node);

/* What an item that comes back is about. */
struct hierarchy_question {
    struct project *project;
    const char *path, *key; /* borrowed from params */
};
/* Reads params.item. False where there is nothing to answer from: nobody has it open any more (the
 * result is null) or the params are wrong (the reply says so). */
bool hierarchy_read(struct server *server, const cJSON *params, struct hierarchy_question *question,
                    struct reply *reply);

#endif
