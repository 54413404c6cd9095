/* capacity_items.c: which items of a document carry load, and on which days. */
#include "analysis/capacity_items.h"

bool document_carries_load(const struct document *document)
{
    return document->judged && !(document->model->kinds & (DOCUMENT_ARCHIVED | DOCUMENT_TEMPLATE));
}

/* ---- days ------------------------------------------------------------------------------------ */

static bool is_counted(struct time_point point)
{
    return point.unit == TIME_WEEK || point.unit == TIME_DAY || point.unit == TIME_MONTH;
}

/* Where an entry says from when to when. */
static bool is_span(const struct time_value *time)
{
    return time->kind == TIME_SPAN && !time->open && !time->until && time->problem != TIME_REVERSED;
}

/* Does the plan count its own weeks, days or months? */
static bool counts_its_own(const struct model *model)
{
    for (size_t i = 0; i < model->items.len; i++)
        for (size_t t = 0; t < model->items.items[i].timeline.len; t++) {
            const struct time_value *time = &model->items.items[i].timeline.items[t].time;
            if (is_span(time) && is_counted(time->from))
                return true;
        }
    return false;
}

static void widen(struct item_days *days, date_days from, date_days to)
{
    if (days->from == DATE_NONE || from < days->from)
        days->from = from;
    if (days->to == DATE_NONE || to > days->to)
        days->to = to;
}

static void place_item(const struct calendar *calendar, const struct item *item,
                       struct item_days *days)
{
    for (size_t t = 0; t < item->timeline.len; t++) {
        date_days from, to;
        const struct time_value *time = &item->timeline.items[t].time;
        if (is_span(time) && calendar_place(calendar, time, &from, &to) && from <= to)
            widen(days, from, to);
    }
    if (item->kind == ITEM_MILESTONE && days->from == days->to)
        days->from = days->to = DATE_NONE;
}

static bool is_open_work(const struct item *item)
{
    return item->status != STATUS_DONE && item->status != STATUS_CANCELLED &&
           item->status != STATUS_DEFERRED && item->kind != ITEM_GATE &&
           item->kind != ITEM_DECISION;
}

struct document_days document_days_of(const struct settings *settings, const struct model *model,
                                      struct arena *arena)
{
    struct document_days days = {
        .counted = counts_its_own(model),
        .calendar = calendar_of(settings, model),
        .items = arena_array(arena, model->items.len + 1, sizeof(struct item_days))};
    days.comparable = days.calendar.anchor == CALENDAR_STATED || !days.counted;
    /* Dates need no week 1 to stand somewhere. */
    if (!days.counted && days.calendar.anchor == CALENDAR_FLOATING)
        days.calendar.anchor = CALENDAR_ASSUMED;
    for (size_t i = 0; i < model->items.len; i++) {
        days.items[i] = (struct item_days){.from = DATE_NONE, .to = DATE_NONE};
        days.items[i].open = is_open_work(&model->items.items[i]);
        place_item(&days.calendar, &model->items.items[i], &days.items[i]);
    }
    /* Parts stand behind what they are parts of. */
    for (size_t i = model->items.len; i-- > 0;) {
        const struct item *item = &model->items.items[i];
        struct item_days *own = &days.items[i];
        if (item->parent == NO_INDEX || own->from == DATE_NONE)
            continue;
        struct item_days *above = &days.items[item->parent];
        above->carried = above->carried || own->carried || item->owners.len > 0;
        if (model->items.items[item->parent].timeline.len == 0)
            widen(above, own->from, own->to);
    }
    return days;
}

/* ---- shares ---------------------------------------------------------------------------------- */

double owner_share(const struct item *item, const struct person *owner, bool *stated)
{
    double said = 0;
    uint32_t without = 0;
    *stated = false;
    for (size_t i = 0; i < item->owners.len; i++) {
        const struct person *other = &item->owners.items[i];
        bool first = true;
        for (size_t k = 0; k < i && first; k++)
            first = !slice_equal(item->owners.items[k].key, other->key);
        if (!first)
            continue; /* named twice: "Alex for pilots, Alex for code" */
        said += other->share;
        without += other->share <= 0;
        if (slice_equal(other->key, owner->key) && other->share > 0) {
            *stated = true;
            return other->share;
        }
    }
    return said < 1 && without > 0 ? (1 - said) / without : 0;
}
