/* phase_order.c: a later step of a timeline that starts before an earlier one. */
#include "rules/timeline.h"

static void check_steps(struct check *check, const struct steps *steps)
{
    bool first = true;
    for (size_t i = 1; i < steps->len; i++) {
        const struct step *before = &steps->items[i - 1], *step = &steps->items[i];
        if (step->from >= before->from)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, step->where, "This starts before the step above it (%.*s)",
                   SLICE_ARG(span_slice(check->text, before->where)));
        report_related(check, diagnostic, check->document, before->where, "the step above it");
        timeline_offer_shifts(check, diagnostic, steps, i, i - 1, first);
        first = false;
    }
}

static void check_phase_order(struct check *check)
{
    timeline_visit(check, check_steps);
}

RULE(phase_order) = {
    .name = "phase-order",
    .summary = "a later phase or step starts before an earlier one",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_phase_order,
};
