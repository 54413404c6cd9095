/* summary_rows.h: rows of a table that sum up sections of the same document ("| Phase 2: Build | Weeks
 * 3-6 |" above "## Phase 2: Build"). */
#ifndef PLANLS_RULES_SUMMARY_ROWS_H
#define PLANLS_RULES_SUMMARY_ROWS_H

#include "rules/rule.h"

/* Calls visit for each row that names an item with a heading, the only one of that name, and says one
 * time in a column of times: with that item and that time. n log n. */
void summary_rows_visit(struct check *check, void (*visit)(struct check *check, uint32_t item,
                                                           const struct time_value *time));

#endif
