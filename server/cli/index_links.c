/* index_links.c: which task serves which item, and everybody's keys, for a whole project at
 * once. */
#include "cli/index_links.h"

#include "features/facade.h"

#include <stdlib.h>

static int compare_places(const struct document *a, uint32_t i, const struct document *b,
                          uint32_t j)
{
    int order = a == b ? 0 : slice_compare(a->path, b->path);
    if (order)
        return order;
    return i < j ? -1 : i > j;
}

static int compare_by_task(const void *a, const void *b)
{
    const struct index_link *x = a, *y = b;
    return compare_places(x->from, x->task, y->from, y->task);
}

static int compare_items(const void *a, const void *b)
{
    const struct index_link *x = a, *y = b;
    return compare_places(x->document, x->item, y->document, y->item);
}

static int compare_by_item(const void *a, const void *b)
{
    int order = compare_items(a, b);
    return order ? order : compare_by_task(a, b);
}

static void link_document(struct index_links *links, const struct document *document)
{
    for (uint32_t task = 0; task < document->model->tasks.len; task++) {
        struct target target;
        struct index_link link = {.from = document, .task = task};
        uint32_t failed;
        if (resolve_task(links->workspace, document, task, &target, &link.via, &failed) !=
                RESOLVED ||
            target.item == NO_INDEX)
            continue;
        link.document = target.document;
        link.item = target.item;
        *VEC_PUSH(&links->arena, &links->by_task) = link;
        *VEC_PUSH(&links->arena, &links->by_item) = link;
    }
}

void index_links_init(struct index_links *links, const struct project *project)
{
    *links = (struct index_links){.workspace = project->workspace->ws};
    arena_init(&links->arena);
    size_t count = workspace_count(links->workspace);
    links->keys = arena_array(&links->arena, count, sizeof *links->keys);
    for (size_t i = 0; i < count; i++) {
        const struct document *document = workspace_at(links->workspace, i);
        workspace_keys(document, &links->arena, &links->keys[i]);
        link_document(links, document);
    }
    /* Documents were met in order of their paths: by_task is sorted as it is. */
    if (links->by_item.len)
        qsort(links->by_item.items, links->by_item.len, sizeof *links->by_item.items,
              compare_by_item);
}

void index_links_release(struct index_links *links)
{
    arena_release(&links->arena);
}

static const struct document_keys *keys_of(const struct index_links *links,
                                           const struct document *document)
{
    size_t low = 0, high = workspace_count(links->workspace);
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(workspace_at(links->workspace, middle)->path, document->path) <= 0)
            low = middle;
        else
            high = middle;
    }
    return &links->keys[low];
}

struct slice index_item_key(const struct index_links *links, const struct document *document,
                            uint32_t item)
{
    return keys_of(links, document)->items[item];
}

struct slice index_task_key(const struct index_links *links, const struct document *document,
                            uint32_t task)
{
    return keys_of(links, document)->tasks[task];
}

const struct index_link *index_tasks_of(const struct index_links *links,
                                        const struct document *document, uint32_t item,
                                        size_t *count)
{
    struct index_link wanted = {.document = document, .item = item};
    size_t low = 0, high = links->by_item.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_items(&links->by_item.items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < links->by_item.len &&
           compare_items(&links->by_item.items[low + *count], &wanted) == 0)
        ++*count;
    return links->by_item.items + low;
}

const struct index_link *index_served_by(const struct index_links *links,
                                         const struct document *document, uint32_t task)
{
    struct index_link wanted = {.from = document, .task = task};
    if (links->by_task.len == 0)
        return NULL;
    return bsearch(&wanted, links->by_task.items, links->by_task.len, sizeof *links->by_task.items,
                   compare_by_task);
}
