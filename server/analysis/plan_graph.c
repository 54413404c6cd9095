/* plan_graph.c: what waits for what as one graph of numbered nodes. */
#include "analysis/plan_graph.h"

#include <stdlib.h>
#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

struct key { /* zeroed before it is filled, so that its padding compares equal */
    const struct document *document;
    uint32_t item, task;
};

struct entry {
    UT_hash_handle hh;
    struct key key;
    uint32_t number;
};

struct growing {
    const struct workspace *ws;
    struct arena *arena;
    struct entry *table;
    VEC(struct dependency_node) nodes;
    VEC(struct dependency_edge) edges;
    VEC(struct graph_edge) ends; /* parallel to edges */
};

static uint32_t number_of(struct growing *g, struct dependency_node node)
{
    struct key key;
    struct entry *entry = NULL;
    memset(&key, 0, sizeof key);
    key.document = node.document;
    key.item = node.item;
    key.task = node.task;
    HASH_FIND(hh, g->table, &key, sizeof key, entry);
    if (entry)
        return entry->number;
    entry = ARENA_NEW(g->arena, struct entry);
    memcpy(&entry->key, &key, sizeof key);
    entry->number = (uint32_t)g->nodes.len;
    HASH_ADD(hh, g->table, key, sizeof key, entry);
    *VEC_PUSH(g->arena, &g->nodes) = node;
    return entry->number;
}

static void add_document(struct growing *g, const struct document *document)
{
    const struct model *model = document->model;
    for (uint32_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].depends_on.len)
            number_of(g, (struct dependency_node){document, i, NO_INDEX});
    for (uint32_t i = 0; i < model->tasks.len; i++)
        if (model->tasks.items[i].depends_on.len)
            number_of(g, (struct dependency_node){document, NO_INDEX, i});
}

/* Reads the edges written at every node; the nodes they lead to join at the end. */
static void grow(struct growing *g)
{
    for (size_t v = 0; v < g->nodes.len; v++) {
        struct dependency_edges written = {0};
        dependency_edges_of(g->ws, g->nodes.items[v], g->arena, &written);
        for (size_t e = 0; e < written.len; e++) {
            uint32_t from = number_of(g, written.items[e].from);
            uint32_t to = number_of(g, written.items[e].to);
            if (from == to)
                continue;
            *VEC_PUSH(g->arena, &g->edges) = written.items[e];
            *VEC_PUSH(g->arena, &g->ends) = (struct graph_edge){from, to};
        }
    }
}

/* ---- numbers --------------------------------------------------------------------------------- */

struct ranked {
    struct dependency_node node;
    uint32_t number;
};

static int compare_nodes(struct dependency_node a, struct dependency_node b)
{
    if (a.document != b.document)
        return (uintptr_t)a.document < (uintptr_t)b.document ? -1 : 1;
    if (a.item != b.item)
        return a.item < b.item ? -1 : 1;
    return (a.task > b.task) - (a.task < b.task);
}

static int compare_ranked(const void *a, const void *b)
{
    return compare_nodes(((const struct ranked *)a)->node, ((const struct ranked *)b)->node);
}

uint32_t plan_graph_find(const struct plan_graph *graph, struct dependency_node node)
{
    uint32_t low = 0, high = graph->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = compare_nodes(graph->nodes[graph->sorted[middle]], node);
        if (order == 0)
            return graph->sorted[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return GRAPH_NONE;
}

/* Leaves out nodes that no edge touches: names that mean nothing, or mean the node itself. */
static void settle(struct growing *g, struct plan_graph *out)
{
    size_t room = g->nodes.len + 1;
    bool *touched = arena_array(g->arena, room, sizeof *touched);
    uint32_t *number = arena_array(g->arena, room, sizeof *number);
    struct ranked *ranked = arena_array(g->arena, room, sizeof *ranked);
    uint32_t *sorted = arena_array(g->arena, room, sizeof *sorted);
    for (size_t e = 0; e < g->ends.len; e++)
        touched[g->ends.items[e].from] = touched[g->ends.items[e].to] = true;
    out->nodes = arena_array(g->arena, room, sizeof *out->nodes);
    for (uint32_t v = 0; v < g->nodes.len; v++) {
        if (!touched[v])
            continue;
        ranked[out->count] = (struct ranked){g->nodes.items[v], out->count};
        number[v] = out->count;
        out->nodes[out->count++] = g->nodes.items[v];
    }
    for (size_t e = 0; e < g->ends.len; e++) {
        struct graph_edge *end = &g->ends.items[e];
        *end = (struct graph_edge){number[end->from], number[end->to]};
    }
    if (out->count)
        qsort(ranked, out->count, sizeof *ranked, compare_ranked);
    for (uint32_t i = 0; i < out->count; i++)
        sorted[i] = ranked[i].number;
    out->sorted = sorted;
    out->edges = g->edges.items;
    out->edge_count = (uint32_t)g->edges.len;
    out->waits = graph_make(out->count, g->ends.items, out->edge_count, g->arena);
    out->blocks = graph_reversed(&out->waits, g->arena);
}

void plan_graph_of(const struct workspace *ws, const struct document *const *documents,
                   size_t count, struct arena *arena, struct plan_graph *out)
{
    struct growing g = {.ws = ws, .arena = arena};
    *out = (struct plan_graph){0};
    for (size_t i = 0; i < count; i++)
        add_document(&g, documents[i]);
    grow(&g);
    settle(&g, out);
    HASH_CLEAR(hh, g.table);
}

void plan_graph_about(const struct workspace *ws, const struct document *document,
                      struct arena *arena, struct plan_graph *out)
{
    struct document_list askers = {0};
    VEC(const struct document *) documents = {0};
    workspace_edit_dependents(ws, document->path, arena, &askers);
    *VEC_PUSH(arena, &documents) = document;
    for (size_t i = 0; i < askers.len && i < PLAN_GRAPH_NEIGHBOURS; i++)
        *VEC_PUSH(arena, &documents) = askers.items[i];
    plan_graph_of(ws, documents.items, documents.len, arena, out);
}

void plan_graph_of_workspace(const struct workspace *ws, struct arena *arena,
                             struct plan_graph *out)
{
    size_t count = workspace_count(ws);
    const struct document **documents = arena_array(arena, count + 1, sizeof(*documents));
    for (size_t i = 0; i < count; i++)
        documents[i] = workspace_at(ws, i);
    plan_graph_of(ws, documents, count, arena, out);
}

uint32_t *plan_graph_order(const struct plan_graph *graph, struct arena *arena)
{
    struct graph_components components = graph_components(&graph->waits, arena);
    return graph_order(&graph->waits, &components, arena);
}
