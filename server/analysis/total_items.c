/* total_items.c: do the budgets of a plan's items add up to what is said of them? */
#include "analysis/total_items.h"

#include "analysis/total_bounds.h"

#include <string.h>

/* The items among which the parts of a total are looked for. */
struct scope {
    const struct model *model;
    const struct budget *budget;
    struct span span; /* items that begin in it */
    uint32_t inside;  /* only parts of this item, or NO_INDEX for all */
};

/* The first item of a scope; they stand in document order. */
static uint32_t scope_first(const struct scope *scope)
{
    uint32_t low = 0, high = (uint32_t)scope->model->items.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (scope->model->items.items[middle].span.start < scope->span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool scope_has(const struct scope *scope, uint32_t item)
{
    return item < scope->model->items.len &&
           scope->model->items.items[item].span.start < scope->span.end;
}

/* Does something above it in the scope say what it costs, so that it counts there? */
static bool is_covered(const struct scope *scope, uint32_t item)
{
    uint32_t parent = scope->model->items.items[item].parent;
    for (; parent != NO_INDEX && parent != scope->inside;
         parent = scope->model->items.items[parent].parent)
        if (scope->budget->own[parent].len > 0 || scope->budget->own[parent].placeholders > 0)
            return true;
    return false;
}

/* What one-off money a scope's items come to, as terms and bounds. */
struct reach {
    struct total_bounds bounds;
    double recurring; /* of a year */
    bool complete;    /* every item beside one that costs something says so */
    bool open;        /* placeholders, other currencies */
};

static double yearly(const struct budget_sum *sum)
{
    static const struct {
        const char *per;
        double times;
    } units[] = {{"year", 1}, {"quarter", 4}, {"month", 12}, {"week", 52}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_is(sum->per, units[i].per))
            return sum->amount * units[i].times;
    return 0;
}

static void add_item(const struct scope *scope, uint32_t item, const char *currency,
                     struct arena *arena, struct reach *reach, struct total_sum *out)
{
    const struct budget_sums *own = &scope->budget->own[item];
    reach->open = reach->open || own->placeholders > 0;
    for (size_t i = 0; i < own->len; i++) {
        const struct budget_sum *sum = &own->items[i];
        if (strcmp(sum->currency, currency) != 0) {
            reach->open = true;
        } else if (sum->per.len) {
            reach->recurring += yearly(sum);
        } else {
            reach->bounds.min += sum->min;
            reach->bounds.max += sum->max;
            reach->bounds.approx = reach->bounds.approx || sum->approx;
            out->sum += sum->amount;
            *VEC_PUSH(arena, &out->terms) = (struct total_term){
                scope->model->items.items[item].budget.items[0].where, sum->amount, item};
        }
    }
}

/* Items of a kind that others of the same kind and parent cost something, and which say nothing. */
static bool lacks_cost(const struct scope *scope, uint32_t item, uint32_t like)
{
    const struct item *a = &scope->model->items.items[item], *b = &scope->model->items.items[like];
    const struct budget_sums *whole = &scope->budget->whole[item];
    return a->kind == b->kind && a->parent == b->parent && whole->len == 0;
}

static struct reach reach_of(const struct scope *scope, const char *currency, struct arena *arena,
                             struct total_sum *out)
{
    struct reach reach = {.complete = true};
    uint32_t like = NO_INDEX;
    uint32_t first = scope_first(scope);
    for (uint32_t i = first; scope_has(scope, i); i++) {
        if (i == scope->inside || is_covered(scope, i))
            continue;
        if (scope->budget->own[i].len || scope->budget->own[i].placeholders) {
            like = like == NO_INDEX ? i : like;
            add_item(scope, i, currency, arena, &reach, out);
        }
    }
    for (uint32_t i = first; like != NO_INDEX && scope_has(scope, i); i++)
        if (i != scope->inside && lacks_cost(scope, i, like))
            reach.complete = false;
    return reach;
}

static void judge_reach(const struct money *said, const struct reach *reach, bool reserve,
                        struct total_sum *out)
{
    struct total_bounds with = reach->bounds;
    with.min += reach->recurring;
    with.max += reach->recurring;
    if (out->terms.len < 2 || reach->open)
        return;
    bool over = !said->more && reach->bounds.min > said->max;
    if (total_bounds_fit(&reach->bounds, said) ||
        (reach->recurring > 0 && total_bounds_fit(&with, said)))
        out->verdict = TOTAL_RIGHT;
    else if (over || (reach->complete && !reserve))
        out->verdict = TOTAL_DIFFERS;
}

/* The innermost section around a total that holds at least two items which cost something. */
static struct span scope_span(const struct model *model, const struct budget *budget,
                              const struct total *total)
{
    uint32_t heading = total->heading;
    for (; heading != NO_INDEX; heading = model->headings.items[heading].parent) {
        struct span section = model->headings.items[heading].section;
        size_t count = 0;
        for (uint32_t i = 0; i < model->items.len && count < 2; i++)
            count +=
                span_contains(section, model->items.items[i].span.start) && budget->own[i].len > 0;
        if (count > 1)
            return section;
    }
    return (struct span){0, UINT32_MAX};
}

/* Below the last of several items' fields, "Total budget: $66K" is the sum of them all: where that item
 * says its own budget and nothing in it costs anything. */
static bool closes_siblings(const struct model *model, const struct budget *budget,
                            const struct total *total)
{
    const struct item *item = &model->items.items[total->item];
    struct scope inside = {model, budget, item->span, total->item};
    if (budget->own[total->item].len == 0 || item->source != ITEM_FROM_HEADING)
        return false;
    for (size_t i = 0; i < item->budget.len; i++)
        if (!item->budget.items[i].total &&
            item->budget.items[i].where.start > total->amount.where.start)
            return false;
    for (uint32_t i = scope_first(&inside); scope_has(&inside, i); i++)
        if (i != total->item && budget->own[i].len > 0)
            return false;
    for (uint32_t i = total->item + 1; i < model->items.len; i++)
        if (model->items.items[i].parent == item->parent &&
            model->items.items[i].kind == item->kind)
            return false; /* not the last */
    return true;
}

void total_judge_items(const struct model *model, const struct budget *budget,
                       const struct total *total, struct arena *arena, struct total_sum *out)
{
    struct scope scope = {model, budget, {0, UINT32_MAX}, total->item};
    if (total->amount.per.len || total->partial)
        return;
    bool closes = total->item != NO_INDEX && closes_siblings(model, budget, total);
    if (closes)
        scope.inside = model->items.items[total->item].parent;
    scope.span = total->item != NO_INDEX && !closes ? model->items.items[total->item].span
                                                    : scope_span(model, budget, total);
    struct reach reach = reach_of(&scope, out->currency, arena, out);
    judge_reach(&total->amount, &reach, total->reserve, out);
}

void total_judge_item(const struct model *model, const struct budget *budget, uint32_t item,
                      struct arena *arena, struct total_sum *out)
{
    const struct item *it = &model->items.items[item];
    const struct money *said = NULL;
    *out = (struct total_sum){0};
    for (size_t i = 0; i < it->budget.len; i++) {
        const struct money *money = &it->budget.items[i];
        if (money->total || money->per.len)
            continue;
        if (said || money->placeholder)
            return; /* several parts of its own: whose are the sub-items'? */
        said = money;
    }
    if (!said)
        return;
    out->said = said->amount;
    memcpy(out->currency, said->currency, sizeof out->currency);
    struct scope scope = {model, budget, it->span, item};
    struct reach reach = reach_of(&scope, out->currency, arena, out);
    judge_reach(said, &reach, false, out);
}
