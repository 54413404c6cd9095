/* dominators.c: what every path to the goal runs through. */
#include "analysis/dominators.h"

/* ---- immediate dominators of a graph without cycles ------------------------------------------ */

/* The tree of dominators while it grows: each node's depth and, beside its parent, an ancestor further
 * up, so far that any depth is reached in a logarithm of jumps. */
struct tree {
    uint32_t *parent, *jump, *depth;
};

static void add_to_tree(struct tree *tree, uint32_t node, uint32_t parent)
{
    uint32_t far = tree->jump[parent];
    bool even =
        tree->depth[parent] - tree->depth[far] == tree->depth[far] - tree->depth[tree->jump[far]];
    tree->parent[node] = parent;
    tree->depth[node] = tree->depth[parent] + 1;
    tree->jump[node] = even ? tree->jump[far] : parent;
}

/* The nearest ancestor of both: Cooper, Harvey and Kennedy's "intersect". */
static uint32_t intersect(const struct tree *tree, uint32_t a, uint32_t b)
{
    if (tree->depth[a] < tree->depth[b]) {
        uint32_t swap = a;
        a = b;
        b = swap;
    }
    while (tree->depth[a] > tree->depth[b])
        a = tree->depth[tree->jump[a]] >= tree->depth[b] ? tree->jump[a] : tree->parent[a];
    while (a != b) {
        bool apart = tree->jump[a] != tree->jump[b];
        a = apart ? tree->jump[a] : tree->parent[a];
        b = apart ? tree->jump[b] : tree->parent[b];
    }
    return a;
}

uint32_t *dominators_immediate(const struct graph *graph, uint32_t root, const uint32_t *order,
                               struct arena *arena)
{
    size_t room = (size_t)graph->count + 1;
    struct tree tree = {arena_array(arena, room, sizeof(uint32_t)),
                        arena_array(arena, room, sizeof(uint32_t)),
                        arena_array(arena, room, sizeof(uint32_t))};
    struct graph into = graph_reversed(graph, arena);
    for (uint32_t v = 0; v < graph->count; v++)
        tree.parent[v] = GRAPH_NONE;
    tree.parent[root] = tree.jump[root] = root;
    for (uint32_t i = 0; i < graph->count; i++) {
        uint32_t node = order[i], found = GRAPH_NONE;
        if (node == root)
            continue;
        for (uint32_t p = into.first[node]; p < into.first[node + 1]; p++) {
            uint32_t before = into.to[p];
            if (tree.parent[before] != GRAPH_NONE)
                found = found == GRAPH_NONE ? before : intersect(&tree, found, before);
        }
        if (found != GRAPH_NONE)
            add_to_tree(&tree, node, found);
    }
    return tree.parent;
}

/* ---- parts ----------------------------------------------------------------------------------- */

static uint32_t find_parts(const struct graph *waits, const struct graph *blocks, uint32_t *part_of,
                           struct arena *arena)
{
    uint32_t *queue = arena_array(arena, (size_t)waits->count + 1, sizeof *queue), parts = 0;
    for (uint32_t v = 0; v < waits->count; v++)
        part_of[v] = GRAPH_NONE;
    for (uint32_t v = 0; v < waits->count; v++) {
        uint32_t len = 0;
        if (part_of[v] != GRAPH_NONE)
            continue;
        part_of[v] = parts;
        queue[len++] = v;
        for (uint32_t at = 0; at < len; at++) {
            const struct graph *both[] = {waits, blocks};
            for (int side = 0; side < 2; side++) {
                const struct graph *g = both[side];
                for (uint32_t i = g->first[queue[at]]; i < g->first[queue[at] + 1]; i++) {
                    if (part_of[g->to[i]] != GRAPH_NONE)
                        continue;
                    part_of[g->to[i]] = parts;
                    queue[len++] = g->to[i];
                }
            }
        }
        parts++;
    }
    return parts;
}

/* ---- bottlenecks ----------------------------------------------------------------------------- */

/* The graph the ways are looked for in: a node for each cycle or node outside one, edges in the order of
 * the work; then for each part a begin in front of its starts and an end behind its goals; one root. */
struct ways {
    struct graph graph;
    uint32_t components, parts;
    uint32_t *order, *part, *node; /* per component: its part, one node of it */
    uint32_t *longest;             /* per part: nodes on its longest way */
    uint32_t *sizes;               /* per part: components */
};

static uint32_t begin_of(const struct ways *ways, uint32_t part)
{
    return ways->components + 2 * part;
}

static uint32_t end_of(const struct ways *ways, uint32_t part)
{
    return ways->components + 2 * part + 1;
}

static uint32_t root_of(const struct ways *ways)
{
    return ways->components + 2 * ways->parts;
}

/* Where every component stands: what waits for nothing and what nothing waits for. */
static void mark_ends(const struct graph *waits, const struct graph_components *components,
                      bool *waiting, bool *blocking)
{
    for (uint32_t v = 0; v < waits->count; v++)
        for (uint32_t i = waits->first[v]; i < waits->first[v + 1]; i++)
            if (components->of[v] != components->of[waits->to[i]]) {
                waiting[components->of[v]] = true;
                blocking[components->of[waits->to[i]]] = true;
            }
}

static void measure_ways(struct ways *ways, const struct graph *waits,
                         const struct graph_components *components, const uint32_t *order,
                         struct arena *arena)
{
    uint32_t *length = arena_array(arena, (size_t)ways->components + 1, sizeof *length);
    for (uint32_t c = 0; c < ways->components; c++) {
        length[c] = 1;
        ways->sizes[ways->part[c]]++;
    }
    /* Nodes of one component stand side by side in the order, behind all that it waits for. */
    for (uint32_t i = 0; i < waits->count; i++) {
        uint32_t v = order[i], c = components->of[v];
        for (uint32_t e = waits->first[v]; e < waits->first[v + 1]; e++) {
            uint32_t other = components->of[waits->to[e]];
            if (other != c && length[other] + 1 > length[c])
                length[c] = length[other] + 1;
        }
        if (length[c] > ways->longest[ways->part[c]])
            ways->longest[ways->part[c]] = length[c];
    }
}

static void make_ways(struct ways *ways, const struct graph *waits,
                      const struct graph_components *components, struct bottleneck_parts *out,
                      struct arena *arena)
{
    VEC(struct graph_edge) edges = {0};
    bool *waiting = arena_array(arena, (size_t)ways->components + 1, sizeof *waiting);
    bool *blocking = arena_array(arena, (size_t)ways->components + 1, sizeof *blocking);
    mark_ends(waits, components, waiting, blocking);
    for (uint32_t v = 0; v < waits->count; v++)
        for (uint32_t i = waits->first[v]; i < waits->first[v + 1]; i++)
            if (components->of[v] != components->of[waits->to[i]])
                *VEC_PUSH(arena, &edges) =
                    (struct graph_edge){components->of[waits->to[i]], components->of[v]};
    for (uint32_t c = 0; c < ways->components; c++) {
        uint32_t part = ways->part[c];
        if (!waiting[c]) {
            out->items[part].starts++;
            *VEC_PUSH(arena, &edges) = (struct graph_edge){begin_of(ways, part), c};
        }
        if (!blocking[c]) {
            out->items[part].goals++;
            *VEC_PUSH(arena, &edges) = (struct graph_edge){c, end_of(ways, part)};
        }
    }
    for (uint32_t p = 0; p < ways->parts; p++)
        *VEC_PUSH(arena, &edges) = (struct graph_edge){root_of(ways), begin_of(ways, p)};
    ways->graph = graph_make(root_of(ways) + 1, edges.items, (uint32_t)edges.len, arena);
    /* Components are numbered so that each stands behind what it waits for. */
    ways->order = arena_array(arena, ways->graph.count, sizeof *ways->order);
    uint32_t at = 0;
    ways->order[at++] = root_of(ways);
    for (uint32_t p = 0; p < ways->parts; p++)
        ways->order[at++] = begin_of(ways, p);
    for (uint32_t c = 0; c < ways->components; c++)
        ways->order[at++] = c;
    for (uint32_t p = 0; p < ways->parts; p++)
        ways->order[at++] = end_of(ways, p);
}

/* The dominators of a part's end, from the last to the first, told the other way round. */
static void collect(const struct ways *ways, const struct graph_components *components,
                    const uint32_t *dominator, uint32_t part, struct bottlenecks *out,
                    struct arena *arena)
{
    VEC(uint32_t) found = {0};
    uint32_t node = dominator[end_of(ways, part)], goal = node;
    for (; node < ways->components; node = dominator[node])
        if (components->size[node] == 1 && !(node == goal && out->goals == 1))
            *VEC_PUSH(arena, &found) = ways->node[node];
    for (size_t i = found.len; i-- > 0;)
        *VEC_PUSH(arena, &out->nodes) = found.items[i];
}

void bottlenecks_find(const struct graph *waits, struct arena *arena, struct bottleneck_parts *out)
{
    struct graph blocks = graph_reversed(waits, arena);
    struct graph_components components = graph_components(waits, arena);
    uint32_t *order = graph_order(waits, &components, arena);
    struct ways ways = {.components = components.count};
    out->part_of = arena_array(arena, (size_t)waits->count + 1, sizeof *out->part_of);
    ways.parts = find_parts(waits, &blocks, out->part_of, arena);
    ways.part = arena_array(arena, (size_t)ways.components + 1, sizeof *ways.part);
    ways.node = arena_array(arena, (size_t)ways.components + 1, sizeof *ways.node);
    ways.longest = arena_array(arena, (size_t)ways.parts + 1, sizeof *ways.longest);
    ways.sizes = arena_array(arena, (size_t)ways.parts + 1, sizeof *ways.sizes);
    for (uint32_t p = 0; p < ways.parts; p++)
        *VEC_PUSH(arena, out) = (struct bottlenecks){0};
    for (uint32_t v = 0; v < waits->count; v++) {
        ways.part[components.of[v]] = out->part_of[v];
        ways.node[components.of[v]] = v;
        out->items[out->part_of[v]].size++;
    }
    measure_ways(&ways, waits, &components, order, arena);
    make_ways(&ways, waits, &components, out, arena);
    uint32_t *dominator = dominators_immediate(&ways.graph, root_of(&ways), ways.order, arena);
    for (uint32_t p = 0; p < ways.parts; p++) {
        out->items[p].branching = ways.longest[p] < ways.sizes[p];
        collect(&ways, &components, dominator, p, &out->items[p], arena);
    }
}

bool bottleneck_is_set(const struct graph *waits, const uint32_t *part_of, uint32_t part,
                       const bool *removed, struct arena *arena)
{
    struct graph blocks = graph_reversed(waits, arena);
    bool *reached = arena_array(arena, (size_t)waits->count + 1, sizeof *reached);
    bool begun = false;
    for (uint32_t v = 0; v < waits->count; v++)
        if (part_of[v] == part && waits->first[v] == waits->first[v + 1]) {
            begun = true;
            graph_reach(&blocks, v, removed, reached, arena);
        }
    for (uint32_t v = 0; v < waits->count; v++)
        if (part_of[v] == part && reached[v] && blocks.first[v] == blocks.first[v + 1])
            return false;
    return begun;
}
