/* invalid_span.c: a span of time that ends before it begins. */
#include "rules/rule.h"

static void swap_ends(struct check *check, struct planls_diagnostic *diagnostic,
                      const struct time_value *time)
{
    struct slice first = span_slice(check->text, time->first);
    struct slice second = span_slice(check->text, time->second);
    struct slice between =
        span_slice(check->text, (struct span){time->first.end, time->second.start});
    const char *swapped = arena_printf(check->arena, "%.*s%.*s%.*s", SLICE_ARG(second),
                                       SLICE_ARG(between), SLICE_ARG(first));
    struct planls_fix *fix = report_fix(check, diagnostic, true, "Swap the ends: %s", swapped);
    fix_edit(check, fix, check->document, (struct span){time->first.start, time->second.end},
             slice_of(swapped));
}

static void check_invalid_span(struct check *check)
{
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
