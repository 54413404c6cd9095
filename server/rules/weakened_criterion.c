/* weakened_criterion.c: against the base revision, a criterion asks for less or is gone. */
#include "analysis/weakening.h"
#include "rules/rule.h"

static struct span place_of(const struct check *check, const struct weakened *weakened)
{
    if (weakened->now)
        return weakened->now->where;
    if (weakened->item != NO_INDEX)
        return check->model->items.items[weakened->item].name_span;
    return (struct span){0, 0};
}

static void say(struct check *check, const struct weakened *weakened)
{
    struct span span = place_of(check, weakened);
    switch (weakened->how) {
    case WEAKENING_REMOVED:
        report(check, span, "The criterion “%.*s” is gone", SLICE_ARG(weakened->before));
        break;
    case WEAKENING_GATE:
        report(check, span, "The gate “%.*s” is gone with its %zu criteria",
               SLICE_ARG(weakened->before), weakened->count);
        break;
    case WEAKENING_NUMBER:
        report(check, span, "This criterion is weaker than it was: %.*s, and before %.*s",
               SLICE_ARG(weakened->now_value), SLICE_ARG(weakened->before_value));
        break;
    case WEAKENING_UNMEASURED:
        report(check, span, "This criterion has lost its measure, which was %.*s",
               SLICE_ARG(weakened->before_value));
        break;
    case WEAKENING_REWRITTEN:
        report(check, span, "This is ticked off, but what was ticked off said “%.*s”",
               SLICE_ARG(weakened->before));
        break;
    }
}

static void check_weakened_criterion(struct check *check)
{
    if (!check->base)
        return;
    struct pairing pairing;
    struct weakeneds found = {0};
    pairing_of(check->base->model, check->model, check->arena, &pairing);
    weakenings_of(check->base->model, check->model, &pairing, check->parser, check->arena, &found);
    for (size_t i = 0; i < found.len; i++)
        say(check, &found.items[i]);
}

RULE(weakened_criterion) = {
    .name = "weakened-criterion",
    .summary = "since the base revision a success criterion asks for less or is gone",
    .severity = PLANLS_ERROR,
    .scope = RULE_DOCUMENT,
    .gate = RULE_GATE_ONLY,
    .since = "0.1",
    .check = check_weakened_criterion,
};
