/* budget.c: sums per item and person; the curve stands in budget_curve.c. */
#include "analysis/budget.h"

#include "analysis/budget_curve.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- sums -------------------------------------------------------------------------------------- */

static struct budget_sum *sum_for(struct budget_sums *sums, const char *currency, struct slice per,
                                  struct arena *arena)
{
    for (size_t i = 0; i < sums->len; i++)
        if (strcmp(sums->items[i].currency, currency) == 0 && slice_equal(sums->items[i].per, per))
            return &sums->items[i];
    struct budget_sum *sum = VEC_PUSH(arena, sums);
    memcpy(sum->currency, currency, sizeof sum->currency);
    sum->per = per;
    return sum;
}

void budget_sums_add(struct budget_sums *sums, const struct money *money, struct arena *arena)
{
    if (money->placeholder) {
        sums->placeholders++;
        return;
    }
    struct budget_sum *sum = sum_for(sums, money->currency, money->per, arena);
    sum->amount += money->amount;
    sum->min += money->less ? 0 : money->min;
    sum->max += money->more ? (double)INFINITY : money->max;
    sum->approx = sum->approx || money->approx;
    sum->parts++;
}

static void add_sums(struct budget_sums *sums, const struct budget_sums *more, struct arena *arena)
{
    for (size_t i = 0; i < more->len; i++) {
        const struct budget_sum *from = &more->items[i];
        struct budget_sum *sum = sum_for(sums, from->currency, from->per, arena);
        sum->amount += from->amount;
        sum->min += from->min;
        sum->max += from->max;
        sum->approx = sum->approx || from->approx;
        sum->parts += from->parts;
    }
    sums->placeholders += more->placeholders;
}

/* The item's own sums over those of its parts: of each the larger, never both. */
static void raise_sums(struct budget_sums *parts, const struct budget_sums *own,
                       struct arena *arena)
{
    for (size_t i = 0; i < own->len; i++) {
        struct budget_sum *sum = sum_for(parts, own->items[i].currency, own->items[i].per, arena);
        if (sum->parts == 0 || own->items[i].amount > sum->amount)
            *sum = own->items[i];
    }
    parts->placeholders += own->placeholders;
}

const struct budget_sum *budget_one_off(const struct budget_sums *sums, const char *currency)
{
    for (size_t i = 0; i < sums->len; i++)
        if (sums->items[i].per.len == 0 && strcmp(sums->items[i].currency, currency) == 0)
            return &sums->items[i];
    return NULL;
}

static void read_items(const struct model *model, struct arena *arena, struct budget *out)
{
    size_t count = model->items.len;
    out->own = arena_array(arena, count, sizeof *out->own);
    out->whole = arena_array(arena, count, sizeof *out->whole);
    for (size_t i = 0; i < count; i++)
        for (size_t m = 0; m < model->items.items[i].budget.len; m++)
            if (!model->items.items[i].budget.items[m].total)
                budget_sums_add(&out->own[i], &model->items.items[i].budget.items[m], arena);
    /* Parents stand before their parts. */
    for (size_t i = count; i-- > 0;) {
        uint32_t parent = model->items.items[i].parent;
        raise_sums(&out->whole[i], &out->own[i], arena);
        add_sums(parent == NO_INDEX ? &out->plan : &out->whole[parent], &out->whole[i], arena);
    }
}

static void choose_currency(struct budget *out)
{
    size_t parts = 0;
    for (size_t i = 0; i < out->plan.len; i++) {
        const struct budget_sum *sum = &out->plan.items[i];
        if (sum->per.len || sum->parts <= parts)
            continue;
        parts = sum->parts;
        memcpy(out->currency, sum->currency, sizeof out->currency);
    }
}

/* ---- people ------------------------------------------------------------------------------------ */

/* What one item gives one of its owners. */
struct paid {
    const struct person *person;
    double amount;
    size_t order; /* of naming */
};

struct payments {
    VEC_MEMBERS(struct paid);
};

static int compare_keys(const void *a, const void *b)
{
    const struct paid *x = a, *y = b;
    int order = slice_compare(x->person->key, y->person->key);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static int compare_order(const void *a, const void *b)
{
    const struct paid *x = a, *y = b;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Adds up what each is paid, in the order in which they are first named. */
static void add_up_people(struct payments *payments, struct arena *arena, struct budget *out)
{
    size_t *counts = arena_array(arena, payments->len, sizeof *counts);
    size_t people = 0;
    if (payments->len > 1)
        qsort(payments->items, payments->len, sizeof *payments->items, compare_keys);
    for (size_t i = 0; i < payments->len; i++) {
        struct paid *paid = &payments->items[i];
        struct paid *last = people > 0 ? &payments->items[people - 1] : NULL;
        if (last && slice_equal(last->person->key, paid->person->key)) {
            last->amount += paid->amount;
            counts[last->order]++;
            continue;
        }
        counts[paid->order] = 1;
        payments->items[people++] = *paid;
    }
    if (people > 1)
        qsort(payments->items, people, sizeof *payments->items, compare_order);
    for (size_t i = 0; i < people; i++) {
        const struct paid *paid = &payments->items[i];
        *VEC_PUSH(arena, &out->people) =
            (struct budget_share){paid->person->name, paid->person->role, paid->person->key,
                                  paid->amount, counts[paid->order]};
    }
}

/* Equal shares unless every owner's is stated. */
static void share_out(const struct model *model, uint32_t item, double amount, struct budget *out,
                      struct payments *payments, struct arena *arena)
{
    const struct people *owners = &model->items.items[item].owners;
    double stated = 0;
    while (owners->len == 0 && model->items.items[item].parent != NO_INDEX) {
        item = model->items.items[item].parent;
        owners = &model->items.items[item].owners;
    }
    if (owners->len == 0) {
        out->unowned += amount;
        return;
    }
    bool all = true;
    for (size_t i = 0; i < owners->len; i++) {
        all = all && owners->items[i].share > 0;
        stated += owners->items[i].share;
    }
    for (size_t i = 0; i < owners->len; i++) {
        double share = all ? owners->items[i].share / stated : 1.0 / (double)owners->len;
        size_t order = payments->len;
        *VEC_PUSH(arena, payments) = (struct paid){&owners->items[i], amount * share, order};
    }
}

void budget_of(const struct model *model, const struct settings *settings, struct arena *arena,
               struct budget *out)
{
    *out = (struct budget){.calendar = calendar_of(settings, model)};
    read_items(model, arena, out);
    choose_currency(out);
    struct payments payments = {0};
    size_t count = model->items.len;
    double *parts = arena_array(arena, count, sizeof *parts);
    out->rest = arena_array(arena, count, sizeof *out->rest);
    for (uint32_t i = 0; i < count; i++) {
        const struct budget_sum *whole = budget_one_off(&out->whole[i], out->currency);
        uint32_t parent = model->items.items[i].parent;
        if (whole && parent != NO_INDEX)
            parts[parent] += whole->amount;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct budget_sum *own = budget_one_off(&out->own[i], out->currency);
        out->rest[i] = own && own->amount > parts[i] ? own->amount - parts[i] : 0;
        if (out->rest[i] > 0)
            share_out(model, i, out->rest[i], out, &payments, arena);
    }
    add_up_people(&payments, arena, out);
    budget_curve_draw(model, settings, arena, out);
}
