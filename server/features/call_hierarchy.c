/* call_hierarchy.c: what an item or task waits for, and what waits for it (planls/call_hierarchy.h). */
#include "features/hierarchy.h"

#include <planls/call_hierarchy.h>
#include <stdlib.h>

bool planls_prepare_calls(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_node *out)
{
    struct dependency_node node;
    if (!hierarchy_at(workspace, path, offset, false, &node))
        return false;
    struct hierarchy_teller teller = {.arena = &results->arena};
    hierarchy_tell(&teller, node, out);
    return true;
}

/* Another node and where the one that waits says so. */
struct step {
    struct dependency_node other;
    struct span where;
};

struct steps {
    VEC_MEMBERS(struct step);
};

static struct span name_of(struct dependency_node node)
{
    const struct model *model = node.document->model;
    return node.task != NO_INDEX ? model->tasks.items[node.task].title_span
                                 : model->items.items[node.item].name_span;
}

struct walker {
    const struct workspace *ws;
    struct dependency_node node;
    bool incoming;
    struct arena *arena;
    struct steps steps;
};

static void look_at(struct walker *walker, struct dependency_node node)
{
    struct dependency_edges edges = {0};
    dependency_edges_of(walker->ws, node, walker->arena, &edges);
    for (size_t i = 0; i < edges.len; i++) {
        const struct dependency_edge *edge = &edges.items[i];
        if (!hierarchy_equal(walker->incoming ? edge->to : edge->from, walker->node))
            continue;
        struct span where =
            edge->dependency->blocks ? name_of(edge->from) : edge->dependency->where;
        *VEC_PUSH(walker->arena, &walker->steps) =
            (struct step){walker->incoming ? edge->from : edge->to, where};
    }
}

static int compare(const void *a, const void *b)
{
    const struct step *x = a, *y = b;
    int order = slice_compare(x->other.document->path, y->other.document->path);
    if (order)
        return order;
    struct span from = name_of(x->other), to = name_of(y->other);
    if (from.start != to.start)
        return from.start < to.start ? -1 : 1;
    if (x->other.item != y->other.item)
        return x->other.item < y->other.item ? -1 : 1;
    return x->where.start < y->where.start ? -1 : x->where.start > y->where.start;
}

static void tell(const struct walker *walker, struct arena *arena, struct planls_calls *out)
{
    struct hierarchy_teller teller = {.arena = arena};
    for (size_t i = 0, end; i < walker->steps.len; i = end) {
        const struct step *first = &walker->steps.items[i];
        for (end = i + 1; end < walker->steps.len &&
                          hierarchy_equal(walker->steps.items[end].other, first->other);)
            end++;
        struct planls_call *call = VEC_PUSH(arena, out);
        hierarchy_tell(&teller, first->other, &call->node);
        call->ranges = arena_array(arena, end - i, sizeof *call->ranges);
        for (size_t r = i; r < end; r++) {
            struct span where = walker->steps.items[r].where;
            if (r == i || where.start != walker->steps.items[r - 1].where.start)
                call->ranges[call->range_count++] = facade_range(where);
        }
    }
}

static void find_calls(struct planls_workspace *workspace, const char *path, const char *key,
                       bool incoming, struct planls_results *results, struct planls_calls *out)
{
    struct walker walker = {.ws = workspace->ws, .incoming = incoming, .arena = &results->arena};
    struct document_list documents = {0};
    if (!hierarchy_find(workspace, path, key, &walker.node) ||
        (walker.node.item == NO_INDEX && walker.node.task == NO_INDEX))
        return;
    workspace_dependents(workspace->ws, walker.node.document->path, walker.arena, &documents);
    *VEC_PUSH(walker.arena, &documents) = walker.node.document;
    for (size_t d = 0; d < documents.len; d++) {
        const struct document *document = documents.items[d];
        for (uint32_t i = 0; i < document->model->items.len; i++)
            look_at(&walker, (struct dependency_node){document, i, NO_INDEX});
        for (uint32_t t = 0; t < document->model->tasks.len; t++)
            look_at(&walker, (struct dependency_node){document, NO_INDEX, t});
    }
    if (walker.steps.len > 1)
        qsort(walker.steps.items, walker.steps.len, sizeof *walker.steps.items, compare);
    tell(&walker, &results->arena, out);
}

void planls_incoming_calls(struct planls_workspace *workspace, const char *path, const char *key,
                           struct planls_results *results, struct planls_calls *out)
{
    find_calls(workspace, path, key, true, results, out);
}

void planls_outgoing_calls(struct planls_workspace *workspace, const char *path, const char *key,
                           struct planls_results *results, struct planls_calls *out)
{
    find_calls(workspace, path, key, false, results, out);
}
