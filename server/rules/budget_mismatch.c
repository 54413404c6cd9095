/* budget_mismatch.c: a stated total that is not the sum of its parts. */
#include "analysis/totals.h"
#include "edits/set_amount.h"
#include "model/money_write.h"
#include "rules/rule.h"

/* More terms are counted, not written out. */
#define TERMS_WRITTEN 6
/* A document says its total a few times. */
#define ITEM_TOTALS_MOST 32

/* "$20K + $5K = $25K", "12 parts come to $182K". */
static const char *arithmetic(struct check *check, const struct total_sum *sum)
{
    struct strbuf text;
    strbuf_init(&text, 1024);
    if (sum->terms.len <= TERMS_WRITTEN) {
        double amounts[TERMS_WRITTEN];
        for (size_t i = 0; i < sum->terms.len; i++)
            amounts[i] = sum->terms.items[i].amount;
        money_write_terms(&text, amounts, sum->terms.len, sum->currency);
        strbuf_puts(&text, sum->terms.len > 1 ? " = " : "");
    } else {
        strbuf_printf(&text, "%zu parts come to ", sum->terms.len);
    }
    if (sum->terms.len > 1)
        money_write(&text, sum->sum, sum->currency);
    const char *kept = arena_cstring(check->arena, strbuf_slice(&text));
    strbuf_release(&text);
    return kept;
}

static void report_sum(struct check *check, struct span where, const struct total_sum *sum,
                       const char *what)
{
    struct slice text;
    struct planls_diagnostic *diagnostic =
        report(check, where, "%s, but %s says %s", arithmetic(check, sum), what,
               money_text(check->arena, sum->said, sum->currency));
    for (size_t i = 0; i < sum->terms.len && i < TERMS_WRITTEN; i++) {
        const struct total_term *term = &sum->terms.items[i];
        const char *amount = money_text(check->arena, term->amount, sum->currency);
        if (term->item == NO_INDEX)
            report_related(check, diagnostic, check->document, term->where, "%s", amount);
        else
            report_related(check, diagnostic, check->document, term->where, "%s for “%.*s”", amount,
                           SLICE_ARG(check->model->items.items[term->item].title));
    }
    if (!set_amount(span_slice(check->text, where), sum->sum, check->arena, &text))
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Set the total to %s",
                                        money_text(check->arena, sum->sum, sum->currency));
    fix_edit(check, fix, check->document, where, text);
}

static bool is_total_of_model(const struct model *model, struct span where)
{
    for (size_t i = 0; i < model->totals.len; i++)
        if (model->totals.items[i].source != TOTAL_IN_TEXT &&
            span_equal(model->totals.items[i].amount.where, where))
            return true;
    return false;
}

/* "$40K total: $30K legal, $10K infra", and an item's budget against its parts'. */
static void check_items(struct check *check, const struct budget *budget)
{
    const struct model *model = check->model;
    struct total_sum sum;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct moneys *own = &model->items.items[i].budget;
        for (size_t m = 0; m < own->len; m++) {
            if (!own->items[m].total || is_total_of_model(model, own->items[m].where))
                continue;
            total_judge_value(model, i, m, check->arena, &sum);
            if (sum.verdict == TOTAL_DIFFERS)
                report_sum(check, own->items[m].where, &sum, "the total");
        }
        if (own->len == 0)
            continue;
        total_judge_item(model, budget, i, check->arena, &sum);
        if (sum.verdict == TOTAL_DIFFERS)
            report_sum(check, own->items[0].where, &sum, "the budget");
    }
}

static void check_budget_mismatch(struct check *check)
{
    const struct model *model = check->model;
    struct budget budget;
    size_t item_totals = 0;
    bool costs = model->totals.len > 0;
    for (size_t i = 0; i < model->items.len && !costs; i++)
        costs = model->items.items[i].budget.len > 0;
    if (!costs)
        return;
    budget_of(model, check->settings, check->arena, &budget);
    for (uint32_t i = 0; i < model->totals.len; i++) {
        const struct total *total = &model->totals.items[i];
        struct total_sum sum;
        if (total->source == TOTAL_OF_ITEMS && ++item_totals > ITEM_TOTALS_MOST)
            continue;
        total_judge(model, &budget, i, check->arena, &sum);
        if (sum.verdict == TOTAL_DIFFERS)
            report_sum(check, total->amount.where, &sum,
                       total->partial ? "the subtotal" : "the total");
    }
    check_items(check, &budget);
}

RULE(budget_mismatch) = {
    .name = "budget-mismatch",
    .summary = "a stated total is not the sum of its parts",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_budget_mismatch,
};
