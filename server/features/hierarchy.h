/* hierarchy.h: items, tasks and documents as nodes that an editor holds on to: from a place, to a name,
 * and back from that name when it asks on. */
#ifndef PLANLS_FEATURES_HIERARCHY_H
#define PLANLS_FEATURES_HIERARCHY_H

#include "analysis/dependencies.h"
#include "features/facade.h"

#include <planls/hierarchy.h>

/* A struct dependency_node without item and task is the document as a plan. */
bool hierarchy_equal(struct dependency_node a, struct dependency_node b);

/* The item or task at an offset or named there, else (`plans`) the document whose title or name it is. */
bool hierarchy_at(const struct planls_workspace *workspace, const char *path, uint32_t offset,
                  bool plans, struct dependency_node *node);

/* The node that a key of hierarchy_tell meant, in the document as it is now. */
bool hierarchy_find(const struct planls_workspace *workspace, const char *path, const char *key,
                    struct dependency_node *node);

/* Tells nodes; quick for nodes of one document behind each other. Begin with {.arena = …}. */
struct hierarchy_teller {
    struct arena *arena;
    const struct document *document;
    struct document_keys keys; /* its */
};
void hierarchy_tell(struct hierarchy_teller *teller, struct dependency_node node,
                    struct planls_node *out);

#endif
