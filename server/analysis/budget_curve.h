/* budget_curve.h: money spread along the items' days. Internal to analysis/. */
#ifndef PLANLS_ANALYSIS_BUDGET_CURVE_H
#define PLANLS_ANALYSIS_BUDGET_CURVE_H

#include "analysis/budget.h"

/* Fills curve, dated, quarters and unplaced from rest. */
void budget_curve_draw(const struct model *model, const struct settings *settings,
                       struct arena *arena, struct budget *out);

#endif
