/* totals.c: do the parts of a stated total add up to it? */
#include "analysis/totals.h"

#include "analysis/total_bounds.h"
#include "analysis/total_items.h"

#include <math.h>

#include <string.h>

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
static size_t add_way(const struct total *total, size_t last, enum way way,
                      struct total_bounds *sum)
{
    size_t count = 0;
    *sum = (struct total_bounds){0};
    for (size_t i = 0; i < total->parts.len; i++) {
        if (!counts(total, i, last, way))
            continue;
        total_bounds_add(sum, &total->parts.items[i].amount);
        count++;
    }
    return count;
}

/* Amounts that each hold those before end in their total. */
static bool runs_up(const struct total *total)
{
    struct total_bounds last = {0};
    for (size_t i = 1; i < total->parts.len; i++)
        if (total->parts.items[i].amount.amount < total->parts.items[i - 1].amount.amount)
            return false;
    total_bounds_add(&last, &VEC_LAST(&total->parts)->amount);
    return total_bounds_fit(&last, &total->amount);
}

/* The way of which the writer most likely meant to give the sum: that which comes nearest. */
static enum way nearest_way(const struct total *total, size_t last)
{
    enum way nearest = WAY_SINCE_LAST;
    double least = INFINITY;
    for (enum way way = 0; way < WAY_COUNT; way++) {
        struct total_bounds sum;
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
        struct total_bounds sum;
        if (add_way(total, last, way, &sum) > 0 && total_bounds_fit(&sum, &total->amount))
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

void total_judge(const struct model *model, const struct budget *budget, uint32_t index,
                 struct arena *arena, struct total_sum *out)
{
    const struct total *total = &model->totals.items[index];
    *out = (struct total_sum){.said = total->amount.amount};
    memcpy(out->currency, total->amount.currency, sizeof out->currency);
    if (total->amount.placeholder)
        return;
    if (total->source == TOTAL_OF_ITEMS)
        total_judge_items(model, budget, total, arena, out);
    else if (total->source != TOTAL_IN_TEXT)
        judge_parts(total, arena, out);
}

void total_judge_value(const struct model *model, uint32_t item, size_t money, struct arena *arena,
                       struct total_sum *out)
{
    const struct moneys *budget = &model->items.items[item].budget;
    const struct money *said = &budget->items[money];
    struct total_bounds sum = {0};
    *out = (struct total_sum){.said = said->amount};
    memcpy(out->currency, said->currency, sizeof out->currency);
    for (size_t i = 0; i < budget->len; i++) {
        const struct money *part = &budget->items[i];
        if (part->total)
            continue;
        if (part->placeholder || strcmp(part->currency, said->currency) != 0 ||
            !slice_equal(part->per, said->per))
            return;
        total_bounds_add(&sum, part);
        out->sum += part->amount;
        *VEC_PUSH(arena, &out->terms) = (struct total_term){part->where, part->amount, NO_INDEX};
    }
    if (out->terms.len > 1)
        out->verdict = total_bounds_fit(&sum, said) ? TOTAL_RIGHT : TOTAL_DIFFERS;
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
