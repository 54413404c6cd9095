/* card_money.c: money, checkpoints and totals told with their arithmetic. */
#include "features/card_money.h"

#include "analysis/checkpoints.h"
#include "analysis/item_span.h"
#include "analysis/totals.h"
#include "model/money_write.h"

#include <math.h>
#include <string.h>

/* More terms are counted, not written out. */
#define TERMS_WRITTEN 8

static void put_percent(struct strbuf *out, double part, double whole)
{
    double percent = 100 * part / whole;
    strbuf_printf(out, percent > 0 && percent < 1 ? "%.1f %%" : "%.0f %%", percent);
}

static bool is_part(const struct money *money)
{
    return !money->total && !money->placeholder && money->per.len == 0;
}

/* ---- an item's budget -------------------------------------------------------------------------- */

/* "$20K + $5K = $25K" of one currency. */
static size_t put_sum(struct strbuf *out, const struct moneys *budget, const char *currency,
                      double *sum)
{
    size_t parts = 0;
    *sum = 0;
    for (size_t i = 0; i < budget->len; i++) {
        const struct money *money = &budget->items[i];
        if (!is_part(money) || strcmp(money->currency, currency) != 0)
            continue;
        strbuf_puts(out, parts++ ? " + " : "");
        money_write_value(out, money);
        *sum += money->amount;
    }
    if (parts > 1) {
        strbuf_puts(out, " = ");
        money_write(out, *sum, currency);
    }
    return parts;
}

static bool is_first_of_currency(const struct moneys *budget, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_part(&budget->items[i]) &&
            strcmp(budget->items[i].currency, budget->items[index].currency) == 0)
            return false;
    return is_part(&budget->items[index]);
}

void card_budget(const struct item *item, struct strbuf *out)
{
    const struct moneys *budget = &item->budget;
    bool any = false;
    double sum;
    for (size_t i = 0; i < budget->len; i++) {
        if (!is_first_of_currency(budget, i))
            continue;
        strbuf_puts(out, any ? ", and " : "- Budget: ");
        put_sum(out, budget, budget->items[i].currency, &sum);
        any = true;
    }
    for (size_t i = 0; i < budget->len; i++) {
        const struct money *money = &budget->items[i];
        if (money->placeholder || money->per.len == 0 || money->total)
            continue;
        strbuf_puts(out, any ? ", and " : "- Budget: ");
        money_write_value(out, money);
        any = true;
    }
    if (any)
        strbuf_putc(out, '\n');
}

/* ---- an amount --------------------------------------------------------------------------------- */

static void put_recurring(struct strbuf *out, const struct budget_sums *sums)
{
    for (size_t i = 0; i < sums->len; i++) {
        const struct budget_sum *sum = &sums->items[i];
        if (sum->per.len == 0)
            continue;
        strbuf_puts(out, ", and ");
        money_write(out, sum->amount, sum->currency);
        strbuf_printf(out, " per %.*s beside it", SLICE_ARG(sum->per));
    }
}

/* "by week 8: $100K of $320K": what the curve has spent at the end of a day. */
static void put_by(struct strbuf *out, const struct budget *budget, date_days day,
                   const struct budget_sum *plan)
{
    strbuf_puts(out, "- By ");
    if (budget->dated && budget->calendar.anchor == CALENDAR_FLOATING)
        card_dates(out, day, day);
    else
        strbuf_printf(out, "week %d", calendar_week(&budget->calendar, day));
    strbuf_puts(out, ", when this ends: ");
    money_write(out, round(budget_by(budget, day)), budget->currency);
    strbuf_puts(out, " of ");
    money_write(out, plan->amount, plan->currency);
    strbuf_puts(out, ", spread evenly over the items' days\n");
}

static void put_place_in_plan(const struct planls_workspace *workspace,
                              const struct document *document, uint32_t item,
                              const struct money *money, struct arena *scratch, struct strbuf *out)
{
    struct budget budget;
    budget_of(document->model, &workspace->settings, scratch, &budget);
    const struct budget_sum *plan = budget_one_off(&budget.plan, money->currency);
    const struct budget_sum *own = budget_one_off(&budget.own[item], money->currency);
    if (!plan || plan->amount <= 0 || (own && own->amount >= plan->amount))
        return;
    strbuf_puts(out, "- Plan: ");
    put_percent(out, money->amount, plan->amount);
    strbuf_puts(out, " of ");
    money_write(out, plan->amount, plan->currency);
    put_recurring(out, &budget.plan);
    strbuf_putc(out, '\n');
    const struct item_span *span =
        &item_spans_of(&workspace->settings, document->model, scratch)[item];
    if (span->source != ITEM_SPAN_NONE && span->days.to != DATE_NONE && budget.curve.len > 0 &&
        strcmp(budget.currency, money->currency) == 0)
        put_by(out, &budget, span->days.to, plan);
}

void card_amount(const struct planls_workspace *workspace, const struct document *document,
                 uint32_t index, const struct money *money, struct arena *scratch,
                 struct strbuf *out)
{
    const struct item *item = &document->model->items.items[index];
    double sum;
    strbuf_puts(out, "**");
    if (money->placeholder)
        strbuf_append(out, span_slice(document->text.bytes, money->where));
    else
        money_write_value(out, money);
    strbuf_puts(out, "**");
    if (money->label.len)
        strbuf_printf(out, " · %.*s", SLICE_ARG(money->label));
    strbuf_puts(out, money->placeholder ? "\n\nStill to be said\n" : "\n\n");
    if (money->placeholder)
        return;
    if (money->per.len) {
        strbuf_printf(out, "- Recurring: not part of the one-off money of “%.*s”\n",
                      SLICE_ARG(item->title));
        return;
    }
    strbuf_printf(out, "- “%.*s”: ", SLICE_ARG(item->title));
    size_t parts = put_sum(out, &item->budget, money->currency, &sum);
    if (parts > 1 && !money->total && sum > 0) {
        strbuf_puts(out, "; this is ");
        put_percent(out, money->amount, sum);
    }
    strbuf_putc(out, '\n');
    put_place_in_plan(workspace, document, index, money, scratch, out);
}

/* ---- checkpoints ------------------------------------------------------------------------------- */

static void put_step(const struct model *model, const struct placed_checkpoints *points, size_t at,
                     struct arena *scratch, struct strbuf *out)
{
    const struct money *amount = points->items[at].amount;
    const struct money *before = points->items[at - 1].amount;
    strbuf_printf(out, "- Since %s: ",
                  checkpoint_when(&model->checkpoints.items[points->items[at - 1].index], scratch));
    money_write(out, amount->amount, amount->currency);
    strbuf_puts(out, " − ");
    money_write(out, before->amount, before->currency);
    strbuf_puts(out, " = ");
    money_write(out, amount->amount - before->amount, amount->currency);
    strbuf_putc(out, '\n');
}

static void put_share_of_total(const struct model *model, const struct checkpoint *checkpoint,
                               struct arena *scratch, struct strbuf *out)
{
    const struct total *total = plan_total(model);
    strbuf_printf(out, "- By %s: ", checkpoint_when(checkpoint, scratch));
    money_write_value(out, &checkpoint->amount);
    if (total && strcmp(total->amount.currency, checkpoint->amount.currency) == 0) {
        strbuf_puts(out, " of ");
        money_write_value(out, &total->amount);
        strbuf_puts(out, ", ");
        put_percent(out, checkpoint->amount.amount, total->amount.amount);
    }
    strbuf_putc(out, '\n');
}

void card_checkpoint(const struct planls_workspace *workspace, const struct document *document,
                     uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct model *model = document->model;
    const struct checkpoint *checkpoint = &model->checkpoints.items[index];
    struct budget budget;
    struct placed_checkpoints points = {0};
    strbuf_printf(out, "**%.*s** · budget checkpoint\n\n", SLICE_ARG(checkpoint->title));
    if (span_is_empty(checkpoint->amount.where))
        return;
    put_share_of_total(model, checkpoint, scratch, out);
    budget_of(model, &workspace->settings, scratch, &budget);
    checkpoints_placed(model, &budget.calendar, scratch, &points);
    for (size_t i = 0; i < points.len; i++) {
        if (points.items[i].index != index)
            continue;
        if (i > 0)
            put_step(model, &points, i, scratch, out);
        if (budget.curve.len > 0 && strcmp(budget.currency, checkpoint->amount.currency) == 0) {
            strbuf_puts(out, "- Planned by then: ");
            money_write(out, round(budget_by(&budget, points.items[i].day)), budget.currency);
            strbuf_puts(out, ", the items' budgets spread evenly over their days\n");
        }
        if (budget.calendar.anchor != CALENDAR_FLOATING) {
            strbuf_puts(out, "- Due ");
            card_dates(out, points.items[i].day, points.items[i].day);
            strbuf_putc(out, '\n');
        }
    }
    if (budget.calendar.anchor == CALENDAR_ASSUMED && checkpoint->at.unit != TIME_DATE)
        card_assumption(out, &budget.calendar);
}

/* ---- totals ------------------------------------------------------------------------------------ */

void card_total(const struct planls_workspace *workspace, const struct document *document,
                uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct total *total = &document->model->totals.items[index];
    struct budget budget;
    struct total_sum sum;
    budget_of(document->model, &workspace->settings, scratch, &budget);
    total_judge(document->model, &budget, index, scratch, &sum);
    strbuf_puts(out, "**");
    money_write_value(out, &total->amount);
    strbuf_puts(out, "** · total\n\n");
    if (sum.terms.len == 0)
        return;
    double amounts[TERMS_WRITTEN];
    strbuf_puts(out, "- ");
    for (size_t i = 0; i < sum.terms.len && i < TERMS_WRITTEN; i++)
        amounts[i] = sum.terms.items[i].amount;
    if (sum.terms.len <= TERMS_WRITTEN)
        money_write_terms(out, amounts, sum.terms.len, sum.currency);
    else
        strbuf_printf(out, "%zu parts", sum.terms.len);
    strbuf_puts(out, " = ");
    money_write(out, sum.sum, sum.currency);
    if (sum.verdict == TOTAL_DIFFERS) {
        strbuf_puts(out, ", ");
        money_write(out, fabs(sum.said - sum.sum), sum.currency);
        strbuf_puts(out, sum.said > sum.sum ? " less than the total" : " more than the total");
    }
    strbuf_putc(out, '\n');
}
