/* bad_task_marker.c: a task box that Markdown does not take for one. */
#include "rules/rule.h"

/* What stands in the box: 'x' where it is ticked, else a space. */
static char mark_of(struct slice box)
{
    for (size_t i = 0; i < box.len; i++)
        if (box.ptr[i] == 'x' || box.ptr[i] == 'X')
            return box.ptr[i];
    return ' ';
}

/* "-[ ]" lacks the space behind its bullet: the box itself is right. */
static bool is_box(struct slice box)
{
    return box.len == 3 && box.ptr[0] == '[' && box.ptr[2] == ']';
}

static void check_bad_task_marker(struct check *check)
{
    for (size_t i = 0; i < check->model->tasks.len; i++) {
        const struct task *task = &check->model->tasks.items[i];
        if (task->source != TASK_FROM_BAD_BOX)
            continue;
        struct slice box = span_slice(check->text, task->box);
        const char *right = arena_printf(check->arena, "[%c]", mark_of(box));
        struct planls_diagnostic *diagnostic;
        struct span behind = {task->box.end, task->box.end};
        struct span before = {task->box.start, task->box.start};
        if (is_box(box)) {
            bool glued = task->box.start > 0 && check->text.ptr[task->box.start - 1] != ' ';
            diagnostic = report(check, task->box,
                                "This is no task for Markdown: a space is missing %s the box",
                                glued ? "before" : "behind");
            struct planls_fix *fix = report_fix(check, diagnostic, true, "Insert the space");
            fix_edit(check, fix, check->document, glued ? before : behind, SLICE(" "));
            continue;
        }
        diagnostic = report(check, task->box, "“%.*s” is no task for Markdown: a box is “%s”",
                            SLICE_ARG(box), right);
        bool spaced = task->box.end < check->text.len && (check->text.ptr[task->box.end] == ' ' ||
                                                          check->text.ptr[task->box.end] == '\n' ||
                                                          check->text.ptr[task->box.end] == '\r');
        struct planls_fix *fix = report_fix(check, diagnostic, true, "Write “%s”", right);
        fix_edit(check, fix, check->document, task->box,
                 slice_of(spaced ? right : arena_printf(check->arena, "%s ", right)));
    }
}

RULE(bad_task_marker) = {
    .name = "bad-task-marker",
    .summary = "a task box is written so that Markdown does not see it",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .lean = true,
    .check = check_bad_task_marker,
};
