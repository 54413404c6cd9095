/* graph.c: directed graphs of numbered nodes: components, order, reach. */
#include "analysis/graph.h"

#include "base/vec.h"

struct graph graph_make(uint32_t count, const struct graph_edge *edges, uint32_t edge_count,
                        struct arena *arena)
{
    uint32_t *first = arena_array(arena, (size_t)count + 2, sizeof *first);
    uint32_t *to = arena_array(arena, (size_t)edge_count + 1, sizeof *to);
    uint32_t *edge = arena_array(arena, (size_t)edge_count + 1, sizeof *edge);
    /* Counted two places on, so that filling moves each to where it belongs. */
    for (uint32_t e = 0; e < edge_count; e++)
        first[edges[e].from + 2]++;
    for (uint32_t v = 1; v <= count + 1; v++)
        first[v] += first[v - 1];
    for (uint32_t e = 0; e < edge_count; e++) {
        uint32_t place = first[edges[e].from + 1]++;
        to[place] = edges[e].to;
        edge[place] = e;
    }
    return (struct graph){count, first, to, edge};
}

struct graph graph_reversed(const struct graph *graph, struct arena *arena)
{
    uint32_t edge_count = graph->first[graph->count];
    struct graph_edge *edges = arena_array(arena, (size_t)edge_count + 1, sizeof *edges);
    for (uint32_t v = 0; v < graph->count; v++)
        for (uint32_t i = graph->first[v]; i < graph->first[v + 1]; i++)
            edges[graph->edge[i]] = (struct graph_edge){graph->to[i], v};
    return graph_make(graph->count, edges, edge_count, arena);
}

/* ---- strongly connected components ----------------------------------------------------------- */

struct tarjan {
    const struct graph *graph;
    uint32_t *index, *low, *next_edge; /* per node; index 0: not visited */
    uint32_t *stack, *path;            /* Tarjan's own; the walk's, in the place of recursion */
    uint32_t stacked, walked, visited;
    struct graph_components out; /* of: GRAPH_NONE while not settled */
};

static void enter(struct tarjan *t, uint32_t node)
{
    t->index[node] = t->low[node] = ++t->visited;
    t->stack[t->stacked++] = node;
    t->path[t->walked++] = node;
    t->next_edge[node] = t->graph->first[node];
}

static void leave(struct tarjan *t, uint32_t node)
{
    t->walked--;
    if (t->walked) {
        uint32_t parent = t->path[t->walked - 1];
        if (t->low[node] < t->low[parent])
            t->low[parent] = t->low[node];
    }
    if (t->low[node] != t->index[node])
        return;
    uint32_t settled;
    do {
        settled = t->stack[--t->stacked];
        t->out.of[settled] = t->out.count;
        t->out.size[t->out.count]++;
    } while (settled != node);
    t->out.count++;
}

static void walk_from(struct tarjan *t, uint32_t root)
{
    enter(t, root);
    while (t->walked) {
        uint32_t node = t->path[t->walked - 1];
        if (t->next_edge[node] == t->graph->first[node + 1]) {
            leave(t, node);
            continue;
        }
        uint32_t target = t->graph->to[t->next_edge[node]++];
        if (!t->index[target])
            enter(t, target);
        else if (t->out.of[target] == GRAPH_NONE && t->index[target] < t->low[node])
            t->low[node] = t->index[target];
    }
}

struct graph_components graph_components(const struct graph *graph, struct arena *arena)
{
    size_t room = (size_t)graph->count + 1;
    struct tarjan t = {.graph = graph};
    t.index = arena_array(arena, room, sizeof *t.index);
    t.low = arena_array(arena, room, sizeof *t.low);
    t.next_edge = arena_array(arena, room, sizeof *t.next_edge);
    t.stack = arena_array(arena, room, sizeof *t.stack);
    t.path = arena_array(arena, room, sizeof *t.path);
    t.out.of = arena_array(arena, room, sizeof *t.out.of);
    t.out.size = arena_array(arena, room, sizeof *t.out.size);
    for (uint32_t v = 0; v < graph->count; v++)
        t.out.of[v] = GRAPH_NONE;
    for (uint32_t v = 0; v < graph->count; v++)
        if (!t.index[v])
            walk_from(&t, v);
    return t.out;
}

/* ---- order and reach ------------------------------------------------------------------------- */

uint32_t *graph_order(const struct graph *graph, const struct graph_components *components,
                      struct arena *arena)
{
    /* A counting sort by component keeps the nodes of one in their own order. */
    uint32_t *place = arena_array(arena, (size_t)components->count + 1, sizeof *place);
    uint32_t *order = arena_array(arena, (size_t)graph->count + 1, sizeof *order);
    for (uint32_t c = 0; c < components->count; c++)
        place[c + 1] = place[c] + components->size[c];
    for (uint32_t v = 0; v < graph->count; v++)
        order[place[components->of[v]]++] = v;
    return order;
}

void graph_reach(const struct graph *graph, uint32_t start, const bool *closed, bool *reached,
                 struct arena *arena)
{
    VEC(uint32_t) queue = {0};
    if (reached[start] || (closed && closed[start]))
        return;
    reached[start] = true;
    *VEC_PUSH(arena, &queue) = start;
    for (size_t at = 0; at < queue.len; at++) {
        uint32_t node = queue.items[at];
        for (uint32_t i = graph->first[node]; i < graph->first[node + 1]; i++) {
            uint32_t target = graph->to[i];
            if (reached[target] || (closed && closed[target]))
                continue;
            reached[target] = true;
            *VEC_PUSH(arena, &queue) = target;
        }
    }
}
