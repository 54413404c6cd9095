/* capacity_items.c: which items of a document carry load, and on which days. */
#include "analysis/capacity_items.h"

bool document_carries_load(const struct document *document)
{
    return document->judged && !(document->model->kinds & (DOCUMENT_ARCHIVED | DOCUMENT_TEMPLATE));
}

/* ---- days ------------------------------------------------------------------------------------ */

static bool is_open_work(const struct item *item)
{
    return item->status != STATUS_DONE && item->status != STATUS_CANCELLED &&
           item->status != STATUS_DEFERRED && item->kind != ITEM_GATE &&
           item->kind != ITEM_DECISION;
}

/* "Q2 2026", "Months 1-3": nobody means all of its days. */
static bool is_coarse(const struct item *item)
{
    bool coarse = false;
    for (size_t t = 0; t < item->timeline.len; t++) {
        const struct time_value *time = &item->timeline.items[t].time;
        if (time->kind != TIME_SPAN)
            continue;
        coarse = time->from.unit == TIME_QUARTER || time->from.unit == TIME_MONTH;
        if (!coarse)
            return false;
    }
    return coarse;
}

static bool has_days(const struct item *item, const struct item_span *span)
{
    return span->source != ITEM_SPAN_NONE && span->days.from != DATE_NONE &&
           span->days.to != DATE_NONE && span->days.from <= span->days.to &&
           !(item->kind == ITEM_MILESTONE && span->days.from == span->days.to);
}

const struct item_days *items_days_of(const struct settings *settings, const struct model *model,
                                      struct arena *arena)
{
    const struct item_span *spans = item_spans_of(settings, model, arena);
    struct item_days *all = arena_array(arena, model->items.len + 1, sizeof *all);
    /* Parts stand behind what they are parts of. */
    for (size_t i = model->items.len; i-- > 0;) {
        const struct item *item = &model->items.items[i];
        bool placed = has_days(item, &spans[i]);
        all[i].open = is_open_work(item);
        all[i].coarse = is_coarse(item);
        all[i].days = spans[i].days;
        if (!placed)
            all[i].days.from = all[i].days.to = DATE_NONE;
        if (item->parent < i && (all[i].carried || (placed && item->owners.len > 0)))
            all[item->parent].carried = true;
    }
    return all;
}

/* ---- shares ---------------------------------------------------------------------------------- */

bool owner_is_repeated(const struct item *item, size_t owner)
{
    for (size_t k = 0; k < owner; k++)
        if (slice_equal(item->owners.items[k].key, item->owners.items[owner].key))
            return true;
    return false;
}

struct item_shares item_shares_of(const struct item *item)
{
    struct item_shares shares = {0, 0};
    for (size_t i = 0; i < item->owners.len && i < ITEM_MAX_OWNERS; i++) {
        if (owner_is_repeated(item, i))
            continue;
        shares.stated += item->owners.items[i].share;
        shares.without += item->owners.items[i].share <= 0;
    }
    return shares;
}

double owner_share(const struct item_shares *shares, const struct person *owner, bool *stated)
{
    *stated = owner->share > 0;
    if (*stated)
        return owner->share;
    return shares->stated < 1 && shares->without > 0 ? (1 - shares->stated) / shares->without : 0;
}
