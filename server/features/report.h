/* report.h: what the parts of a report share. */
#ifndef PLANLS_FEATURES_REPORT_H
#define PLANLS_FEATURES_REPORT_H

#include "analysis/budget.h"
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
/* Fills risks: report_risks.c. */
void report_risks(struct report *r, const struct document *document,
                  struct planls_report_plan *plan);

#endif
