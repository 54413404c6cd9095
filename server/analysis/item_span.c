/* item_span.c: when an item is. */
#include "analysis/item_span.h"

#include <math.h>

/* Makes `whole` reach over `part` too. The open or missing end of one side: see the header. */
static void widen(struct item_span *whole, const struct day_span *part)
{
    struct day_span *days = &whole->days;
    if (part->from != DATE_NONE && (days->from == DATE_NONE || part->from < days->from))
        days->from = part->from;
    if (days->to != DATE_NONE && (part->to == DATE_NONE || part->to > days->to))
        days->to = part->to;
}

static void add(struct item_span *whole, enum item_span_source source, const struct day_span *part,
                struct span where)
{
    if (whole->source == ITEM_SPAN_NONE) {
        whole->source = source;
        whole->days = *part;
        whole->where = where;
    } else if (day_span_comparable(&whole->days, part)) {
        widen(whole, part);
    }
}

const struct time_value *item_start_said(const struct model *model, uint32_t item)
{
    uint32_t field = model_field_of(model, item, FIELD_START);
    return field == NO_INDEX ? NULL : model_time_in(model, model->fields.items[field].value);
}

/* The start that a field of its own states. */
static bool start_of(const struct calendar *calendar, const struct model *model, uint32_t item,
                     struct day_span *start, struct span *where)
{
    const struct time_value *time = item_start_said(model, item);
    if (!time || !calendar_day_span(calendar, time, start) || start->from == DATE_NONE)
        return false;
    *where = time->where;
    return true;
}

static void add_start(const struct calendar *calendar, const struct model *model, uint32_t item,
                      struct item_span *span)
{
    struct day_span start;
    struct span where;
    if (!start_of(calendar, model, item, &start, &where))
        return;
    if (span->source == ITEM_SPAN_FIELD) {
        if (day_span_comparable(&span->days, &start) && span->days.from == DATE_NONE)
            span->days.from = start.from;
        return;
    }
    bool lasts = span->length >= 1 && span->length <= INT16_MAX;
    span->source = ITEM_SPAN_FIELD;
    span->days = start;
    span->days.to = lasts ? start.from + (date_days)ceil(span->length) - 1 : DATE_NONE;
    span->where = where;
}

static void add_own(const struct calendar *calendar, const struct model *model, uint32_t index,
                    struct item_span *span)
{
    const struct item *item = &model->items.items[index];
    for (size_t e = 0; e < item->timeline.len; e++) {
        const struct time_value *time = &item->timeline.items[e].time;
        struct day_span part;
        bool titled = item->source == ITEM_FROM_HEADING && item->heading != NO_INDEX &&
                      span_contains(model->headings.items[item->heading].span, time->where.start);
        if (time->kind == TIME_DURATION && !time->hours && time->days > span->length)
            span->length = time->days;
        if (calendar_day_span(calendar, time, &part))
            add(span, titled ? ITEM_SPAN_HEADING : ITEM_SPAN_FIELD, &part, time->where);
    }
    if (span->source != ITEM_SPAN_HEADING)
        add_start(calendar, model, index, span);
}

const struct item_span *item_spans_of(const struct settings *settings, const struct model *model,
                                      struct arena *arena)
{
    struct item_span *spans = arena_array(arena, model->items.len, sizeof *spans);
    struct calendar calendar = calendar_of(settings, model);
    for (uint32_t i = 0; i < model->items.len; i++)
        add_own(&calendar, model, i, &spans[i]);
    /* A parent stands before its children, so from the end each child is whole when its turn comes. */
    for (uint32_t i = (uint32_t)model->items.len; i-- > 0;) {
        uint32_t parent = model->items.items[i].parent;
        if (parent < i && spans[i].source != ITEM_SPAN_NONE &&
            (spans[parent].source == ITEM_SPAN_NONE || spans[parent].source == ITEM_SPAN_CHILDREN))
            add(&spans[parent], ITEM_SPAN_CHILDREN, &spans[i].days, SPAN_NONE);
    }
    return spans;
}
