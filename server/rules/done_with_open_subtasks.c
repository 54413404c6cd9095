/* done_with_open_subtasks.c: a task ticked while tasks below it are open. */
#include "rules/rule.h"
#include "rules/task_box.h"

/* What a task's own subtasks are like, gathered in one pass. */
struct children {
    uint32_t all, open;
    uint32_t first_open, last_open; /* NO_INDEX where open is 0 */
};

static struct children *count_children(struct check *check)
{
    const struct model *model = check->model;
    struct children *children = arena_array(check->arena, model->tasks.len + 1, sizeof *children);
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        if (task->parent == NO_INDEX)
            continue;
        struct children *of = &children[task->parent];
        if (task->criterion)
            continue; /* done-unverified's */
        of->all++;
        if (!task_is_open(task))
            continue;
        if (of->open++ == 0)
            of->first_open = i;
        of->last_open = i;
    }
    return children;
}

/* More open subtasks than this are ticked by hand, if at all. */
#define TICKED_AT_ONCE 50

static void offer_fixes(struct check *check, struct planls_diagnostic *diagnostic, uint32_t parent,
                        const struct children *children)
{
    const struct model *model = check->model;
    struct span mark = task_box_inside(check, &model->tasks.items[parent]);
    if (span_is_empty(mark))
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Untick it");
    fix_edit(check, fix, check->document, mark, SLICE(" "));
    if (children->open > TICKED_AT_ONCE)
        return;
    struct slice tick = span_slice(check->text, mark);
    fix = report_fix(check, diagnostic, false, "Tick what is open below it");
    for (uint32_t i = children->first_open; i <= children->last_open; i++) {
        const struct task *task = &model->tasks.items[i];
        struct span inside = task_box_inside(check, task);
        if (task->parent == parent && !task->criterion && task_is_open(task) &&
            !span_is_empty(inside))
            fix_edit(check, fix, check->document, inside, tick);
    }
}

static void check_done_with_open_subtasks(struct check *check)
{
    const struct model *model = check->model;
    if (model->tasks.len == 0)
        return;
    const struct children *all = count_children(check);
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        const struct children *children = &all[i];
        if (!task->done || task->source != TASK_FROM_BOX || children->open == 0)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, task->box, "Ticked while %u of the %u tasks below it %s open",
                   children->open, children->all, children->open == 1 ? "is" : "are");
        report_related(check, diagnostic, check->document,
                       model->tasks.items[children->first_open].box, "still open");
        offer_fixes(check, diagnostic, i, children);
    }
}

RULE(done_with_open_subtasks) = {
    .name = "done-with-open-subtasks",
    .summary = "a task is ticked while tasks below it are open",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .gate = RULE_GATE_ERROR,
    .since = "0.1",
    .lean = true,
    .check = check_done_with_open_subtasks,
};
