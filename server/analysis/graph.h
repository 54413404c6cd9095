/* graph.h: directed graphs of numbered nodes: components, order, dominators. Nothing of plans here.
 *
 * Everything lives in the arena given and takes time linear in nodes and edges unless said otherwise;
 * cycles and edges of a node to itself are allowed everywhere.
 */
#ifndef PLANLS_ANALYSIS_GRAPH_H
#define PLANLS_ANALYSIS_GRAPH_H

#include "base/arena.h"

#include <stdint.h>

#define GRAPH_NONE UINT32_MAX

struct graph_edge {
    uint32_t from, to;
};

/* The edges of node v stand in to[first[v]] … to[first[v + 1] - 1], in the order they were given. */
struct graph {
    uint32_t count;        /* nodes */
    const uint32_t *first; /* count + 1 */
    const uint32_t *to;
    const uint32_t *edge; /* parallel to `to`: which of the edges given it is */
};

struct graph graph_make(uint32_t count, const struct graph_edge *edges, uint32_t edge_count,
                        struct arena *arena);
/* The same edges the other way; `edge` is kept. */
struct graph graph_reversed(const struct graph *graph, struct arena *arena);

/* Strongly connected components (Tarjan 1972, "Depth-first search and linear graph algorithms"; without
 * recursion). Numbered from 0 so that an edge leads to its own component or to one with a lower number. */
struct graph_components {
    uint32_t count;
    uint32_t *of;   /* per node */
    uint32_t *size; /* per component */
};
struct graph_components graph_components(const struct graph *graph, struct arena *arena);

/* The nodes so that each stands behind all those its edges lead to, nodes of one cycle side by side: a
 * topological order of the components. */
uint32_t *graph_order(const struct graph *graph, const struct graph_components *components,
                      struct arena *arena);

/* Marks what can be reached from `start` without going through a node that is `closed` (NULL: none);
 * a closed start reaches nothing. The marks are added to those in `reached`. */
void graph_reach(const struct graph *graph, uint32_t start, const bool *closed, bool *reached,
                 struct arena *arena);

#endif
