/* checkpoint_regression.c: a budget checkpoint that stands lower than an earlier one. */
#include "analysis/checkpoints.h"
#include "analysis/totals.h"
#include "model/money_write.h"
#include "rules/rule.h"

static void report_fall(struct check *check, const struct placed_checkpoint *earlier,
                        const struct placed_checkpoint *later)
{
    const struct checkpoint *first = &check->model->checkpoints.items[earlier->index];
    const struct checkpoint *second = &check->model->checkpoints.items[later->index];
    const char *when = checkpoint_when(first, check->arena);
    struct planls_diagnostic *diagnostic =
        report(check, later->amount->where,
               "%s by %s is less than the %s of %s: what is spent can only grow",
               money_text(check->arena, later->amount->amount, later->amount->currency),
               checkpoint_when(second, check->arena),
               money_text(check->arena, earlier->amount->amount, earlier->amount->currency), when);
    report_related(check, diagnostic, check->document, earlier->amount->where, "%s", when);
}

/* Money for each step by itself falls as it likes: two falls, or steps that add up to the plan's total. */
static bool is_cumulative(const struct model *model, const struct placed_checkpoints *points)
{
    const struct total *total = plan_total(model);
    double sum = 0;
    size_t falls = 0;
    for (size_t i = 0; i < points->len; i++) {
        falls +=
            i > 0 && money_surely_exceeds(points->items[i - 1].amount, points->items[i].amount);
        sum += points->items[i].amount->amount;
    }
    return falls == 1 && (total ? total->amount.amount != sum : points->len > 2);
}

static void check_checkpoint_regression(struct check *check)
{
    struct calendar calendar = calendar_of(check->settings, check->model);
    struct placed_checkpoints points = {0};
    checkpoints_placed(check->model, &calendar, check->arena, &points);
    if (!is_cumulative(check->model, &points))
        return;
    for (size_t i = 1; i < points.len; i++)
        if (money_surely_exceeds(points.items[i - 1].amount, points.items[i].amount))
            report_fall(check, &points.items[i - 1], &points.items[i]);
}

RULE(checkpoint_regression) = {
    .name = "checkpoint-regression",
    .summary = "a budget checkpoint stands lower than an earlier one",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_checkpoint_regression,
};
