/* schedule.h: when what waits for what can and must happen: earliest and latest days, slack, critical path.
 *
 * The critical path method (Kelley and Walker 1959, "Critical-path planning and scheduling") over items
 * and tasks. What a plan states is taken as planned; what states only a duration ("3 weeks", a task's
 * "(4h)") begins when all it waits for has ended; what states neither takes no time of its own and lets
 * the days of its neighbours through. Edges inside a cycle are left out. Linear in the graph.
 */
#ifndef PLANLS_ANALYSIS_SCHEDULE_H
#define PLANLS_ANALYSIS_SCHEDULE_H

#include "analysis/calendar.h"
#include "analysis/plan_graph.h"

/* Days as date_days with fractions (hours of work are eighths of a day); an end is the moment behind the
 * last day, so that "ends Sunday, next starts Monday" leaves 0 between. */
struct scheduled {
    bool stated;          /* its own dates are written */
    bool known;           /* start and finish are known; all below is meaningless where not */
    bool critical;        /* no slack: when it slips, the end slips */
    bool in_cycle;        /* waits for itself by way of others */
    double start, finish; /* as planned */
    double earliest_start, earliest_finish; /* if everything moved up as far as it can */
    double latest_start, latest_finish;     /* without moving the end */
    double slack;                           /* total float: days it can slip without moving the end;
                                               negative where what waits for it starts too early */
    double free_slack;                      /* days it can slip without moving what waits for it */
    uint32_t next; /* the first of what waits for it that has a known start, or GRAPH_NONE */
};

struct schedule {
    const struct plan_graph *graph;
    struct scheduled *nodes;     /* parallel to the graph's */
    bool dated;                  /* something states its days; else they are counted from 0 */
    bool counted;                /* in weeks, months or days of the plan; false: in dates */
    enum calendar_anchor anchor; /* what the days hang on */
    double end;                  /* the latest finish; meaningless where nothing is known */
    uint32_t *critical;          /* the longest critical chain, first to last */
    uint32_t critical_count;
};

/* The days are those of `document` (NULL: of the first that states any): what cannot be compared with
 * them, such as the weeks of another plan, is as if it stated nothing. Everything lives in the arena; the graph is
 * borrowed. */
void schedule_of(const struct workspace *ws, const struct plan_graph *graph,
                 const struct document *document, struct arena *arena, struct schedule *out);

#endif
