/* item_tasks.c: which tasks serve an item: what tasks say they serve, read the other way. */
#include "workspace/internal.h"

#include <string.h>

/* A task, and the item of the document asked about that it serves. */
struct service {
    struct task_of_item task;
    uint32_t item;
};

struct services {
    VEC_MEMBERS(struct service);
};

static void add_services(const struct workspace *ws, const struct document *from,
                         const struct document *document, struct arena *arena, struct services *out)
{
    for (uint32_t t = 0; t < from->model->tasks.len; t++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        if (from->model->tasks.items[t].criterion ||
            resolve_task(ws, from, t, &target, &via, &failed) != RESOLVED ||
            target.document != document || target.item == NO_INDEX)
            continue;
        *VEC_PUSH(arena, out) = (struct service){{from, t, via}, target.item};
    }
}

/* All services of a document's items: tasks of other documents first, by path, then its own. */
static struct services services_of(const struct workspace *ws, const struct document *document,
                                   struct arena *arena)
{
    struct services services = {0};
    struct document_list askers = {0};
    if (document->model->items.len == 0)
        return services;
    workspace_askers(ws, document->path, (struct name_filter){true, true}, arena, &askers);
    for (size_t d = 0; d < askers.len; d++)
        add_services(ws, askers.items[d], document, arena, &services);
    add_services(ws, document, document, arena, &services);
    return services;
}

static struct tasks_of_items find_tasks(const struct workspace *ws, const struct document *document,
                                        struct arena *arena)
{
    size_t items = document->model->items.len;
    struct services services = services_of(ws, document, arena);
    struct tasks_of_items tasks = {
        .first = arena_array(arena, items + 2, sizeof *tasks.first),
        .all = arena_array(arena, services.len, sizeof *tasks.all),
    };
    /* Counting sort: first[i + 1] begins as where item i starts and ends as where it ends. */
    for (size_t s = 0; s < services.len; s++)
        tasks.first[services.items[s].item + 2]++;
    for (size_t i = 2; i < items + 2; i++)
        tasks.first[i] += tasks.first[i - 1];
    for (size_t s = 0; s < services.len; s++)
        tasks.all[tasks.first[services.items[s].item + 1]++] = services.items[s].task;
    return tasks;
}

/* Several rules and features ask it of one document: NULL where the document is another workspace's. */
static const struct tasks_of_items *known_tasks(const struct workspace *ws,
                                                const struct document *document)
{
    struct recent *recent = ws->recent;
    if (document != workspace_find(ws, document->path))
        return NULL;
    if (recent->tasks.changes != ws->changes || recent->tasks.document != document) {
        arena_clear(&recent->tasks.arena);
        recent->tasks.list = find_tasks(ws, document, &recent->tasks.arena);
        recent->tasks.changes = ws->changes;
        recent->tasks.document = document;
    }
    return &recent->tasks.list;
}

struct tasks_of_items workspace_tasks_of_items(const struct workspace *ws,
                                               const struct document *document, struct arena *arena)
{
    size_t items = document->model->items.len;
    const struct tasks_of_items *known = known_tasks(ws, document);
    if (!known)
        return find_tasks(ws, document, arena);
    size_t count = known->first[items];
    struct tasks_of_items tasks = {arena_array(arena, items + 2, sizeof *tasks.first),
                                   arena_array(arena, count, sizeof *tasks.all)};
    memcpy(tasks.first, known->first, (items + 2) * sizeof *tasks.first);
    memcpy(tasks.all, known->all, count * sizeof *tasks.all);
    return tasks;
}

void workspace_tasks_of(const struct workspace *ws, const struct document *document, uint32_t item,
                        struct arena *arena, struct tasks_of_item *out)
{
    const struct tasks_of_items *known = known_tasks(ws, document);
    struct tasks_of_items tasks = known ? *known : find_tasks(ws, document, arena);
    for (uint32_t t = tasks.first[item]; t < tasks.first[item + 1]; t++)
        *VEC_PUSH(arena, out) = tasks.all[t];
}

void add_served_documents(const struct workspace *ws, struct slice path, struct arena *arena,
                          struct document_list *out)
{
    const struct document *document = workspace_find(ws, path), *last = NULL;
    for (uint32_t t = 0; document && t < document->model->tasks.len; t++) {
        const struct task *task = &document->model->tasks.items[t];
        for (uint32_t c = 0; c < task->claims.len; c++) {
            struct target target;
            if (resolve_task_claim(ws, document, t, c, &target) != RESOLVED ||
                target.document == document || target.document == last || !target.document)
                continue;
            last = target.document;
            *VEC_PUSH(arena, out) = last;
        }
    }
}
