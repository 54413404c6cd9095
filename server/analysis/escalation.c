/* escalation.c: do the thresholds of an escalation path leave a range to nobody? */
#include "analysis/escalation.h"

#include "text/fold.h"

#include <math.h>
#include <stdlib.h>

struct entry {
    uint32_t heading, tier;
    struct slice subject, unit;
    const struct threshold *threshold;
};

/* "1 week" and "3 weeks" count the same. */
static struct slice unit_of(struct slice unit, struct arena *arena)
{
    struct slice folded = fold_case(arena, unit);
    if (folded.len > 3 && folded.ptr[folded.len - 1] == 's')
        folded.len--;
    return folded;
}

static int compare_groups(const struct entry *x, const struct entry *y)
{
    if (x->heading != y->heading)
        return x->heading < y->heading ? -1 : 1;
    int order = slice_compare(x->subject, y->subject);
    if (order == 0)
        order = slice_compare(x->unit, y->unit);
    return order ? order : slice_compare(x->threshold->per, y->threshold->per);
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = compare_groups(x, y);
    if (order)
        return order;
    if (x->threshold->low < y->threshold->low)
        return -1;
    if (x->threshold->low > y->threshold->low)
        return 1;
    return x->tier < y->tier ? -1 : x->tier > y->tier;
}

/* 2 and 3, 15 and 16: nothing lies between them. */
static bool follow_each_other(double end, double begin)
{
    return begin <= end || (begin - end <= 1 && floor(begin) == begin && floor(end) == end);
}

void escalation_gaps_of(const struct model *model, struct arena *arena, struct escalation_gaps *out)
{
    VEC(struct entry) entries = {0};
    for (uint32_t t = 0; t < model->tiers.len; t++) {
        const struct escalation_tier *tier = &model->tiers.items[t];
        for (size_t i = 0; i < tier->thresholds.len; i++) {
            const struct threshold *threshold = &tier->thresholds.items[i];
            *VEC_PUSH(arena, &entries) =
                (struct entry){tier->heading, t, fold_title(arena, threshold->subject),
                               unit_of(threshold->unit, arena), threshold};
        }
    }
    if (entries.len == 0)
        return;
    qsort(entries.items, entries.len, sizeof *entries.items, compare_entries);
    const struct entry *reach = &entries.items[0]; /* who covers furthest so far */
    for (size_t i = 1; i < entries.len; i++) {
        const struct entry *entry = &entries.items[i];
        bool same = compare_groups(reach, entry) == 0;
        if (same && !follow_each_other(reach->threshold->high, entry->threshold->low))
            *VEC_PUSH(arena, out) = (struct escalation_gap){reach->tier, entry->tier,
                                                            reach->threshold, entry->threshold};
        if (!same || entry->threshold->high > reach->threshold->high)
            reach = entry;
    }
}
