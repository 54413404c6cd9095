/* unanchored_week.c: weeks of a plan that nothing hangs on a date. */
#include "analysis/calendar.h"
#include "edits/insert_start.h"
#include "rules/rule.h"

/* As many items or lines of a timeline that say weeks make it a plan in weeks. */
#define TELLING_WEEKS 3

static bool is_week(const struct time_value *time)
{
    return time->kind == TIME_SPAN && time->problem == TIME_OK && time->from.unit == TIME_WEEK &&
           time->from.value > 0;
}

/* "Week 1 (Jan 5–9)": the weeks say their dates themselves. */
static bool has_dated_week(const struct check *check)
{
    const struct time_values *times = &check->model->times;
    for (size_t i = 1; i < times->len; i++) {
        const struct time_value *before = &times->items[i - 1], *time = &times->items[i];
        bool week = is_week(before) || is_week(time);
        bool date = before->from.unit == TIME_DATE || time->from.unit == TIME_DATE ||
                    before->kind == TIME_RELATIVE || time->kind == TIME_RELATIVE;
        if (week && date &&
            text_line_of(&check->document->text, before->where.start) ==
                text_line_of(&check->document->text, time->where.start))
            return true;
    }
    return false;
}

static bool is_over(const struct item *item)
{
    return item->status == STATUS_DONE || item->status == STATUS_CANCELLED ||
           item->status == STATUS_DEFERRED;
}

/* The first week that an open item's time says, in a plan of weeks alone. */
static const struct time_value *first_week(const struct check *check)
{
    const struct time_value *first = NULL;
    size_t weeks = 0;
    for (size_t i = 0; i < check->model->items.len; i++) {
        const struct item *item = &check->model->items.items[i];
        if (model_field_of(check->model, (uint32_t)i, FIELD_START) != NO_INDEX)
            return NULL;
        for (size_t e = 0; e < item->timeline.len; e++) {
            const struct time_value *time = &item->timeline.items[e].time;
            if (time->from.unit == TIME_DATE || time->from.unit == TIME_QUARTER)
                return NULL;
            if (!is_week(time) || is_over(item))
                continue;
            weeks++;
            first = first && first->where.start < time->where.start ? first : time;
        }
    }
    return weeks >= TELLING_WEEKS ? first : NULL;
}

/* Where the document's own date is no more than a month ("December 2025"): that, as written. */
static const struct time_value *own_month(const struct check *check)
{
    const struct time_values *times = &check->model->times;
    const struct time_value *month = NULL;
    for (size_t i = 0; i < times->len; i++) {
        const struct time_value *time = &times->items[i];
        if (time->kind != TIME_SPAN || time->from.unit != TIME_DATE ||
            time->from.value != check->model->own_date)
            continue;
        if (time->to.value == time->from.value)
            return NULL;
        month = month ? month : time;
    }
    return month;
}

static void check_unanchored_week(struct check *check)
{
    const struct model *model = check->model;
    struct calendar calendar = calendar_of(check->settings, model);
    bool floating = calendar.anchor == CALENDAR_FLOATING;
    if (calendar.anchor == CALENDAR_STATED || !check->document->loaded ||
        (floating && check->settings->profile != PROFILE_STRICT))
        return;
    const struct time_value *week = first_week(check);
    if (!week || has_dated_week(check))
        return;
    if (floating) {
        report(check, week->where,
               "Nothing says when week 1 begins, so no week of this plan has a date");
        return;
    }
    const struct time_value *month = own_month(check);
    if (month) {
        report(check, week->where,
               "Nothing says when week 1 begins; the document's own date, %.*s, is only a guess",
               SLICE_ARG(span_slice(check->text, month->where)));
        return;
    }
    char day[11];
    struct text_edit edit;
    date_format(model->own_date, day);
    struct planls_diagnostic *diagnostic = report(
        check, week->where,
        "Nothing says when week 1 begins; the document's own date, %s, is only a guess", day);
    if (!insert_start(check->document, model->own_date, check->arena, &edit))
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "State it: start: %s", day);
    fix_edit(check, fix, check->document, edit.span, edit.new_text);
}

RULE(unanchored_week) = {
    .name = "unanchored-week",
    .summary = "a plan counts weeks and nothing says when week 1 begins",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_unanchored_week,
};
