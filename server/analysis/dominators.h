/* dominators.h: what every path to the goal runs through.
 *
 * In a graph of what waits for what, the work begins with what waits for nothing (the starts) and ends
 * with what nothing waits for (the goals). A node that every way from any start to any goal runs through
 * dominates the goal: if it fails, all fails.
 */
#ifndef PLANLS_ANALYSIS_DOMINATORS_H
#define PLANLS_ANALYSIS_DOMINATORS_H

#include "analysis/graph.h"
#include "base/vec.h"

/* Immediate dominators of all that can be reached from `root` in a graph without cycles; the root's is
 * itself, an unreachable node's GRAPH_NONE. `order` holds all nodes, each before those its edges lead to.
 * Cooper, Harvey and Kennedy 2001, "A simple, fast dominance algorithm": one pass suffices without cycles;
 * their walk up the tree takes jumps (Myers 1983, "An applicative random-access stack"), so that all is
 * O(edges × log nodes). */
uint32_t *dominators_immediate(const struct graph *graph, uint32_t root, const uint32_t *order,
                               struct arena *arena);

/* A part of the graph that hangs together, edge directions aside, and what all its ways run through. */
struct bottlenecks {
    uint32_t size;   /* nodes of the part */
    bool branching;  /* some two of them do not wait for each other: no plain chain */
    uint32_t starts; /* nodes that wait for nothing, */
    uint32_t goals;  /* and those that nothing waits for */
    VEC(uint32_t)
    nodes; /* in the order of the work, first to last; a lone goal is left out, and so is
                            what stands in a cycle */
};
struct bottleneck_parts {
    VEC_MEMBERS(struct bottlenecks);
    uint32_t *part_of; /* per node: its part */
};

/* `waits`: edges lead from what waits to what it waits for. Nodes of a cycle count as one. Parts stand in
 * the order of their first nodes. */
void bottlenecks_find(const struct graph *waits, struct arena *arena, struct bottleneck_parts *out);

/* Does every way from the starts to the goals of a part run through one of the nodes marked `removed`
 * (those of one person, say)? `part_of` and `part` as above. */
bool bottleneck_is_set(const struct graph *waits, const uint32_t *part_of, uint32_t part,
                       const bool *removed, struct arena *arena);

#endif
