/* type_hierarchy.c: what is part of what (planls/type_hierarchy.h). */
#include "features/hierarchy.h"

#include <planls/type_hierarchy.h>

bool planls_prepare_types(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_node *out)
{
    struct dependency_node node;
    if (!hierarchy_at(workspace, path, offset, true, &node) ||
        (node.task != NO_INDEX && node.document->model->tasks.items[node.task].criterion))
        return false;
    struct hierarchy_teller teller = {.arena = &results->arena};
    hierarchy_tell(&teller, node, out);
    return true;
}

struct family {
    const struct workspace *ws;
    struct hierarchy_teller teller;
    struct planls_nodes *out;
};

static void add(struct family *family, const struct document *document, uint32_t item,
                uint32_t task)
{
    struct dependency_node node = {document, item, task};
    hierarchy_tell(&family->teller, node, VEC_PUSH(family->teller.arena, family->out));
}

/* The task around this one that is no criterion. */
static uint32_t parent_of(const struct model *model, uint32_t task)
{
    uint32_t parent = model->tasks.items[task].parent;
    while (parent != NO_INDEX && model->tasks.items[parent].criterion)
        parent = model->tasks.items[parent].parent;
    return parent;
}

/* The item that a task serves, or one without document. */
static struct target served_by(const struct family *family, const struct document *document,
                               uint32_t task)
{
    struct target target;
    enum link_via via;
    uint32_t failed;
    if (task == NO_INDEX ||
        resolve_task(family->ws, document, task, &target, &via, &failed) != RESOLVED ||
        target.item == NO_INDEX)
        return (struct target){.document = NULL, .item = NO_INDEX};
    return target;
}

static bool same_item(const struct target *a, const struct target *b)
{
    return a->document == b->document && a->item == b->item;
}

static bool is_document(const struct document *document, uint32_t task)
{
    return document->model->tasks.items[task].source == TASK_FROM_FRONT_MATTER;
}

static void add_parents_of_task(struct family *family, const struct document *document,
                                uint32_t task)
{
    uint32_t parent = parent_of(document->model, task);
    struct target item = served_by(family, document, task);
    struct target above = served_by(family, document, parent);
    if (parent != NO_INDEX)
        add(family, document, NO_INDEX, parent);
    if (item.document && !same_item(&item, &above))
        add(family, item.document, item.item, NO_INDEX);
    if (!item.document && parent == NO_INDEX && !is_document(document, task))
        add(family, document, NO_INDEX, NO_INDEX);
}

void planls_supertypes(struct planls_workspace *workspace, const char *path, const char *key,
                       struct planls_results *results, struct planls_nodes *out)
{
    struct family family = {workspace->ws, {.arena = &results->arena}, out};
    struct dependency_node node;
    if (!hierarchy_find(workspace, path, key, &node))
        return;
    if (node.task != NO_INDEX)
        add_parents_of_task(&family, node.document, node.task);
    else if (node.item != NO_INDEX)
        add(&family, node.document, node.document->model->items.items[node.item].parent, NO_INDEX);
}

static void add_subtasks(struct family *family, const struct document *document, uint32_t task)
{
    const struct model *model = document->model;
    for (uint32_t t = 0; t < model->tasks.len; t++)
        if (!model->tasks.items[t].criterion && parent_of(model, t) == task)
            add(family, document, NO_INDEX, t);
}

static void add_tasks_of_item(struct family *family, const struct document *document, uint32_t item)
{
    struct tasks_of_item tasks = {0};
    struct target wanted = {.document = document, .item = item};
    workspace_tasks_of(family->ws, document, item, family->teller.arena, &tasks);
    for (size_t i = 0; i < tasks.len; i++) {
        const struct document *from = tasks.items[i].document;
        uint32_t task = tasks.items[i].task;
        struct target above = served_by(family, from, parent_of(from->model, task));
        if (!same_item(&above, &wanted))
            add(family, from, NO_INDEX, task);
    }
}

static void add_idle_tasks(struct family *family, const struct document *document)
{
    const struct model *model = document->model;
    for (uint32_t t = 0; t < model->tasks.len; t++)
        if (!model->tasks.items[t].criterion && parent_of(model, t) == NO_INDEX &&
            !is_document(document, t) && !served_by(family, document, t).document)
            add(family, document, NO_INDEX, t);
}

void planls_subtypes(struct planls_workspace *workspace, const char *path, const char *key,
                     struct planls_results *results, struct planls_nodes *out)
{
    struct family family = {workspace->ws, {.arena = &results->arena}, out};
    struct dependency_node node;
    if (!hierarchy_find(workspace, path, key, &node))
        return;
    if (node.task != NO_INDEX) {
        add_subtasks(&family, node.document, node.task);
        return;
    }
    const struct model *model = node.document->model;
    for (uint32_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].parent == node.item)
            add(&family, node.document, i, NO_INDEX);
    if (node.item != NO_INDEX)
        add_tasks_of_item(&family, node.document, node.item);
    else
        add_idle_tasks(&family, node.document);
}
