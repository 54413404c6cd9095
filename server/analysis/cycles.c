/* cycles.c: what waits for itself by way of others (analysis/dependencies.h). */
#include "analysis/plan_graph.h"

/* The breadth-first search inside one component. */
struct search {
    const struct plan_graph *graph;
    const struct graph_components *components;
    struct arena *arena;
    uint32_t *seen; /* per node: number of the last search that came by */
    uint32_t *from; /* where it came from, */
    uint32_t *by;   /* and by which edge */
    uint32_t searches;
};

/* The shortest way from `start` back to itself: fills from and by, and gives the node and edge that lead
 * back to start; false where there is none. */
static bool search_back(struct search *s, uint32_t start, uint32_t *end, uint32_t *edge)
{
    const struct graph *waits = &s->graph->waits;
    VEC(uint32_t) queue = {0};
    s->searches++;
    *VEC_PUSH(s->arena, &queue) = start;
    for (size_t at = 0; at < queue.len; at++) {
        uint32_t node = queue.items[at];
        for (uint32_t e = waits->first[node]; e < waits->first[node + 1]; e++) {
            uint32_t target = waits->to[e];
            if (s->components->of[target] != s->components->of[start])
                continue;
            if (target == start) {
                *end = node;
                *edge = waits->edge[e];
                return true;
            }
            if (s->seen[target] == s->searches)
                continue;
            s->seen[target] = s->searches;
            s->from[target] = node;
            s->by[target] = waits->edge[e];
            *VEC_PUSH(s->arena, &queue) = target;
        }
    }
    return false;
}

static bool cycle_from(struct search *s, uint32_t start, struct dependency_cycle *cycle)
{
    uint32_t end = start, edge = 0;
    size_t count = 1;
    if (!search_back(s, start, &end, &edge))
        return false;
    for (uint32_t v = end; v != start; v = s->from[v])
        count++;
    cycle->count = count;
    cycle->edges = arena_array(s->arena, count, sizeof *cycle->edges);
    cycle->edges[--count] = s->graph->edges[edge];
    for (uint32_t v = end; v != start; v = s->from[v])
        cycle->edges[--count] = s->graph->edges[s->by[v]];
    return true;
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

void dependency_cycles_of(const struct workspace *ws, const struct document *document,
                          struct arena *arena, struct dependency_cycles *out)
{
    struct plan_graph graph;
    plan_graph_of(ws, &document, 1, arena, &graph);
    struct graph_components components = graph_components(&graph.waits, arena);
    size_t room = (size_t)graph.count + 1;
    struct search search = {&graph,
                            &components,
                            arena,
                            arena_array(arena, room, sizeof(uint32_t)),
                            arena_array(arena, room, sizeof(uint32_t)),
                            arena_array(arena, room, sizeof(uint32_t)),
                            0};
    bool *said = arena_array(arena, room, sizeof *said); /* by component */
    for (uint32_t v = 0; v < graph.count; v++) {
        struct dependency_cycle cycle;
        if (graph.nodes[v].document != document || said[components.of[v]] ||
            !cycle_from(&search, v, &cycle))
            continue;
        said[components.of[v]] = true;
        turn_cycle(&cycle, document, arena);
        *VEC_PUSH(arena, out) = cycle;
    }
}
