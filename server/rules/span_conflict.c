/* span_conflict.c: one item's time said twice and differently. */
#include "rules/summary_rows.h"

#include <math.h>

static bool is_whole(const struct time_value *time)
{
    return time->kind == TIME_SPAN && time->problem == TIME_OK && !time->open && !time->until;
}

/* Do the two contradict each other? Numbered times of one unit do where they differ; dates where
 * neither lies in the other, since "January 2026" may be the rough word for a part of it. */
static bool contradict(const struct time_value *a, const struct time_value *b)
{
    if (!is_whole(a) || !is_whole(b) || a->from.unit != b->from.unit || a->to.unit != b->to.unit ||
        a->from.unit != a->to.unit)
        return false;
    if (a->from.unit == TIME_WEEK || a->from.unit == TIME_MONTH)
        return a->from.value != b->from.value || a->to.value != b->to.value;
    if (a->from.unit != TIME_DATE || !a->year_given || !b->year_given)
        return false;
    bool a_in_b = a->from.value >= b->from.value && a->to.value <= b->to.value;
    bool b_in_a = b->from.value >= a->from.value && b->to.value <= a->to.value;
    return !a_in_b && !b_in_a;
}

/* "(4 weeks)" beside "Weeks 1–6". */
static bool lasts_otherwise(const struct time_value *length, const struct time_value *span)
{
    bool weeks = length->kind == TIME_DURATION && !length->hours && span_is_empty(length->second) &&
                 length->days >= 7 && fmod(length->days, 7) == 0;
    return weeks && is_whole(span) && span->from.unit == TIME_WEEK && span->to.unit == TIME_WEEK &&
           (span->to.value - span->from.value + 1) * 7 != (int)length->days;
}

static void report_conflict(struct check *check, const struct time_value *said,
                            const struct time_value *before)
{
    struct planls_diagnostic *diagnostic =
        report(check, said->where, "This says %.*s, and the same item's %.*s says otherwise",
               SLICE_ARG(span_slice(check->text, said->where)),
               SLICE_ARG(span_slice(check->text, before->where)));
    report_related(check, diagnostic, check->document, before->where, "said here");
}

/* The only time in a heading, or NULL; *next moves on to it. */
static const struct time_value *time_of_heading(const struct model *model, struct span title,
                                                size_t *next)
{
    const struct time_values *times = &model->times;
    while (*next < times->len && times->items[*next].where.start < title.start)
        (*next)++;
    if (*next >= times->len || times->items[*next].where.start >= title.end)
        return NULL;
    bool more = *next + 1 < times->len && times->items[*next + 1].where.start < title.end;
    return more ? NULL : &times->items[*next];
}

/* "Total Duration: 6 weeks" below the last of six weeks sums up them all. */
static bool is_of_all(const struct check *check, struct span where)
{
    uint32_t start = where.start;
    while (start > 0 && check->text.ptr[start - 1] != '\n')
        start--;
    struct slice lead = slice_sub(check->text, start, where.start + 16);
    return slice_find_nocase(lead, SLICE("total")) != SLICE_NONE ||
           slice_find_nocase(lead, SLICE("gesamt")) != SLICE_NONE ||
           slice_find_nocase(lead, SLICE("overall")) != SLICE_NONE;
}

static void check_item(struct check *check, const struct item *item, size_t *next)
{
    const struct heading *heading = &check->model->headings.items[item->heading];
    const struct time_value *titled = time_of_heading(check->model, heading->title_span, next);
    const struct time_value *only = NULL, *length = NULL;
    size_t spans = 0, lengths = 0;
    for (size_t e = 0; e < item->timeline.len; e++) {
        const struct time_value *time = &item->timeline.items[e].time;
        if (span_contains(heading->title_span, time->where.start))
            continue;
        if (time->kind == TIME_DURATION && is_of_all(check, item->timeline.items[e].where))
            continue;
        if (time->kind == TIME_DURATION) {
            length = time;
            lengths++;
        } else {
            only = time;
            spans++;
        }
    }
    if (titled && spans == 1 && contradict(titled, only))
        report_conflict(check, only, titled);
    else if (lengths == 1 && spans <= 1 && (only || titled) &&
             lasts_otherwise(length, only ? only : titled))
        report_conflict(check, length, only ? only : titled);
}

/* A table that sums the sections up says another time than the section's only one. */
static void check_row(struct check *check, uint32_t index, const struct time_value *row)
{
    const struct item *item = &check->model->items.items[index];
    if (item->timeline.len != 1 || !contradict(row, &item->timeline.items[0].time))
        return;
    const struct time_value *own = &item->timeline.items[0].time;
    struct planls_diagnostic *diagnostic =
        report(check, row->where, "The table says %.*s, and the section says %.*s",
               SLICE_ARG(span_slice(check->text, row->where)),
               SLICE_ARG(span_slice(check->text, own->where)));
    report_related(check, diagnostic, check->document, own->where, "the section's own time");
}

static void check_span_conflict(struct check *check)
{
    size_t next = 0;
    for (uint32_t i = 0; i < check->model->items.len; i++)
        if (check->model->items.items[i].source == ITEM_FROM_HEADING)
            check_item(check, &check->model->items.items[i], &next);
    summary_rows_visit(check, check_row);
}

RULE(span_conflict) = {
    .name = "span-conflict",
    .summary = "the time of one item is said twice and differently",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_span_conflict,
};
