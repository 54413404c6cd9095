/* planned_overspend.c: work that ends by a budget checkpoint costs more than the checkpoint allows. */
#include "analysis/budget.h"
#include "analysis/checkpoints.h"
#include "analysis/item_span.h"
#include "model/money_write.h"
#include "rules/rule.h"

#include <stdlib.h>
#include <string.h>

/* More items are counted, not written out. */
#define TERMS_WRITTEN 6

/* An item that is over, and its money spent, at the end of a day. */
struct spent {
    date_days day;
    double amount; /* the least it can cost, beyond its parts */
    uint32_t item;
};

struct spending {
    VEC_MEMBERS(struct spent);
};

static int compare_spent(const void *a, const void *b)
{
    const struct spent *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return x->item < y->item ? -1 : x->item > y->item;
}

/* Weeks can be held against weeks; dates only against a start that somebody stated. */
static bool is_comparable(const struct calendar *calendar, const struct checkpoint *checkpoint,
                          const struct day_span *days)
{
    enum time_unit unit = checkpoint->at.unit;
    bool counted = unit == TIME_WEEK || unit == TIME_DAY || unit == TIME_MONTH;
    return counted == days->counted || calendar->anchor == CALENDAR_STATED;
}

static void read_spending(const struct check *check, const struct budget *budget,
                          const struct checkpoint *first, struct spending *out)
{
    const struct item_span *spans = item_spans_of(check->settings, check->model, check->arena);
    for (uint32_t i = 0; i < check->model->items.len; i++) {
        const struct day_span *days = &spans[i].days;
        const struct budget_sum *own = budget_one_off(&budget->own[i], budget->currency);
        if (!own || budget->rest[i] <= 0 || spans[i].source == ITEM_SPAN_NONE ||
            days->to == DATE_NONE || !is_comparable(&budget->calendar, first, days))
            continue;
        double least = budget->rest[i] - (own->amount - own->min);
        if (least > 0)
            *VEC_PUSH(check->arena, out) = (struct spent){days->to, least, i};
    }
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare_spent);
}

/* "$45K + $60K = $105K", "9 items cost $105K". */
static const char *arithmetic(struct check *check, const struct spending *spending, size_t count,
                              double sum, const char *currency)
{
    struct strbuf text;
    strbuf_init(&text, 1024);
    if (count <= TERMS_WRITTEN) {
        double amounts[TERMS_WRITTEN];
        for (size_t i = 0; i < count; i++)
            amounts[i] = spending->items[i].amount;
        money_write_terms(&text, amounts, count, currency);
        strbuf_puts(&text, count > 1 ? " = " : "");
    } else {
        strbuf_printf(&text, "%zu items cost ", count);
    }
    if (count > 1)
        money_write(&text, sum, currency);
    const char *kept = arena_cstring(check->arena, strbuf_slice(&text));
    strbuf_release(&text);
    return kept;
}

static void report_overspend(struct check *check, const struct spending *spending, size_t count,
                             double sum, const struct placed_checkpoint *point)
{
    const struct model *model = check->model;
    const char *currency = point->amount->currency;
    struct planls_diagnostic *diagnostic =
        report(check, point->amount->where, "What ends by %s costs %s, %s more than the %s here",
               checkpoint_when(&model->checkpoints.items[point->index], check->arena),
               arithmetic(check, spending, count, sum, currency),
               money_text(check->arena, sum - point->amount->max, currency),
               money_text(check->arena, point->amount->max, currency));
    for (size_t i = 0; i < count && i < TERMS_WRITTEN; i++) {
        const struct item *item = &model->items.items[spending->items[i].item];
        report_related(
            check, diagnostic, check->document, item->budget.items[0].where, "%s for “%.*s”",
            money_text(check->arena, spending->items[i].amount, currency), SLICE_ARG(item->title));
    }
}

static void check_planned_overspend(struct check *check)
{
    struct budget budget;
    struct placed_checkpoints points = {0};
    struct spending spending = {0};
    struct calendar calendar = calendar_of(check->settings, check->model);
    checkpoints_placed(check->model, &calendar, check->arena, &points);
    if (points.len == 0)
        return;
    budget_of(check->model, check->settings, check->arena, &budget);
    if (strcmp(budget.currency, points.items[0].amount->currency) != 0)
        return;
    read_spending(check, &budget, &check->model->checkpoints.items[points.items[0].index],
                  &spending);
    double sum = 0;
    size_t at = 0;
    for (size_t i = 0; i < points.len; i++) {
        for (; at < spending.len && spending.items[at].day <= points.items[i].day; at++)
            sum += spending.items[at].amount;
        struct money spent = {.amount = sum, .min = sum, .max = sum};
        if (at == 0 || !money_surely_exceeds(&spent, points.items[i].amount))
            continue;
        report_overspend(check, &spending, at, sum, &points.items[i]);
        return; /* once: those behind it hold the same items */
    }
}

RULE(planned_overspend) = {
    .name = "planned-overspend",
    .summary = "what ends by a budget checkpoint costs more than it allows",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_planned_overspend,
};
