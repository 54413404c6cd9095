/* plan_graph.h: what waits for what as one graph of numbered nodes, for the analyses that look at more
 * than single edges: order, schedule, bottlenecks.
 */
#ifndef PLANLS_ANALYSIS_PLAN_GRAPH_H
#define PLANLS_ANALYSIS_PLAN_GRAPH_H

#include "analysis/dependencies.h"
#include "analysis/graph.h"

struct plan_graph {
    struct dependency_node *nodes; /* each with at least one edge; the documents' own come first, in
                                      document order */
    uint32_t count;
    struct dependency_edge *edges; /* as written; several may join the same two nodes */
    uint32_t edge_count;
    struct graph waits;     /* from what waits to what it waits for; .edge counts in `edges` */
    struct graph blocks;    /* the same the other way */
    const uint32_t *sorted; /* private to plan_graph_find */
};

/* The edges written in these documents, and further on all that can be reached by waiting. Linear in
 * what is read, but for a sort of the nodes. Lives in the arena. */
void plan_graph_of(const struct workspace *ws, const struct document *const *documents,
                   size_t count, struct arena *arena, struct plan_graph *out);

/* The graph about one document: its own nodes, what they wait for wherever it stands, and what waits for
 * them in documents that name it, those documents' other edges included; at most PLAN_GRAPH_NEIGHBOURS of
 * such documents. */
#define PLAN_GRAPH_NEIGHBOURS 64
void plan_graph_about(const struct workspace *ws, const struct document *document,
                      struct arena *arena, struct plan_graph *out);

/* All plans of the workspace. */
void plan_graph_of_workspace(const struct workspace *ws, struct arena *arena,
                             struct plan_graph *out);

/* A node's number, or GRAPH_NONE where it has no edge. */
uint32_t plan_graph_find(const struct plan_graph *graph, struct dependency_node node);

/* All nodes, each behind what it waits for; nodes of one cycle stand side by side. */
uint32_t *plan_graph_order(const struct plan_graph *graph, struct arena *arena);

#endif
