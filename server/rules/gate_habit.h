/* gate_habit.h: do a document's gates say what must hold? */
#ifndef PLANLS_RULES_GATE_HABIT_H
#define PLANLS_RULES_GATE_HABIT_H

#include "model/model.h"

/* Most of them, at least two; *having is how many. An empty one among them is gate-without-criteria's
 * finding, not empty-field's. */
bool gates_have_criteria(const struct model *model, uint32_t *having);

#endif
