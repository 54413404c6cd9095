/* late_start.c: an item that should be under way and has not begun. */
#include "analysis/workdays.h"
#include "rules/lateness.h"

/* Nothing ticked says something only of several tasks, in a document that ticks. */
#define TELLING_TASKS 3

static bool ticks_elsewhere(const struct model *model)
{
    for (size_t i = 0; i < model->tasks.len; i++)
        if (model->tasks.items[i].done && !model->tasks.items[i].criterion)
            return true;
    return false;
}

/* "Not started", or none of several tasks begun when half of the workdays are over. */
static bool has_not_begun(const struct check *check, const struct dated_item *dated)
{
    const struct progress *progress = &dated->progress;
    const struct day_span *days = &dated->span->days;
    if (dated->item->status == STATUS_TODO)
        return progress->done == 0 && progress->by[STATUS_DOING] == 0;
    if (dated->item->status != STATUS_NONE || progress->total < TELLING_TASKS ||
        progress->by[STATUS_TODO] < progress->total || !ticks_elsewhere(check->model))
        return false;
    struct workdays workdays = workdays_of(check->settings, check->arena);
    return workdays_count(&workdays, days->from, check->today - 1) * 2 >=
           workdays_count(&workdays, days->from, days->to);
}

static void check_item(struct check *check, const struct dated_item *dated)
{
    const struct day_span *days = &dated->span->days;
    char from[11], to[11];
    if (days->from == DATE_NONE || days->from >= check->today || days->to == DATE_NONE ||
        days->to < check->today || !has_not_begun(check, dated))
        return;
    date_format(days->from, from);
    date_format(days->to, to);
    if (dated->item->status == STATUS_TODO)
        report(check, dated->item->name_span,
               "This was to begin on %s (it ends on %s), and its status is “%.*s”", from, to,
               SLICE_ARG(dated->item->status_text));
    else
        report(check, dated->item->name_span,
               "This began on %s and ends on %s: half of that time is over and none of its %u "
               "tasks is done",
               from, to, dated->progress.total);
}

static void check_late_start(struct check *check)
{
    lateness_visit(check, check_item);
}

RULE(late_start) = {
    .name = "late-start",
    .summary = "an item should be under way and has not begun",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .by_clock = true,
    .check = check_late_start,
};
