/* progress.h: how much of the work is done: tasks rolled up to items, phases and the plan.
 *
 * What is counted is the leaf: a task without subtasks. A task with subtasks is its subtasks and
 * counts for nothing itself, so nothing counts twice; a document that is one task (Backlog.md) is one
 * leaf whatever boxes it holds. What is called off below a cancelled or deferred task is called off.
 * Criteria are results, not work, and are never counted. In a document whose tasks are headings
 * ("### Task 1.1 ✅") such a heading is a leaf where it has a state or its siblings do, and no task
 * of its own. (Counting leaves is the "0/100 and weighted milestone" family of earned-value rules with
 * all weights equal: a plan in Markdown states no others.)
 */
#ifndef PLANLS_ANALYSIS_PROGRESS_H
#define PLANLS_ANALYSIS_PROGRESS_H

#include "workspace/workspace.h"

#define PROGRESS_STATES (STATUS_UNKNOWN + 1)

/* Nothing was said in words. */
#define PROGRESS_UNSAID (-1)

struct progress {
    uint32_t total; /* leaves that count: all but cancelled ones and optional ones that are open */
    uint32_t done;
    uint32_t by[PROGRESS_STATES]; /* leaves per enum status: STATUS_NONE is 0 always, open leaves
                                     without a state are STATUS_TODO; [STATUS_CANCELLED] are those
                                     that left the total */
    uint32_t optional;            /* open optional ones, in no other count */
};

/* Of what a task counts as: STATUS_DONE, …; STATUS_NONE for one that counts for nothing (it has
 * subtasks, is a criterion, or belongs to a document that is one task). Per task of the model; in the
 * arena. Linear. */
enum status *progress_states(const struct model *model, struct arena *arena);

/* All leaves of a document's own tasks, whatever they serve. Linear. */
struct progress progress_of_tasks(const struct model *model, struct arena *arena);

struct plan_progress {
    struct progress *own;   /* per item: the tasks that serve it, from whatever document */
    struct progress *items; /* per item: own and all items below it */
    int *said;              /* per item: "85% Complete" in its status as 85, or PROGRESS_UNSAID */
    struct progress plan;   /* all items of the document */
    struct progress loose;  /* the document's own tasks that serve no item anywhere */
    struct tasks_of_items tasks; /* who serves what, for whoever lists them */
};

/* The roll-up of one document. Linear in its tasks and in those of the documents that name something
 * of it. In the arena. */
struct plan_progress progress_of(const struct workspace *ws, const struct document *document,
                                 struct arena *arena);

/* Percent of the total done, rounded down so that 100 means all; 0 where there is nothing. */
unsigned progress_percent(const struct progress *progress);
void progress_add(struct progress *to, const struct progress *more);

#endif
