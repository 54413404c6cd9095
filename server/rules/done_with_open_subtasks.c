/* done_with_open_subtasks.c: a task ticked while tasks below it are open. */
#include "rules/rule.h"

static bool is_open(const struct task *task)
{
    return !task->done && !task->optional && task->status != STATUS_CANCELLED &&
           task->status != STATUS_DEFERRED && !span_is_empty(task->box);
}

/* The character between the brackets, or nothing where the mark is no box. */
static struct span inside_box(const struct check *check, const struct task *task)
{
    struct slice box = span_slice(check->text, task->box);
    if (box.len < 3 || box.ptr[0] != '[' || box.ptr[box.len - 1] != ']')
        return SPAN_NONE;
    return (struct span){task->box.start + 1, task->box.end - 1};
}

static void offer_fixes(struct check *check, struct planls_diagnostic *diagnostic, uint32_t parent)
{
    const struct model *model = check->model;
    struct span mark = inside_box(check, &model->tasks.items[parent]);
    if (span_is_empty(mark))
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Untick it");
    fix_edit(check, fix, check->document, mark, SLICE(" "));
    struct slice tick = span_slice(check->text, mark);
    fix = report_fix(check, diagnostic, false, "Tick what is open below it");
    for (uint32_t i = parent + 1; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        struct span inside = inside_box(check, task);
        if (task->parent == parent && is_open(task) && !span_is_empty(inside))
            fix_edit(check, fix, check->document, inside, tick);
    }
}

static void check_done_with_open_subtasks(struct check *check)
{
    const struct model *model = check->model;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        if (!task->done || task->source != TASK_FROM_BOX)
            continue;
        size_t open = 0, all = 0;
        uint32_t first = NO_INDEX;
        for (uint32_t c = i + 1; c < model->tasks.len; c++) {
            const struct task *child = &model->tasks.items[c];
            if (child->span.start >= model->tasks.items[i].span.end && child->parent == NO_INDEX)
                break; /* the next task of the outermost list: nothing below i follows */
            if (child->parent != i)
                continue;
            all++;
            if (is_open(child) && ++open == 1)
                first = c;
        }
        if (open == 0)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, task->box, "Ticked while %zu of the %zu tasks below it %s open", open,
                   all, open == 1 ? "is" : "are");
        report_related(check, diagnostic, check->document, model->tasks.items[first].box,
                       "still open");
        offer_fixes(check, diagnostic, i);
    }
}

RULE(done_with_open_subtasks) = {
    .name = "done-with-open-subtasks",
    .summary = "a task is ticked while tasks below it are open",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .lean = true,
    .check = check_done_with_open_subtasks,
};
