/* phase_outside_item.c: a part of an item that lies outside the item's own time. */
#include "analysis/item_span.h"
#include "edits/shift_span.h"
#include "rules/rule.h"

/* One part of an item on the calendar: a sub-item, or a line of its timeline. */
struct part {
    struct day_span days;
    const struct time_value *time;
    uint32_t item; /* the sub-item, or NO_INDEX for a line */
};

struct parts {
    VEC_MEMBERS(struct part);
};

static bool is_closed(const struct day_span *days)
{
    return days->from != DATE_NONE && days->to != DATE_NONE;
}

static bool lies_in(const struct day_span *part, const struct day_span *whole)
{
    return part->from >= whole->from && part->to <= whole->to;
}

/* Parts that count their weeks from 1 again, or mostly lie elsewhere, have a calendar of their own. */
static bool share_calendar(const struct parts *parts, const struct day_span *whole)
{
    size_t inside = 0, touching = 0;
    for (size_t i = 0; i < parts->len; i++) {
        const struct part *part = &parts->items[i];
        bool first_week = part->days.counted && part->time->from.value == 1;
        if (first_week && !lies_in(&part->days, whole) && part->days.from < whole->from)
            return false;
        inside += lies_in(&part->days, whole);
        touching += part->days.from <= whole->to && part->days.to >= whole->from;
    }
    return inside * 2 >= parts->len && inside > 0 && touching > 0;
}

static void offer_shift(struct check *check, struct planls_diagnostic *diagnostic,
                        const struct part *part, const struct day_span *whole)
{
    struct calendar calendar = calendar_of(check->settings, check->model);
    struct workdays workdays = workdays_of(check->settings, check->arena);
    struct edit_list edits = {0};
    struct text_edit edit;
    struct shift shift;
    int length = part->days.to - part->days.from;
    if (length > whole->to - whole->from)
        return;
    bool found = part->days.to > whole->to ? shift_up_to(check->document, &calendar, &workdays,
                                                         whole->to - length - 1, part->time, &shift)
                                           : shift_past(check->document, &calendar, &workdays,
                                                        whole->from - 1, part->time, &shift);
    if (found && part->item != NO_INDEX)
        found = shift_item(check->document, part->item, shift, check->parser, check->arena, &edits);
    else if (found &&
             shift_time(check->document, part->time, shift, check->parser, check->arena, &edit))
        *VEC_PUSH(check->arena, &edits) = edit;
    if (!found || edits.len == 0)
        return;
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Shift it by %s", shift_words(shift, check->arena));
    for (size_t i = 0; i < edits.len; i++)
        fix_edit(check, fix, check->document, edits.items[i].span, edits.items[i].new_text);
}

static void judge(struct check *check, const struct item *item, struct span said,
                  const struct day_span *whole, const struct parts *parts)
{
    if (!share_calendar(parts, whole))
        return;
    for (size_t i = 0; i < parts->len; i++) {
        const struct part *part = &parts->items[i];
        if (lies_in(&part->days, whole))
            continue;
        const char *how = part->days.to > whole->to ? "ends after" : "begins before";
        struct planls_diagnostic *diagnostic =
            report(check, part->time->where, "This %s the %s it is a part of (%.*s)", how,
                   item->kind == ITEM_OTHER ? "item" : item_kind_name(item->kind),
                   SLICE_ARG(span_slice(check->text, said)));
        report_related(check, diagnostic, check->document, said, "the time of the whole");
        offer_shift(check, diagnostic, part, whole);
    }
}

static void check_lines(struct check *check, const struct calendar *calendar,
                        const struct item *item)
{
    struct parts parts = {0};
    struct day_span whole;
    if (item->source != ITEM_FROM_HEADING || item->timeline.len < 2)
        return;
    struct span title = check->model->headings.items[item->heading].title_span;
    const struct time_value *said = model_time_in(check->model, title);
    if (!said || span_contains(title, item->timeline.items[0].time.where.start) ||
        !calendar_day_span(calendar, said, &whole) || !is_closed(&whole))
        return;
    for (size_t e = 0; e < item->timeline.len; e++) {
        struct part part = {.time = &item->timeline.items[e].time, .item = NO_INDEX};
        if (calendar_day_span(calendar, part.time, &part.days) && is_closed(&part.days) &&
            day_span_comparable(&part.days, &whole))
            *VEC_PUSH(check->arena, &parts) = part;
    }
    judge(check, item, said->where, &whole, &parts);
}

static void check_sub_items(struct check *check, const struct item_span *spans,
                            const uint32_t *next_child, uint32_t first, uint32_t index)
{
    const struct day_span *whole = &spans[index].days;
    struct parts parts = {0};
    for (uint32_t child = first; child != NO_INDEX; child = next_child[child]) {
        const struct item *item = &check->model->items.items[child];
        struct part part = {.days = spans[child].days, .item = child};
        if ((spans[child].source != ITEM_SPAN_FIELD && spans[child].source != ITEM_SPAN_HEADING) ||
            item->timeline.len == 0 || !is_closed(&part.days) ||
            !day_span_comparable(&part.days, whole))
            continue;
        part.time = &item->timeline.items[0].time;
        *VEC_PUSH(check->arena, &parts) = part;
    }
    if (parts.len)
        judge(check, &check->model->items.items[index], spans[index].where, whole, &parts);
}

static void check_phase_outside_item(struct check *check)
{
    const struct model *model = check->model;
    uint32_t count = (uint32_t)model->items.len;
    if (count == 0 || !check->document->loaded)
        return;
    struct calendar calendar = calendar_of(check->settings, model);
    const struct item_span *spans = item_spans_of(check->settings, model, check->arena);
    uint32_t *next = arena_array(check->arena, count, sizeof *next);
    uint32_t *first = arena_array(check->arena, count, sizeof *first);
    for (uint32_t i = 0; i < count; i++)
        first[i] = next[i] = NO_INDEX;
    for (uint32_t i = count; i-- > 0;) {
        uint32_t parent = model->items.items[i].parent;
        if (parent >= i)
            continue;
        next[i] = first[parent];
        first[parent] = i;
    }
    for (uint32_t i = 0; i < count; i++) {
        check_lines(check, &calendar, &model->items.items[i]);
        if ((spans[i].source == ITEM_SPAN_FIELD || spans[i].source == ITEM_SPAN_HEADING) &&
            is_closed(&spans[i].days))
            check_sub_items(check, spans, next, first[i], i);
    }
}

RULE(phase_outside_item) = {
    .name = "phase-outside-item",
    .summary = "a part of an item lies outside the item's own time",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_phase_outside_item,
};
