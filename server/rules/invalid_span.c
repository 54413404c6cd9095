/* invalid_span.c: a span of time that ends before it begins. */
#include "analysis/item_span.h"
#include "rules/rule.h"

/* "Feb 22–20", "KW 8-6": only the number changes places, the word before it stays. */
static struct span number_to_swap(const struct check *check, const struct time_value *time)
{
    struct slice first = span_slice(check->text, time->first);
    struct slice second = span_slice(check->text, time->second);
    size_t digits = 0;
    for (size_t i = 0; i < second.len; i++)
        if (!ascii_is_digit(second.ptr[i]))
            return time->first;
    while (digits < first.len && ascii_is_digit(first.ptr[first.len - 1 - digits]))
        digits++;
    return (struct span){time->first.end - (uint32_t)digits, time->first.end};
}

static void swap_ends(struct check *check, struct planls_diagnostic *diagnostic,
                      const struct time_value *time)
{
    struct span number = number_to_swap(check, time);
    struct slice first = span_slice(check->text, number);
    struct slice second = span_slice(check->text, time->second);
    struct slice between = span_slice(check->text, (struct span){number.end, time->second.start});
    const char *swapped = arena_printf(check->arena, "%.*s%.*s%.*s", SLICE_ARG(second),
                                       SLICE_ARG(between), SLICE_ARG(first));
    struct planls_fix *fix = report_fix(check, diagnostic, true, "Swap the ends: %s", swapped);
    fix_edit(check, fix, check->document, (struct span){number.start, time->second.end},
             slice_of(swapped));
}

/* ---- a start and an end in fields of their own --------------------------------------------------- */

static bool is_said_for_certain(const struct time_value *time)
{
    return time->kind == TIME_SPAN && time->problem == TIME_OK &&
           (time->year_given || (time->from.unit != TIME_DATE && time->from.unit != TIME_QUARTER));
}

static void swap_fields(struct check *check, struct planls_diagnostic *diagnostic,
                        const struct time_value *start, const struct time_value *end)
{
    struct slice begins = span_slice(check->text, start->where);
    struct slice ends = span_slice(check->text, end->where);
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Swap the two: from %.*s to %.*s",
                                        SLICE_ARG(ends), SLICE_ARG(begins));
    fix_edit(check, fix, check->document, start->where, ends);
    fix_edit(check, fix, check->document, end->where, begins);
}

/* "Start | End" with the end before the start. */
static void check_fields(struct check *check, uint32_t index)
{
    const struct item *item = &check->model->items.items[index];
    const struct time_value *start = item_start_said(check->model, index);
    if (!start || !is_said_for_certain(start))
        return;
    for (size_t e = 0; e < item->timeline.len; e++) {
        const struct time_value *end = &item->timeline.items[e].time;
        if (!end->until || !is_said_for_certain(end) || end->to.unit != start->from.unit ||
            end->to.value >= start->from.value)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, end->where, "The end, %.*s, comes before the start, %.*s",
                   SLICE_ARG(span_slice(check->text, end->where)),
                   SLICE_ARG(span_slice(check->text, start->where)));
        report_related(check, diagnostic, check->document, start->where, "the start");
        swap_fields(check, diagnostic, start, end);
    }
}

static void check_invalid_span(struct check *check)
{
    for (uint32_t i = 0; i < check->model->items.len; i++)
        check_fields(check, i);
    for (size_t i = 0; i < check->model->times.len; i++) {
        const struct time_value *time = &check->model->times.items[i];
        if (time->problem != TIME_REVERSED)
            continue;
        struct slice said = span_slice(check->text, time->where);
        struct planls_diagnostic *diagnostic =
            report(check, time->where, "%.*s ends before it begins", SLICE_ARG(said));
        if (!span_is_empty(time->second))
            swap_ends(check, diagnostic, time);
    }
}

RULE(invalid_span) = {
    .name = "invalid-span",
    .summary = "a span of time ends before it begins",
    .severity = PLANLS_ERROR,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_invalid_span,
};
