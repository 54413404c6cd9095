/* task_box.h: a task's box: is it open, and where to tick or untick it. */
#ifndef PLANLS_RULES_TASK_BOX_H
#define PLANLS_RULES_TASK_BOX_H

#include "rules/rule.h"

/* Has a box, and still to be done: neither ticked nor optional, cancelled or deferred. */
bool task_is_open(const struct task *task);

/* What stands between the brackets, or SPAN_NONE where the mark is no box. */
struct span task_box_inside(const struct check *check, const struct task *task);

#endif
