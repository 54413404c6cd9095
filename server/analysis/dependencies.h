/* dependencies.h: the graph of what waits for what, from every written form, and its cycles.
 *
 * Nodes are items and tasks; an edge leads from what waits to what it waits for. The graph is read
 * through the workspace's names, so only what is reachable from one document is ever looked at.
 */
#ifndef PLANLS_ANALYSIS_DEPENDENCIES_H
#define PLANLS_ANALYSIS_DEPENDENCIES_H

#include "workspace/workspace.h"

struct dependency_node {
    const struct document *document;
    uint32_t item, task; /* one of them NO_INDEX */
};

struct dependency_edge {
    struct dependency_node from, to;
    const struct document *document;     /* where the edge is written */
    const struct dependency *dependency; /* how it is written; belongs to document's model */
};

struct dependency_edges {
    VEC_MEMBERS(struct dependency_edge);
};

/* The edges written at one node, in order: to what it waits for, and from what it says it blocks; edges
 * to itself included. */
void dependency_edges_of(const struct workspace *ws, struct dependency_node node,
                         struct arena *arena, struct dependency_edges *out);

/* A cycle as its edges in order: edges[i].to is edges[i + 1].from, the last leads to the first. At
 * least two edges; the last is the one to drop: it leads against the order in which the items stand. */
struct dependency_cycle {
    struct dependency_edge *edges;
    size_t count;
};

struct dependency_cycles {
    VEC_MEMBERS(struct dependency_cycle);
};

/* One shortest cycle for each strongly connected component that a node of `document` is in (Tarjan
 * 1972; then breadth-first search inside the component). Linear in what is reachable. */
void dependency_cycles_of(const struct workspace *ws, const struct document *document,
                          struct arena *arena, struct dependency_cycles *out);

/* What the reader calls a node: "Phase 2", "T014", the title. In the arena. */
struct slice dependency_node_name(struct dependency_node node, struct arena *arena);

#endif
