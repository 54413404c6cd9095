/* report.h: what the parts of a report share. */
#ifndef PLANLS_FEATURES_REPORT_H
#define PLANLS_FEATURES_REPORT_H

#include "analysis/budget.h"
#include "analysis/capacity.h"
#include "features/facade.h"

#include <planls/report.h>

struct report {
    struct planls_workspace *workspace;
    const struct settings *settings;
    struct planls_results *results;
    struct arena *arena; /* results' */
};

/* Sums of money as they are told. */
struct planls_amount *report_amounts(const struct report *r, const struct budget_sums *sums,
                                     size_t *count);
/* Everything but the risks. */
void report_plan(struct report *r, const struct document *document,
                 struct planls_report_plan *plan);
/* Fills items, edges, tasks, tasks_done and loose: report_items.c. */
void report_items(struct report *r, const struct document *document,
                  const struct calendar *calendar, const struct budget *budget,
                  struct planls_report_plan *plan);
/* Fills gates and stops: report_gates.c. */
void report_gates(const struct report *r, const struct document *document,
                  struct planls_report_plan *plan);
/* Fills the loads of those who work on one of the plans told of, and have days: report_loads.c. */
void report_loads(const struct report *r, const struct loads *loads, struct planls_report *out);
/* "critical", "2 w", "-3 d"; empty where it has no time. */
const char *report_slack(const struct planls_report_item *item, struct arena *arena);
/* Is it a plan of its own, that is: neither a template nor put away? */
bool report_is_plan(const struct document *document);
/* Fills risks and counts findings: report_risks.c. */
void report_risks(struct report *r, const struct document *document,
                  struct planls_report_plan *plan);

#endif
