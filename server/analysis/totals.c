/* totals.c: do the parts of a stated total add up to it? */
#include "analysis/totals.h"

#include "analysis/checkpoints.h"

#include <math.h>
#include <string.h>

/* What a sum may lie between. */
struct bounds {
    double min, max;
    bool approx;
};

static void add_money(struct bounds *bounds, const struct money *money)
{
    bounds->min += money->less ? 0 : money->min;
    bounds->max += money->more ? (double)INFINITY : money->max;
    bounds->approx = bounds->approx || money->approx;
}

/* Can the sum be what is said? */
static bool fits(const struct bounds *sum, const struct money *said)
{
    double slack = said->unit / 2 * (1 + 1e-9) + 1e-6 * fabs(said->amount);
    if (sum->approx || said->approx)
        slack +=
            MONEY_TOLERANCE * fmax(fabs(said->amount), fabs(sum->max < INFINITY ? sum->max : 0));
    double low = said->less ? 0 : said->min, high = said->more ? (double)INFINITY : said->max;
    return sum->min - slack <= high && sum->max + slack >= low;
}

/* ---- columns and lists ------------------------------------------------------------------------- */

/* The ways to write a sum: which of the parts count. */
enum way {
    WAY_SINCE_LAST,     /* those since the last subtotal */
    WAY_ALL,            /* all but subtotals */
    WAY_SUBTOTALS,      /* subtotals alone */
    WAY_SUBTOTALS_REST, /* subtotals and what stands behind the last */
    WAY_BOLD,           /* bold ones: groups with their sum */
    WAY_PLAIN,          /* plain ones */
    WAY_COUNT
};

static bool counts(const struct total *total, size_t part, size_t last_subtotal, enum way way)
{
    const struct total_part *p = &total->parts.items[part];
    bool behind = last_subtotal == SIZE_MAX || part > last_subtotal;
    switch (way) {
    case WAY_SINCE_LAST:
        return behind && !p->subtotal;
    case WAY_ALL:
        return !p->subtotal;
    case WAY_SUBTOTALS:
        return p->subtotal;
    case WAY_SUBTOTALS_REST:
        return p->subtotal || behind;
    case WAY_BOLD:
        return p->bold && !p->subtotal;
    case WAY_PLAIN:
        return !p->bold && !p->subtotal;
    case WAY_COUNT:
        break;
    }
    return false;
}

/* False where the parts are of several sorts, or not of the total's. *same says whether they are told in
 * the total's unit: a list of plain amounts may end in a total per month. */
static bool one_sort(const struct total *total, bool *same)
{
    const struct money *first = &total->parts.items[0].amount;
    for (size_t i = 1; i < total->parts.len; i++) {
        const struct money *money = &total->parts.items[i].amount;
        if (strcmp(money->currency, first->currency) != 0 || !slice_equal(money->per, first->per))
            return false;
    }
    *same = slice_equal(first->per, total->amount.per);
    return strcmp(first->currency, total->amount.currency) == 0;
}

static size_t last_subtotal_of(const struct total *total)
{
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < total->parts.len; i++)
        last = total->parts.items[i].subtotal ? i : last;
    return last;
}

/* The sum one way; gives how many parts it has. */
static size_t add_way(const struct total *total, size_t last, enum way way, struct bounds *sum)
{
    size_t count = 0;
    *sum = (struct bounds){0};
    for (size_t i = 0; i < total->parts.len; i++) {
        if (!counts(total, i, last, way))
            continue;
        add_money(sum, &total->parts.items[i].amount);
        count++;
    }
    return count;
}

/* Amounts that each hold those before end in their total. */
static bool runs_up(const struct total *total)
{
    struct bounds last = {0};
    for (size_t i = 1; i < total->parts.len; i++)
        if (total->parts.items[i].amount.amount < total->parts.items[i - 1].amount.amount)
            return false;
    add_money(&last, &VEC_LAST(&total->parts)->amount);
    return fits(&last, &total->amount);
}

/* The way of which the writer most likely meant to give the sum: that which comes nearest. */
static enum way nearest_way(const struct total *total, size_t last)
{
    enum way nearest = WAY_SINCE_LAST;
    double least = INFINITY;
    for (enum way way = 0; way < WAY_COUNT; way++) {
        struct bounds sum;
        if (add_way(total, last, way, &sum) < 2)
            continue;
        double apart = fabs((sum.min + sum.max) / 2 - total->amount.amount);
        if (apart < least) {
            least = apart;
            nearest = way;
        }
    }
    return nearest;
}

static void list_terms(const struct total *total, size_t last, enum way way, struct arena *arena,
                       struct total_sum *out)
{
    for (size_t i = 0; i < total->parts.len; i++) {
        const struct money *money = &total->parts.items[i].amount;
        if (!counts(total, i, last, way))
            continue;
        *VEC_PUSH(arena, &out->terms) = (struct total_term){money->where, money->amount, NO_INDEX};
        out->sum += money->amount;
    }
}

static void judge_parts(const struct total *total, struct arena *arena, struct total_sum *out)
{
    bool same = false;
    size_t last = last_subtotal_of(total);
    if (total->unread || total->reserve || total->parts.len < 2 || !one_sort(total, &same))
        return;
    for (enum way way = 0; way < WAY_COUNT; way++) {
        struct bounds sum;
        if (add_way(total, last, way, &sum) > 0 && fits(&sum, &total->amount))
            out->verdict = TOTAL_RIGHT;
    }
    if (runs_up(total))
        out->verdict = TOTAL_RIGHT;
    /* A group of one row may have its subtotal too. */
    bool group = total->partial && last != SIZE_MAX;
    list_terms(total, last, group ? WAY_SINCE_LAST : nearest_way(total, last), arena, out);
    if (out->verdict == TOTAL_OPEN && same && out->terms.len > (group ? 0 : 1))
        out->verdict = TOTAL_DIFFERS;
}

/* ---- items ------------------------------------------------------------------------------------- */

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
    struct bounds bounds;
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
    struct bounds with = reach->bounds;
    with.min += reach->recurring;
    with.max += reach->recurring;
    if (out->terms.len < 2 || reach->open)
        return;
    bool over = !said->more && reach->bounds.min > said->max;
    if (fits(&reach->bounds, said) || (reach->recurring > 0 && fits(&with, said)))
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

static void judge_items(const struct model *model, const struct budget *budget,
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

void total_judge(const struct model *model, const struct budget *budget, uint32_t index,
                 struct arena *arena, struct total_sum *out)
{
    const struct total *total = &model->totals.items[index];
    *out = (struct total_sum){.said = total->amount.amount};
    memcpy(out->currency, total->amount.currency, sizeof out->currency);
    if (total->amount.placeholder)
        return;
    if (total->source == TOTAL_OF_ITEMS)
        judge_items(model, budget, total, arena, out);
    else if (total->source != TOTAL_IN_TEXT)
        judge_parts(total, arena, out);
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

void total_judge_value(const struct model *model, uint32_t item, size_t money, struct arena *arena,
                       struct total_sum *out)
{
    const struct moneys *budget = &model->items.items[item].budget;
    const struct money *said = &budget->items[money];
    struct bounds sum = {0};
    *out = (struct total_sum){.said = said->amount};
    memcpy(out->currency, said->currency, sizeof out->currency);
    for (size_t i = 0; i < budget->len; i++) {
        const struct money *part = &budget->items[i];
        if (part->total)
            continue;
        if (part->placeholder || strcmp(part->currency, said->currency) != 0 ||
            !slice_equal(part->per, said->per))
            return;
        add_money(&sum, part);
        out->sum += part->amount;
        *VEC_PUSH(arena, &out->terms) = (struct total_term){part->where, part->amount, NO_INDEX};
    }
    if (out->terms.len > 1)
        out->verdict = fits(&sum, said) ? TOTAL_RIGHT : TOTAL_DIFFERS;
}

/* ---- the plan's total -------------------------------------------------------------------------- */

static int rank(const struct total *total)
{
    if (total->partial || total->amount.per.len || total->amount.placeholder ||
        total->amount.amount <= 0)
        return 0;
    switch (total->source) {
    case TOTAL_OF_ITEMS:
        return total->item == NO_INDEX ? 3 : 0;
    case TOTAL_OF_COLUMN:
    case TOTAL_OF_LIST:
        return total->item == NO_INDEX && total->key == FIELD_BUDGET ? 2 : 0;
    case TOTAL_IN_TEXT:
        return 1;
    case TOTAL_OF_ROW:
        break;
    }
    return 0;
}

const struct total *plan_total(const struct model *model)
{
    const struct total *best = NULL;
    bool several = false;
    for (size_t i = 0; i < model->totals.len; i++) {
        const struct total *total = &model->totals.items[i];
        int mine = rank(total), theirs = best ? rank(best) : 0;
        if (mine == 0 || mine < theirs)
            continue;
        bool differs = best && (total->amount.amount != best->amount.amount ||
                                strcmp(total->amount.currency, best->amount.currency) != 0);
        several = mine == theirs && (several || differs);
        best = mine > theirs ? total : best;
    }
    return several ? NULL : best;
}
