/* invalid_date.c: a date that is on no calendar. */
#include "rules/rule.h"

/* An ISO date whose day is past its month's end goes to that end; others have no certain neighbour. */
static void offer_last_day(struct check *check, struct planls_diagnostic *diagnostic,
                           struct span span)
{
    struct slice said = span_slice(check->text, span);
    unsigned year, month, day;
    if (said.len != 10 || said.ptr[4] != '-' || said.ptr[7] != '-' ||
        !slice_to_u32(slice_sub(said, 0, 4), &year) ||
        !slice_to_u32(slice_sub(said, 5, 7), &month) || !slice_to_u32(slice_sub(said, 8, 10), &day))
        return;
    if (year < 1 || month < 1 || month > 12 || day < 29)
        return;
    const char *nearest = arena_printf(check->arena, "%.*s%02d", 8, said.ptr,
                                       date_month_length((int)year, (int)month));
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Change to the month's last day, %s", nearest);
    fix_edit(check, fix, check->document, span, slice_of(nearest));
}

static void check_invalid_date(struct check *check)
{
    for (size_t i = 0; i < check->model->times.len; i++) {
        const struct time_value *time = &check->model->times.items[i];
        if (time->problem != TIME_NO_SUCH_DATE)
            continue;
        struct slice said = span_slice(check->text, time->where);
        struct planls_diagnostic *diagnostic =
            report(check, time->where, "There is no %.*s in any calendar", SLICE_ARG(said));
        offer_last_day(check, diagnostic, span_is_empty(time->first) ? time->where : time->first);
    }
}

RULE(invalid_date) = {
    .name = "invalid-date",
    .summary = "a date is on no calendar",
    .severity = PLANLS_ERROR,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_invalid_date,
};
