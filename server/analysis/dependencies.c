/* dependencies.c: the graph of what waits for what, and its cycles. */
#include "analysis/dependencies.h"

#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

/* ---- edges ----------------------------------------------------------------------------------- */

static void add_edges(const struct workspace *ws, struct dependency_node node,
                      const struct dependencies *list, struct arena *arena,
                      struct dependency_edges *out)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct dependency *dependency = &list->items[i];
        struct target target;
        if (resolve_dependency(ws, node.document, node.item, node.task, dependency, &target) !=
            RESOLVED)
            continue;
        struct dependency_node other = {target.document, target.item, target.task};
        if (other.item == NO_INDEX && other.task == NO_INDEX)
            continue;
        struct dependency_edge edge = {node, other, node.document, dependency};
        if (dependency->blocks) {
            edge.from = other;
            edge.to = node;
        }
        *VEC_PUSH(arena, out) = edge;
    }
}

void dependency_edges_of(const struct workspace *ws, struct dependency_node node,
                         struct arena *arena, struct dependency_edges *out)
{
    const struct model *model = node.document->model;
    if (node.item != NO_INDEX)
        add_edges(ws, node, &model->items.items[node.item].depends_on, arena, out);
    else
        add_edges(ws, node, &model->tasks.items[node.task].depends_on, arena, out);
}

struct slice dependency_node_name(struct dependency_node node, struct arena *arena)
{
    const struct model *model = node.document->model;
    if (node.task != NO_INDEX) {
        const struct task *task = &model->tasks.items[node.task];
        return task->id.len ? task->id : task->title;
    }
    const struct item *item = &model->items.items[node.item];
    if (item->id.len)
        return item->id;
    if (item->number.len && item->kind != ITEM_OTHER) {
        char *name =
            arena_printf(arena, "%s %.*s", item_kind_name(item->kind), SLICE_ARG(item->number));
        name[0] = (char)(name[0] >= 'a' && name[0] <= 'z' ? name[0] - 'a' + 'A' : name[0]);
        return slice_of(name);
    }
    return item->title;
}

/* ---- the part of the graph that is reachable ------------------------------------------------- */

struct key { /* zeroed before it is filled, so that its padding compares equal */
    const struct document *document;
    uint32_t item, task;
};

struct vertex {
    UT_hash_handle hh;
    struct key key;
    struct dependency_node node;
    uint32_t place; /* among the graph's vertices */
    struct dependency_edges edges;
    VEC(struct vertex *) targets; /* parallel to edges */
    /* Tarjan's walk */
    uint32_t index, low; /* numbers from 1; index 0: not visited */
    uint32_t component;  /* from 1; 0 while not settled */
    uint32_t next_edge;  /* where the walk stands */
    /* breadth-first search */
    struct vertex *reached_from;
    uint32_t reached_by; /* edge of reached_from */
    uint32_t reached;    /* number of the last search that came by */
};

struct vertices {
    VEC_MEMBERS(struct vertex *);
};

struct graph {
    const struct workspace *ws;
    struct arena *arena;
    struct vertex *table;
    struct vertices vertices;
};

static struct vertex *vertex_of(struct graph *graph, struct dependency_node node)
{
    struct key key;
    memset(&key, 0, sizeof key);
    key.document = node.document;
    key.item = node.item;
    key.task = node.task;
    struct vertex *vertex = NULL;
    HASH_FIND(hh, graph->table, &key, sizeof key, vertex);
    if (vertex)
        return vertex;
    vertex = ARENA_NEW(graph->arena, struct vertex);
    memcpy(&vertex->key, &key, sizeof key);
    vertex->node = node;
    vertex->place = (uint32_t)graph->vertices.len;
    HASH_ADD(hh, graph->table, key, sizeof key, vertex);
    *VEC_PUSH(graph->arena, &graph->vertices) = vertex;
    return vertex;
}

static void grow_graph(struct graph *graph)
{
    for (size_t v = 0; v < graph->vertices.len; v++) { /* grows while it runs */
        struct dependency_edges written = {0};
        dependency_edges_of(graph->ws, graph->vertices.items[v]->node, graph->arena, &written);
        for (size_t e = 0; e < written.len; e++) {
            struct vertex *from = vertex_of(graph, written.items[e].from);
            struct vertex *to = vertex_of(graph, written.items[e].to);
            *VEC_PUSH(graph->arena, &from->edges) = written.items[e];
            *VEC_PUSH(graph->arena, &from->targets) = to;
        }
    }
}

static void add_document(struct graph *graph, const struct document *document)
{
    const struct model *model = document->model;
    for (uint32_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].depends_on.len)
            vertex_of(graph, (struct dependency_node){document, i, NO_INDEX});
    for (uint32_t i = 0; i < model->tasks.len; i++)
        if (model->tasks.items[i].depends_on.len)
            vertex_of(graph, (struct dependency_node){document, NO_INDEX, i});
}

/* ---- strongly connected components ----------------------------------------------------------- */

struct tarjan {
    struct arena *arena;
    struct vertices stack; /* Tarjan's own: visited and not settled */
    struct vertices path;  /* the walk's: takes the place of recursion */
    uint32_t visited, components;
};

static void enter(struct tarjan *t, struct vertex *vertex)
{
    vertex->index = vertex->low = ++t->visited;
    *VEC_PUSH(t->arena, &t->stack) = vertex;
    *VEC_PUSH(t->arena, &t->path) = vertex;
}

static void leave(struct tarjan *t, struct vertex *vertex)
{
    t->path.len--;
    if (t->path.len) {
        struct vertex *parent = *VEC_LAST(&t->path);
        if (vertex->low < parent->low)
            parent->low = vertex->low;
    }
    if (vertex->low != vertex->index)
        return;
    t->components++;
    struct vertex *settled;
    do {
        settled = t->stack.items[--t->stack.len];
        settled->component = t->components;
    } while (settled != vertex);
}

static void find_components(struct graph *graph)
{
    struct tarjan t = {.arena = graph->arena};
    for (size_t v = 0; v < graph->vertices.len; v++) {
        if (graph->vertices.items[v]->index)
            continue;
        enter(&t, graph->vertices.items[v]);
        while (t.path.len) {
            struct vertex *vertex = *VEC_LAST(&t.path);
            if (vertex->next_edge == vertex->targets.len) {
                leave(&t, vertex);
                continue;
            }
            struct vertex *target = vertex->targets.items[vertex->next_edge++];
            if (!target->index)
                enter(&t, target);
            else if (!target->component && target->index < vertex->low)
                vertex->low = target->index;
        }
    }
}

/* ---- one cycle per component ----------------------------------------------------------------- */

/* The shortest way from `start` back to itself inside its component: fills the reached_ fields and
 * gives the vertex and edge that lead back to start, or NULL. */
static struct vertex *search_back(struct graph *graph, struct vertex *start, uint32_t *edge)
{
    uint32_t search = start->place + 1;
    struct vertices queue = {0};
    *VEC_PUSH(graph->arena, &queue) = start;
    for (size_t at = 0; at < queue.len; at++) {
        struct vertex *vertex = queue.items[at];
        for (uint32_t e = 0; e < vertex->targets.len; e++) {
            struct vertex *target = vertex->targets.items[e];
            if (target == vertex || target->component != start->component)
                continue;
            if (target == start) {
                *edge = e;
                return vertex;
            }
            if (target->reached == search)
                continue;
            target->reached = search;
            target->reached_from = vertex;
            target->reached_by = e;
            *VEC_PUSH(graph->arena, &queue) = target;
        }
    }
    return NULL;
}

static bool stands_before(const struct dependency_edge *edge)
{
    if (edge->from.document != edge->to.document)
        return false;
    if (edge->from.item != NO_INDEX && edge->to.item != NO_INDEX)
        return edge->from.item < edge->to.item;
    return edge->from.task < edge->to.task;
}

/* Turns the cycle so that the last edge is one that leads forward (an item that waits for a later one),
 * which is the one to doubt. */
static void turn_cycle(struct dependency_cycle *cycle, const struct document *document,
                       struct arena *arena)
{
    size_t last = cycle->count - 1;
    for (size_t i = 0; i < cycle->count; i++) {
        if (cycle->edges[i].document != document)
            continue;
        last = i;
        if (stands_before(&cycle->edges[i]))
            break;
    }
    struct dependency_edge *turned = arena_array(arena, cycle->count, sizeof *turned);
    for (size_t i = 0; i < cycle->count; i++)
        turned[i] = cycle->edges[(last + 1 + i) % cycle->count];
    cycle->edges = turned;
}

static bool cycle_from(struct graph *graph, struct vertex *start, struct dependency_cycle *cycle)
{
    uint32_t edge = 0;
    struct vertex *end = search_back(graph, start, &edge);
    if (!end)
        return false;
    size_t count = 1;
    for (struct vertex *v = end; v != start; v = v->reached_from)
        count++;
    cycle->count = count;
    cycle->edges = arena_array(graph->arena, count, sizeof *cycle->edges);
    cycle->edges[--count] = end->edges.items[edge];
    for (struct vertex *v = end; v != start; v = v->reached_from)
        cycle->edges[--count] = v->reached_from->edges.items[v->reached_by];
    return true;
}

void dependency_cycles_of(const struct workspace *ws, const struct document *document,
                          struct arena *arena, struct dependency_cycles *out)
{
    struct graph graph = {.ws = ws, .arena = arena};
    add_document(&graph, document);
    grow_graph(&graph);
    find_components(&graph);
    bool *said = arena_array(arena, graph.vertices.len + 1, sizeof(bool)); /* by component */
    for (size_t v = 0; v < graph.vertices.len; v++) {
        struct vertex *vertex = graph.vertices.items[v];
        struct dependency_cycle cycle;
        if (vertex->node.document != document || said[vertex->component])
            continue;
        if (!cycle_from(&graph, vertex, &cycle))
            continue;
        said[vertex->component] = true;
        turn_cycle(&cycle, document, arena);
        *VEC_PUSH(arena, out) = cycle;
    }
    HASH_CLEAR(hh, graph.table);
}
