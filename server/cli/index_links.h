/* index_links.h: which task serves which item, and everybody's keys, for a whole project at
 * once. */
#ifndef PLANLS_CLI_INDEX_LINKS_H
#define PLANLS_CLI_INDEX_LINKS_H

#include "cli/project.h"

/* A task that serves an item. */
struct index_link {
    const struct document *document; /* the item's */
    uint32_t item;
    const struct document *from; /* the task's */
    uint32_t task;
    enum link_via via;
};

struct index_links {
    struct arena arena;
    const struct workspace *workspace;
    struct document_keys *keys;     /* one per document, as workspace_at counts them */
    VEC(struct index_link) by_item; /* sorted by item, then task */
    VEC(struct index_link) by_task; /* sorted by task */
};

/* Time and memory linear in the project's items and tasks (but for sorting). */
void index_links_init(struct index_links *links, const struct project *project);
void index_links_release(struct index_links *links);

struct slice index_item_key(const struct index_links *links, const struct document *document,
                            uint32_t item);
struct slice index_task_key(const struct index_links *links, const struct document *document,
                            uint32_t task);
/* The tasks that serve an item, *count of them in a row. */
const struct index_link *index_tasks_of(const struct index_links *links,
                                        const struct document *document, uint32_t item,
                                        size_t *count);
/* What a task serves, or NULL. */
const struct index_link *index_served_by(const struct index_links *links,
                                         const struct document *document, uint32_t task);

#endif
