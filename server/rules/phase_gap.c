/* phase_gap.c: time between the steps of a timeline in which nothing is planned. */
#include "analysis/workdays.h"
#include "rules/timeline.h"

/* Is there anything to work on between the two? Of dates only workdays count. */
static bool is_gap(struct check *check, const struct step *before, const struct step *step)
{
    if (step->from <= before->to + 1)
        return false;
    if (step->time->from.unit != TIME_DATE)
        return true;
    struct workdays workdays = workdays_of(check->settings, check->arena);
    return workdays_count(&workdays, before->to + 1, step->from - 1) > 0;
}

/* "week 5", "weeks 5–6", "3 workdays" */
static const char *gap_words(struct check *check, const struct step *before,
                             const struct step *step)
{
    int32_t first = before->to + 1, last = step->from - 1;
    const char *unit = step->time->from.unit == TIME_WEEK    ? "week"
                       : step->time->from.unit == TIME_MONTH ? "month"
                                                             : "day";
    if (step->time->from.unit == TIME_QUARTER)
        return last == first ? "a quarter"
                             : arena_printf(check->arena, "%d quarters", last - first + 1);
    if (step->time->from.unit == TIME_DATE) {
        struct workdays workdays = workdays_of(check->settings, check->arena);
        int days = workdays_count(&workdays, first, last);
        return arena_printf(check->arena, "%d workday%s", days, days == 1 ? "" : "s");
    }
    if (last == first)
        return arena_printf(check->arena, "%s %d", unit, first);
    return arena_printf(check->arena, "%ss %d–%d", unit, first, last);
}

static void check_steps(struct check *check, const struct steps *steps)
{
    size_t latest = 0;
    bool first = true;
    for (size_t i = 1; i < steps->len; i++) {
        const struct step *before = &steps->items[latest], *step = &steps->items[i];
        if (is_gap(check, before, step)) {
            struct planls_diagnostic *diagnostic = report(
                check, step->where, "Nothing is planned between this and %.*s: %s",
                SLICE_ARG(span_slice(check->text, before->where)), gap_words(check, before, step));
            report_related(check, diagnostic, check->document, before->where,
                           "what ends before it");
            timeline_offer_shifts(check, diagnostic, steps, i, latest, first);
            first = false;
        }
        if (step->to > before->to)
            latest = i;
    }
}

static void check_phase_gap(struct check *check)
{
    timeline_visit(check, check_steps);
}

RULE(phase_gap) = {
    .name = "phase-gap",
    .summary = "the steps of one timeline, or sibling phases, leave time out",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .strict_only = true,
    .check = check_phase_gap,
};
