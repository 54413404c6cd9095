/* checkpoints.c: a plan's budget checkpoints in the order of time. */
#include "analysis/checkpoints.h"

#include <stdlib.h>
#include <string.h>

static int compare_places(const void *a, const void *b)
{
    const struct placed_checkpoint *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

void checkpoints_placed(const struct model *model, const struct calendar *calendar,
                        struct arena *arena, struct placed_checkpoints *out)
{
    const char *currency = NULL;
    for (uint32_t i = 0; i < model->checkpoints.len; i++) {
        const struct checkpoint *checkpoint = &model->checkpoints.items[i];
        const struct money *amount = &checkpoint->amount;
        struct time_value time = {.kind = TIME_SPAN, .from = checkpoint->at, .to = checkpoint->at};
        date_days from, to;
        if (span_is_empty(amount->where) || amount->placeholder || amount->per.len ||
            !calendar_place(calendar, &time, &from, &to) || to == DATE_NONE)
            continue;
        currency = currency ? currency : amount->currency;
        if (strcmp(currency, amount->currency) == 0)
            *VEC_PUSH(arena, out) = (struct placed_checkpoint){i, to, amount};
    }
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare_places);
}

const char *checkpoint_when(const struct checkpoint *checkpoint, struct arena *arena)
{
    int value = checkpoint->at.value;
    switch (checkpoint->at.unit) {
    case TIME_WEEK:
        return arena_printf(arena, "week %d", value);
    case TIME_MONTH:
        return arena_printf(arena, "month %d", value);
    case TIME_DAY:
        return arena_printf(arena, "day %d", value);
    case TIME_QUARTER:
        return arena_printf(arena, "Q%d %d", value % 4 + 1, value / 4);
    case TIME_DATE: {
        struct date date = date_from_days(value);
        return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    }
    case TIME_NONE:
        break;
    }
    return arena_cstring(arena, checkpoint->title);
}

bool money_surely_exceeds(const struct money *a, const struct money *b)
{
    double least = a->less ? 0 : a->min, most = b->max;
    if (b->more)
        return false;
    if (a->approx || b->approx) {
        double larger = least > most ? least : most;
        least -= larger * MONEY_TOLERANCE;
    }
    return least > most;
}
