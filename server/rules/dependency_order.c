/* dependency_order.c: items that start before what they wait for ends. */
#include "analysis/dependencies.h"
#include "analysis/graph.h"
#include "analysis/item_span.h"
#include "edits/shift_span.h"
#include "rules/rule.h"

struct order {
    struct check *check;
    const struct item_span *own; /* of the document's items */
    const struct document *other_document;
    const struct item_span *other; /* of the document last looked at */
    struct calendar calendar;
    struct graph blocks;                 /* the document's items: who waits for whom, reversed */
    const struct dependency_edge *edges; /* what blocks.edge counts in */
    uint32_t fixed;                      /* findings that were offered a shift */
};

static const struct item_span *span_of_item(struct order *order, const struct document *document,
                                            uint32_t item)
{
    struct check *check = order->check;
    if (document == check->document)
        return &order->own[item];
    if (document != order->other_document) {
        order->other_document = document;
        order->other = item_spans_of(check->settings, document->model, check->arena);
    }
    return &order->other[item];
}

/* "Feb–Apr 2027": months without days. */
static bool is_of_months(const struct timeline_entry *entry)
{
    size_t digits = 0;
    for (size_t i = 0; i <= entry->text.len; i++) {
        if (i < entry->text.len && ascii_is_digit(entry->text.ptr[i])) {
            digits++;
            continue;
        }
        if (digits == 1 || digits == 2)
            return false;
        digits = 0;
    }
    return entry->time.to.unit == TIME_DATE;
}

/* How long the last week, month or quarter is in which an item ends: within it one may hand over to the
 * next. Days for dates. */
static int last_unit_days(const struct item *item)
{
    const struct timeline_entry *last = item->timeline.len ? VEC_LAST(&item->timeline) : NULL;
    enum time_unit unit = last ? last->time.to.unit : TIME_DATE;
    switch (unit) {
    case TIME_WEEK:
        return 7;
    case TIME_MONTH:
        return 31;
    case TIME_QUARTER:
        return 92;
    default:
        return last && is_of_months(last) ? 31 : 1;
    }
}

static bool starts_too_early(const struct day_span *waiting, const struct item *item,
                             const struct day_span *awaited)
{
    return waiting->from != DATE_NONE && awaited->to != DATE_NONE &&
           waiting->from < awaited->to - last_unit_days(item) + 1;
}

/* An item and its own part say one thing twice; the weeks of two parents may count from 1 each. */
static bool is_comparable(const struct dependency_edge *edge, const struct item_span *waiting,
                          const struct item_span *awaited)
{
    const struct model *model = edge->from.document->model;
    if (waiting->source == ITEM_SPAN_NONE || awaited->source == ITEM_SPAN_NONE)
        return false;
    if (edge->from.document != edge->to.document)
        return waiting->days.anchor == CALENDAR_STATED && awaited->days.anchor == CALENDAR_STATED;
    if (!day_span_comparable(&waiting->days, &awaited->days))
        return false;
    uint32_t a = model->items.items[edge->from.item].parent;
    uint32_t b = model->items.items[edge->to.item].parent;
    if (a == edge->to.item || b == edge->from.item)
        return false;
    return a == b || (!waiting->days.counted && !awaited->days.counted);
}

static bool is_over(const struct item *item)
{
    return item->status == STATUS_DONE || item->status == STATUS_CANCELLED;
}

/* "in week 5", "on 2026-02-02". */
static const char *day_words(struct order *order, const struct item_span *span, date_days day)
{
    if (span->days.counted)
        return arena_printf(order->check->arena, "in week %d",
                            calendar_week(&order->calendar, day));
    char iso[11];
    date_format(day, iso);
    return arena_printf(order->check->arena, "on %s", iso);
}

/* ---- the fix --------------------------------------------------------------------------------- */

static int shift_days(struct shift shift)
{
    static const int days[] = {
        [TIME_WEEK] = 7, [TIME_DAY] = 1, [TIME_MONTH] = 30, [TIME_QUARTER] = 91};
    return shift.unit <= TIME_QUARTER ? shift.count * days[shift.unit] : 0;
}

/* The entry an item begins with. */
static const struct time_value *first_time(struct order *order, const struct item *item)
{
    const struct time_value *first = NULL;
    date_days earliest = DATE_NONE;
    for (size_t i = 0; i < item->timeline.len; i++) {
        struct day_span days;
        const struct time_value *time = &item->timeline.items[i].time;
        if (!calendar_day_span(&order->calendar, time, &days) || days.from == DATE_NONE)
            continue;
        if (!first || days.from < earliest) {
            first = time;
            earliest = days.from;
        }
    }
    return first;
}

/* More items than that are too many to move unseen; a document with more findings than that is offered a
 * shift for the first of them. Both bound the work. */
#define MOVED_MOST 40
#define FIXED_MOST 100

/* Everything behind `first` that would then start too early goes along, by as much. */
static bool collect_edits(struct order *order, uint32_t first, struct shift shift,
                          struct edit_list *edits, uint32_t *moved)
{
    struct check *check = order->check;
    const struct model *model = check->model;
    uint32_t queue[MOVED_MOST] = {first}, queued = 1;
    for (uint32_t at = 0; at < queued; at++) {
        uint32_t index = queue[at];
        struct day_span end = order->own[index].days;
        if (!shift_item(check->document, index, shift, check->parser, check->arena, edits))
            return false;
        end.to = end.to == DATE_NONE ? DATE_NONE : end.to + shift_days(shift);
        for (uint32_t i = order->blocks.first[index]; i < order->blocks.first[index + 1]; i++) {
            uint32_t behind = order->blocks.to[i], known = 0;
            while (known < queued && queue[known] != behind)
                known++;
            if (known < queued || is_over(&model->items.items[behind]) ||
                !is_comparable(&order->edges[order->blocks.edge[i]], &order->own[behind],
                               &order->own[index]) ||
                !starts_too_early(&order->own[behind].days, &model->items.items[index], &end))
                continue;
            if (queued == MOVED_MOST)
                return false;
            queue[queued++] = behind;
        }
    }
    *moved = queued;
    return true;
}

static void add_fix(struct order *order, struct planls_diagnostic *diagnostic,
                    const struct dependency_edge *edge, date_days end)
{
    struct check *check = order->check;
    const struct model *model = check->model;
    if (edge->from.document != check->document || order->fixed == FIXED_MOST)
        return;
    order->fixed++;
    const struct time_value *time = first_time(order, &model->items.items[edge->from.item]);
    struct workdays workdays = workdays_of(check->settings, check->arena);
    struct edit_list edits = {0};
    struct shift shift;
    uint32_t moved = 0;
    if (!time || !shift_past(check->document, &order->calendar, &workdays, end, time, &shift) ||
        !collect_edits(order, edge->from.item, shift, &edits, &moved))
        return;
    text_edits_sort(edits.items, edits.len);
    if (!text_edits_are_disjoint(edits.items, edits.len, check->text.len))
        return;
    const char *by = shift_words(shift, check->arena);
    struct planls_fix *fix = moved == 1
                                 ? report_fix(check, diagnostic, false, "Shift it by %s", by)
                                 : report_fix(check, diagnostic, false,
                                              "Shift it and %u behind it by %s", moved - 1, by);
    for (size_t i = 0; i < edits.len; i++)
        fix_edit(check, fix, check->document, edits.items[i].span, edits.items[i].new_text);
}

/* ---- findings -------------------------------------------------------------------------------- */

static void check_edge(struct order *order, const struct dependency_edge *edge)
{
    struct check *check = order->check;
    const struct item *waiting = &edge->from.document->model->items.items[edge->from.item];
    const struct item *awaited = &edge->to.document->model->items.items[edge->to.item];
    const struct item_span *span = span_of_item(order, edge->from.document, edge->from.item);
    struct item_span from = *span;
    struct item_span to = *span_of_item(order, edge->to.document, edge->to.item);
    if (is_over(awaited) || is_over(waiting) || !is_comparable(edge, &from, &to) ||
        !starts_too_early(&from.days, awaited, &to.days))
        return;
    struct span where = edge->dependency->where;
    if (edge->from.document == check->document && !span_is_empty(from.where))
        where = from.where;
    struct slice name = dependency_node_name(edge->to, check->arena);
    struct planls_diagnostic *diagnostic =
        report(check, where, "“%.*s” starts %s but waits for %.*s, which ends %s",
               SLICE_ARG(waiting->title), day_words(order, &from, from.days.from), SLICE_ARG(name),
               day_words(order, &to, to.days.to));
    report_related(check, diagnostic, edge->to.document,
                   span_is_empty(to.where) ? awaited->name_span : to.where, "when %.*s ends",
                   SLICE_ARG(name));
    add_fix(order, diagnostic, edge, to.days.to);
}

/* Items that wait for each other are dependency-cycle's finding. */
static void check_edges(struct order *order, const struct dependency_edges *edges)
{
    struct check *check = order->check;
    uint32_t items = (uint32_t)check->model->items.len;
    VEC(struct graph_edge) own = {0};
    struct dependency_edges inner = {0};
    for (size_t e = 0; e < edges->len; e++) {
        const struct dependency_edge *edge = &edges->items[e];
        if (edge->from.document != check->document || edge->to.document != check->document ||
            edge->from.item >= items || edge->to.item >= items)
            continue;
        *VEC_PUSH(check->arena, &own) = (struct graph_edge){edge->from.item, edge->to.item};
        *VEC_PUSH(check->arena, &inner) = *edge;
    }
    struct graph graph = graph_make(items, own.items, (uint32_t)own.len, check->arena);
    struct graph_components components = graph_components(&graph, check->arena);
    order->blocks = graph_reversed(&graph, check->arena);
    order->edges = inner.items;
    for (size_t e = 0; e < edges->len; e++) {
        const struct dependency_edge *edge = &edges->items[e];
        bool here = edge->from.document == check->document && edge->to.document == check->document;
        if (edge->from.item == NO_INDEX || edge->to.item == NO_INDEX ||
            (here && components.of[edge->from.item] == components.of[edge->to.item]))
            continue;
        check_edge(order, edge);
    }
}

static void check_dependency_order(struct check *check)
{
    const struct model *model = check->model;
    struct dependency_edges edges = {0};
    for (uint32_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].depends_on.len)
            dependency_edges_of(check->workspace,
                                (struct dependency_node){check->document, i, NO_INDEX},
                                check->arena, &edges);
    if (edges.len == 0)
        return;
    struct order order = {.check = check,
                          .own = item_spans_of(check->settings, model, check->arena),
                          .calendar = calendar_of(check->settings, model)};
    check_edges(&order, &edges);
}

RULE(dependency_order) = {
    .name = "dependency-order",
    .summary = "an item starts before what it depends on ends",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_dependency_order,
};
