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

static void check_overdue(struct check *check)
{
    lateness_visit(check, check_item);
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
