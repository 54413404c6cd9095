/* type_hierarchy.h: what is part of what: plan → initiative → task → subtask. */
#ifndef PLANLS_TYPE_HIERARCHY_H
#define PLANLS_TYPE_HIERARCHY_H

#include <planls/hierarchy.h>

/* The item, task or (at a document's title, or where the document is named) plan at `offset`. False
 * where there is none. */
bool planls_prepare_types(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_node *out);

/* What the node is a part of: of a task the one it is nested in, and the item it serves where that one
 * serves another; of an item the one around it, else its plan; of a task that serves nothing its
 * document. Boxes that are criteria are no tasks. */
void planls_supertypes(struct planls_workspace *workspace, const char *path, const char *key,
                       struct planls_results *results, struct planls_nodes *out);
/* The same the other way round: items before tasks, tasks of other documents before its own. */
void planls_subtypes(struct planls_workspace *workspace, const char *path, const char *key,
                     struct planls_results *results, struct planls_nodes *out);

#endif
