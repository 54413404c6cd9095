/* budget_curve.c: money spread along the items' days: a sum of ramps, drawn by sweeping over the days at
 * which one begins or ends. */
#include "analysis/budget_curve.h"

#include "analysis/item_span.h"

#include <stdlib.h>

/* From the end of `day` on the curve's slope changes by `slope` a day. */
struct bend {
    date_days day;
    double slope;
};

struct bends {
    VEC_MEMBERS(struct bend);
};

/* Its days, or its parent's where it says none or leaves an end open. */
static bool item_days(const struct model *model, const struct item_span *spans, uint32_t item,
                      struct day_span *days)
{
    for (; item != NO_INDEX; item = model->items.items[item].parent) {
        *days = spans[item].days;
        if (spans[item].source != ITEM_SPAN_NONE && days->from != DATE_NONE &&
            days->to != DATE_NONE && days->from <= days->to)
            return true;
    }
    return false;
}

static int compare_bends(const void *a, const void *b)
{
    const struct bend *x = a, *y = b;
    return x->day < y->day ? -1 : x->day > y->day;
}

/* Adds up what several bends of one day do; the slope never falls below zero by rounding. */
static void draw(struct bends *bends, struct arena *arena, struct budget *out)
{
    double slope = 0, amount = 0;
    if (bends->len > 1)
        qsort(bends->items, bends->len, sizeof *bends->items, compare_bends);
    for (size_t i = 0; i < bends->len;) {
        date_days day = bends->items[i].day;
        if (out->curve.len > 0)
            amount += slope * (double)(day - VEC_LAST(&out->curve)->day);
        *VEC_PUSH(arena, &out->curve) = (struct budget_point){day, amount};
        for (; i < bends->len && bends->items[i].day == day; i++)
            slope += bends->items[i].slope;
    }
}

double budget_by(const struct budget *budget, date_days day)
{
    size_t low = 0, high = budget->curve.len;
    const struct budget_point *points = budget->curve.items;
    while (low < high) { /* the first point behind the day */
        size_t middle = low + (high - low) / 2;
        if (points[middle].day <= day)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return 0;
    if (low == budget->curve.len)
        return points[low - 1].amount;
    const struct budget_point *a = &points[low - 1], *b = &points[low];
    return a->amount + (b->amount - a->amount) * (double)(day - a->day) / (double)(b->day - a->day);
}

/* No plan is longer; what seems to be has a slip in a date. */
#define QUARTERS_MOST 400

static void fill_quarters(struct arena *arena, struct budget *out)
{
    if (out->curve.len == 0 || !out->dated)
        return;
    date_days last = VEC_LAST(&out->curve)->day;
    struct date date = date_from_days(out->curve.items[0].day + 1);
    int index = date.year * 4 + (date.month - 1) / 3;
    double before = 0;
    for (int count = 0; count < QUARTERS_MOST; count++, index++) {
        struct date next = {(index + 1) / 4, (index + 1) % 4 * 3 + 1, 1};
        if (!date_is_valid(next))
            return;
        double by = budget_by(out, date_to_days(next) - 1);
        *VEC_PUSH(arena, &out->quarters) =
            (struct budget_quarter){index / 4, index % 4 + 1, by - before};
        before = by;
        if (date_to_days(next) > last)
            return;
    }
}

void budget_curve_draw(const struct model *model, const struct settings *settings,
                       struct arena *arena, struct budget *out)
{
    const struct item_span *spans = item_spans_of(settings, model, arena);
    struct bends bends = {0};
    struct day_span like = {0};
    for (uint32_t i = 0; i < model->items.len; i++) {
        struct day_span days;
        if (out->rest[i] <= 0)
            continue;
        if (!item_days(model, spans, i, &days) ||
            (bends.len > 0 && !day_span_comparable(&like, &days))) {
            out->unplaced += out->rest[i];
            continue;
        }
        like = bends.len > 0 ? like : days;
        double slope = out->rest[i] / (double)(days.to - days.from + 1);
        *VEC_PUSH(arena, &bends) = (struct bend){days.from - 1, slope};
        *VEC_PUSH(arena, &bends) = (struct bend){days.to, -slope};
    }
    out->dated = bends.len > 0 && like.anchor != CALENDAR_FLOATING;
    draw(&bends, arena, out);
    fill_quarters(arena, out);
}
