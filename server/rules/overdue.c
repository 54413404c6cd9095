/* overdue.c: an item whose time is over and whose work is not. */
#include "rules/lateness.h"

static void check_item(struct check *check, const struct dated_item *dated)
{
    date_days end = dated->span->days.to;
    uint32_t open = lateness_open_tasks(dated);
    char day[11];
    if (end == DATE_NONE || end >= check->today ||
        (open == 0 && (dated->progress.total || !lateness_is_said_open(dated->item))))
        return;
    date_format(end, day);
    int late = check->today - end;
    const char *ago = late == 1 ? "yesterday" : arena_printf(check->arena, "%d days ago", late);
    if (open && open == dated->progress.total)
        report(check, dated->item->name_span, "This was to be done by %s, %s, and nothing of it is",
               day, ago);
    else if (open)
        report(check, dated->item->name_span,
               "This was to be done by %s, %s, and %u of its %u tasks %s open", day, ago, open,
               dated->progress.total, open == 1 ? "is" : "are");
    else
        report(check, dated->item->name_span,
               "This was to be done by %s, %s, and its status is “%.*s”", day, ago,
               SLICE_ARG(dated->item->status_text));
}

/* ---- tasks with a day of their own ---------------------------------------------------------------- */

#define RELATED_SHOWN 3

struct due_tasks {
    const struct task *tasks;
    const struct item_span *spans; /* per item; NULL without items */
};

/* Is it open, past its day, and not already told with its item? */
static bool is_past(const struct check *check, const struct due_tasks *due, uint32_t index)
{
    const struct task *task = &due->tasks[index];
    if (task->due == DATE_NONE || task->due >= check->today || task->done || task->criterion ||
        task->status == STATUS_CANCELLED || task->status == STATUS_DEFERRED)
        return false;
    if (task->item == NO_INDEX)
        return true;
    const struct item_span *span = &due->spans[task->item];
    return !lateness_is_judged(&check->model->items.items[task->item], span) ||
           span->days.to == DATE_NONE || span->days.to >= check->today;
}

/* Tasks of one item, or of one section, are one list. */
static bool is_one_list(const struct task *a, const struct task *b)
{
    return a->item == b->item && (a->item != NO_INDEX || a->heading == b->heading);
}

static void report_tasks(struct check *check, const struct due_tasks *due, uint32_t first,
                         uint32_t end)
{
    const struct task *tasks = due->tasks;
    uint32_t count = 0, shown = 0;
    for (uint32_t i = first; i < end; i++)
        count += is_past(check, due, i);
    int late = check->today - tasks[first].due;
    const char *more =
        count > 1 ? arena_printf(check->arena, " (and %u more here)", count - 1) : "";
    struct planls_diagnostic *diagnostic =
        report(check, tasks[first].due_span, "This was due %s and is not done%s",
               late == 1 ? "yesterday" : arena_printf(check->arena, "%d days ago", late), more);
    for (uint32_t i = first + 1; i < end && shown < RELATED_SHOWN; i++)
        if (is_past(check, due, i)) {
            report_related(check, diagnostic, check->document, tasks[i].due_span, "and this");
            shown++;
        }
}

static void check_tasks(struct check *check)
{
    const struct model *model = check->model;
    bool any = false;
    for (size_t i = 0; i < model->tasks.len && !any; i++)
        any = model->tasks.items[i].due != DATE_NONE;
    if (!any || check->today == DATE_NONE || lateness_is_document_over(check))
        return;
    struct due_tasks due = {model->tasks.items,
                            item_spans_of(check->settings, model, check->arena)};
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        uint32_t end = i + 1;
        if (!is_past(check, &due, i))
            continue;
        while (end < model->tasks.len &&
               is_one_list(&model->tasks.items[i], &model->tasks.items[end]))
            end++;
        report_tasks(check, &due, i, end);
        i = end - 1;
    }
}

static void check_overdue(struct check *check)
{
    lateness_visit(check, check_item);
    check_tasks(check);
}

RULE(overdue) = {
    .name = "overdue",
    .summary = "the time of an item is over and its work is not",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .by_clock = true,
    .check = check_overdue,
};
