/* checkpoint_over_budget.c: a budget checkpoint above what the plan has to spend. */
#include "analysis/checkpoints.h"
#include "analysis/totals.h"
#include "model/money_write.h"
#include "rules/rule.h"

#include <string.h>

static void check_checkpoint_over_budget(struct check *check)
{
    struct calendar calendar = calendar_of(check->settings, check->model);
    struct placed_checkpoints points = {0};
    const struct total *total = plan_total(check->model);
    checkpoints_placed(check->model, &calendar, check->arena, &points);
    if (!total)
        return;
    for (size_t i = 0; i < points.len; i++) {
        const struct money *amount = points.items[i].amount;
        if (strcmp(amount->currency, total->amount.currency) != 0 ||
            !money_surely_exceeds(amount, &total->amount))
            continue;
        const char *all = money_text(check->arena, total->amount.amount, amount->currency);
        const struct checkpoint *checkpoint =
            &check->model->checkpoints.items[points.items[i].index];
        struct planls_diagnostic *diagnostic = report(
            check, amount->where, "%s by %s is %s more than the %s the plan has",
            money_text(check->arena, amount->amount, amount->currency),
            checkpoint_when(checkpoint, check->arena),
            money_text(check->arena, amount->amount - total->amount.amount, amount->currency), all);
        report_related(check, diagnostic, check->document, total->amount.where, "the total of %s",
                       all);
        return; /* those behind it follow from it */
    }
}

RULE(checkpoint_over_budget) = {
    .name = "checkpoint-over-budget",
    .summary = "a budget checkpoint passes the plan's total",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_checkpoint_over_budget,
};
