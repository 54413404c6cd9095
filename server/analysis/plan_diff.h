/* plan_diff.h: what changed in the plan between two workspaces of the same folder.
 *
 * Items and tasks are found again as pairing.h says; what is left over of one document and
 * stands in another by the same id or title has moved. Dates are compared as days where both
 * hang on the same (weeks with weeks, whatever they are anchored to; dates with dates; across
 * only where the start is stated), sums per currency and unit, owners as sets, criteria as
 * weakening.h says. An item whose time is only its parts' is not said to slip: they are.
 */
#ifndef PLANLS_ANALYSIS_PLAN_DIFF_H
#define PLANLS_ANALYSIS_PLAN_DIFF_H

#include "workspace/workspace.h"

/* X(code, name in JSON) */
#define PLAN_CHANGES(X)                                                                            \
    X(CHANGE_ITEM_ADDED, "item-added")                                                             \
    X(CHANGE_ITEM_REMOVED, "item-removed")                                                         \
    X(CHANGE_ITEM_RENAMED, "item-renamed")                                                         \
    X(CHANGE_ITEM_MOVED, "item-moved") /* to another document */                                   \
    X(CHANGE_DATES, "dates")           /* by: days its end is later */                             \
    X(CHANGE_BUDGET, "budget")         /* by: how much more */                                     \
    X(CHANGE_OWNERS, "owners")                                                                     \
    X(CHANGE_STATUS, "status")                                                                     \
    X(CHANGE_CRITERION_ADDED, "criterion-added")                                                   \
    X(CHANGE_CRITERION_REMOVED, "criterion-removed")                                               \
    X(CHANGE_CRITERION_WEAKENED, "criterion-weakened")                                             \
    X(CHANGE_CRITERION_REWORDED, "criterion-reworded")                                             \
    X(CHANGE_CRITERIA_DONE, "criteria-done") /* how many are ticked: by */                         \
    X(CHANGE_GATE_REMOVED, "gate-removed")                                                         \
    X(CHANGE_TASK_ADDED, "task-added")                                                             \
    X(CHANGE_TASK_REMOVED, "task-removed")                                                         \
    X(CHANGE_TASK_RENAMED, "task-renamed")                                                         \
    X(CHANGE_TASK_MOVED, "task-moved")                                                             \
    X(CHANGE_TASK_STATUS, "task-status")

enum plan_change_kind {
#define PLAN_CHANGE_CODE(code, name) code,
    PLAN_CHANGES(PLAN_CHANGE_CODE)
#undef PLAN_CHANGE_CODE
};
#define PLAN_CHANGE_COUNT (CHANGE_TASK_STATUS + 1)
const char *plan_change_name(enum plan_change_kind kind);

/* One side of a change: a document's item or task, or nothing (document NULL). */
struct plan_place {
    const struct document *document;
    uint32_t item, task; /* one of them, the other NO_INDEX; of a gate of no item both are */
};

struct plan_change {
    enum plan_change_kind kind;
    struct plan_place before, now;
    struct slice before_text, now_text; /* for people; empty where there was or is nothing */
    bool measured;                      /* `by` says how much */
    double by;
    char currency[4]; /* of CHANGE_BUDGET */
};
struct plan_changes {
    VEC_MEMBERS(struct plan_change);
};

/* All changes that touch documents which `selects` takes (NULL: all), by path and place in the
 * later text, what is gone at the end of its document. Texts live in the arena. */
void plan_diff(const struct workspace *before, const struct workspace *now,
               bool (*selects)(void *context, struct slice path), void *context,
               struct arena *arena, struct plan_changes *out);

/* "Phase: New pier" or a task's title. */
struct slice plan_place_title(const struct plan_place *place, struct arena *arena);

#endif
