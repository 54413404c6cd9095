/* report_tables.h: a report's tables and sentences, which text, Markdown and HTML share. */
#ifndef PLANLS_CLI_REPORT_TABLES_H
#define PLANLS_CLI_REPORT_TABLES_H

#include "cli/table.h"

#include <planls/report.h>

/* "12 items · weeks 1–16 (21 Apr – 10 Aug 2025, …) · $182K and $200K per year · 3 of 8 tasks done". */
const char *report_summary(const struct planls_report_plan *plan, struct arena *arena);

/* Item, when, owner, budget, tasks, slack, gate; with bars of `bar` columns where that is not 0. */
void report_item_table(const struct planls_report_plan *plan, unsigned bar, struct arena *arena,
                       struct table *table);
/* Who has how much when: one row per person and run. */
void report_load_table(const struct planls_report *report, struct arena *arena,
                       struct table *table);
/* The curve at its checkpoints, at the ends of quarters of the time or of weeks: at most `most` rows. */
void report_budget_table(const struct planls_report_plan *plan, size_t most, struct arena *arena,
                         struct table *table);

/* "weeks 5–8", "19 May – 15 Jun 2025"; "" where not known. */
const char *report_days(int32_t from, int32_t to, int from_week, int to_week, struct arena *arena);
/* "$25K and $200K per year". */
const char *report_money(const struct planls_amount *amounts, size_t count, struct arena *arena);
/* "150 %". */
const char *report_load(double load, struct arena *arena);

#endif
