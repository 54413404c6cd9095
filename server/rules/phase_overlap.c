/* phase_overlap.c: steps of a timeline that run at once. */
#include "rules/timeline.h"

static void check_steps(struct check *check, const struct steps *steps)
{
    bool first = true;
    for (size_t i = 1; i < steps->len; i++) {
        const struct step *before = &steps->items[i - 1], *step = &steps->items[i];
        if (step->from < before->from || step->from > before->to)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, step->where, "This starts before the step above it (%.*s) has ended",
                   SLICE_ARG(span_slice(check->text, before->where)));
        report_related(check, diagnostic, check->document, before->where, "still running then");
        timeline_offer_shifts(check, diagnostic, steps, i, i - 1, first);
        first = false;
    }
}

static void check_phase_overlap(struct check *check)
{
    timeline_visit(check, check_steps);
}

RULE(phase_overlap) = {
    .name = "phase-overlap",
    .summary = "steps of one timeline, or sibling phases, run at once",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .strict_only = true,
    .check = check_phase_overlap,
};
