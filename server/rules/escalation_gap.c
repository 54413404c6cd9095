/* escalation_gap.c: thresholds of an escalation path that leave a range to nobody. */
#include "analysis/escalation.h"
#include "rules/rule.h"

static void check_escalation_gap(struct check *check)
{
    struct escalation_gaps gaps = {0};
    escalation_gaps_of(check->model, check->arena, &gaps);
    for (size_t g = 0; g < gaps.len; g++) {
        const struct escalation_gap *gap = &gaps.items[g];
        const struct escalation_tier *below = &check->model->tiers.items[gap->below_tier];
        const struct escalation_tier *above = &check->model->tiers.items[gap->above_tier];
        struct slice subject = gap->above->subject.len ? gap->above->subject : SLICE("what lies");
        struct planls_diagnostic *diagnostic =
            report(check, gap->above->where,
                   "Nobody decides on %.*s between “%.*s” (%.*s) and “%.*s” (%.*s)",
                   SLICE_ARG(subject), SLICE_ARG(gap->below->text), SLICE_ARG(below->title),
                   SLICE_ARG(gap->above->text), SLICE_ARG(above->title));
        report_related(check, diagnostic, check->document, gap->below->where,
                       "where the tier below ends");
    }
}

RULE(escalation_gap) = {
    .name = "escalation-gap",
    .summary = "thresholds of an escalation path leave a range to nobody",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.2",
    .check = check_escalation_gap,
};
