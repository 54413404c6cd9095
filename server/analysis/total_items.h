/* total_items.h: totals whose parts are the budgets of a plan's items. */
#ifndef PLANLS_ANALYSIS_TOTAL_ITEMS_H
#define PLANLS_ANALYSIS_TOTAL_ITEMS_H

#include "analysis/totals.h"

/* Judges a TOTAL_OF_ITEMS; `out` holds what is said and its currency. */
void total_judge_items(const struct model *model, const struct budget *budget,
                       const struct total *total, struct arena *arena, struct total_sum *out);

#endif
