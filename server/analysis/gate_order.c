/* gate_order.c: which phase a gate belongs to and which items come after that phase. */
#include "analysis/gate_order.h"

#include "analysis/dependencies.h"

/* ---- what is known of all items ---------------------------------------------------------------- */

/* Same kind, same place in the outline. */
static bool are_siblings(const struct model *model, uint32_t a, uint32_t b)
{
    const struct item *x = &model->items.items[a], *y = &model->items.items[b];
    if (x->kind != y->kind || x->source != y->source || x->parent != y->parent)
        return false;
    if (x->source != ITEM_FROM_HEADING)
        return x->heading == y->heading;
    const struct heading *h = &model->headings.items[x->heading];
    const struct heading *k = &model->headings.items[y->heading];
    return h->level == k->level && h->parent == k->parent;
}

struct item_edge {
    uint32_t waiter, target;
};

struct item_edges {
    VEC_MEMBERS(struct item_edge);
};

static void collect_edges(struct gate_order *order, struct item_edges *edges)
{
    for (uint32_t i = 0; i < order->model->items.len; i++) {
        struct dependency_edges found = {0};
        dependency_edges_of(order->ws, (struct dependency_node){order->document, i, NO_INDEX},
                            order->arena, &found);
        for (size_t e = 0; e < found.len; e++) {
            const struct dependency_edge *edge = &found.items[e];
            if (edge->from.document != order->document || edge->to.document != order->document ||
                edge->from.item == NO_INDEX || edge->to.item == NO_INDEX ||
                edge->from.item == edge->to.item)
                continue;
            *VEC_PUSH(order->arena, edges) = (struct item_edge){edge->from.item, edge->to.item};
            if (are_siblings(order->model, edge->from.item, edge->to.item))
                order->waits_for_sibling[edge->from.item] = true;
        }
    }
}

/* Sorts the edges by what is waited for (counting sort). */
static void sort_waiters(struct gate_order *order, const struct item_edges *edges)
{
    size_t count = order->model->items.len;
    order->waiters_of = arena_array(order->arena, count + 2, sizeof(uint32_t));
    order->waiters = arena_array(order->arena, edges->len + 1, sizeof(uint32_t));
    for (size_t e = 0; e < edges->len; e++)
        order->waiters_of[edges->items[e].target + 2]++;
    for (size_t i = 2; i < count + 2; i++)
        order->waiters_of[i] += order->waiters_of[i - 1];
    for (size_t e = 0; e < edges->len; e++)
        order->waiters[order->waiters_of[edges->items[e].target + 1]++] = edges->items[e].waiter;
}

void gate_order_init(struct gate_order *order, const struct workspace *ws,
                     const struct document *document, struct arena *arena)
{
    const struct model *model = document->model;
    struct item_edges edges = {0};
    *order = (struct gate_order){.ws = ws, .document = document, .model = model, .arena = arena};
    order->numbered = numbered_items_of(model, arena);
    order->spans = item_spans_of(workspace_settings(ws), model, arena);
    order->waits_for_sibling = arena_array(arena, model->items.len + 1, sizeof(bool));
    collect_edges(order, &edges);
    sort_waiters(order, &edges);
}

/* ---- whose gate it is ------------------------------------------------------------------------ */

/* Kinds that follow each other in the order in which they stand. */
static bool is_sequence(enum item_kind kind)
{
    return kind == ITEM_PHASE || kind == ITEM_MILESTONE || kind == ITEM_SPRINT ||
           kind == ITEM_MONTH || kind == ITEM_WEEK || kind == ITEM_DAY || kind == ITEM_STEP;
}

/* "Gate 2: entry to Phase 3", "before Phase 3": the word in front says that the phase comes behind. */
static bool leads_into(struct slice before)
{
    static const char *const words[] = {"to", "before", "into", "enter", "for",  "starting",
                                        "->", "→",      "=>",   "vor",   "vers", "antes de"};
    before = slice_trim_end(before);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_ends_nocase(before, slice_of(words[i])))
            return true;
    return false;
}

/* The phase next to a gate that is a section of its own: the last one above it, else the first below. */
static uint32_t phase_beside(const struct model *model, uint32_t heading, bool *entry)
{
    uint32_t parent = model->headings.items[heading].parent, above = NO_INDEX;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (!is_sequence(item->kind) || item->source != ITEM_FROM_HEADING ||
            model->headings.items[item->heading].parent != parent)
            continue;
        if (item->heading < heading) {
            above = i;
        } else {
            *entry = above == NO_INDEX;
            return above == NO_INDEX ? i : above;
        }
    }
    return above;
}

uint32_t gate_phase(const struct gate_order *order, const struct gate *gate, bool *entry)
{
    const struct model *model = order->model;
    *entry = slice_find_nocase(gate->title, SLICE("entry")) != SLICE_NONE;
    if (gate->heading == NO_INDEX)
        return gate->item;
    struct mention mention;
    for (size_t at = 0; mention_next(&order->numbered, gate->title, &at, &mention);) {
        if (!is_sequence(model->items.items[mention.item].kind) || !mention.unique)
            continue;
        *entry = *entry || leads_into(slice_sub(gate->title, 0, mention.start));
        return mention.item;
    }
    return *entry ? NO_INDEX : phase_beside(model, gate->heading, entry);
}

/* ---- what comes after ------------------------------------------------------------------------ */

/* Decimal numbers that say the opposite of the order in which the two stand. */
static bool is_numbered_before(const struct item *item, const struct item *phase)
{
    uint32_t a, b;
    return slice_to_u32(item->number, &a) && slice_to_u32(phase->number, &b) && a < b;
}

/* A phase may begin in the week in which the one before it ends. */
#define SHARED_DAYS 7

/* The days an item states itself; those of its parts may count from 1 in every phase. */
static bool own_days(const struct gate_order *order, uint32_t item, struct day_span *days)
{
    const struct item_span *span = &order->spans[item];
    if (span->source != ITEM_SPAN_FIELD && span->source != ITEM_SPAN_HEADING)
        return false;
    *days = span->days;
    return days->from != DATE_NONE && days->to != DATE_NONE;
}

static bool comes_after(const struct gate_order *order, uint32_t item, uint32_t phase)
{
    const struct item *later = &order->model->items.items[item];
    struct day_span days, end;
    bool placed = own_days(order, item, &days) && own_days(order, phase, &end) &&
                  day_span_comparable(&days, &end);
    bool sequence = is_sequence(later->kind);
    if (order->waits_for_sibling[item])
        return false;
    if (placed)
        return days.from > end.to || (sequence && days.from > end.from && days.to > end.to &&
                                      days.from + SHARED_DAYS > end.to);
    return sequence && item > phase &&
           !is_numbered_before(later, &order->model->items.items[phase]);
}

/* Everything that says it waits for the phase, directly or through others. */
static void mark_waiters(const struct gate_order *order, uint32_t phase, bool *holds_up)
{
    uint32_t *stack = arena_array(order->arena, order->model->items.len + 1, sizeof *stack);
    size_t len = 0;
    stack[len++] = phase;
    while (len) {
        uint32_t item = stack[--len];
        for (uint32_t w = order->waiters_of[item]; w < order->waiters_of[item + 1]; w++) {
            uint32_t waiter = order->waiters[w];
            if (holds_up[waiter] || waiter == phase)
                continue;
            holds_up[waiter] = true;
            stack[len++] = waiter;
        }
    }
}

/* "Go-Gate Criteria", "Go/No-Go": a gate by name. "Exit criteria" of a workstream may be its own affair. */
static bool is_called_gate(const struct gate *gate)
{
    return gate->heading != NO_INDEX ||
           slice_find_nocase(gate->title, SLICE("gate")) != SLICE_NONE ||
           slice_find_nocase(gate->title, SLICE("no-go")) != SLICE_NONE;
}

void gate_mark_later(const struct gate_order *order, const struct gate *gate, uint32_t phase,
                     bool entry, bool *holds_up)
{
    const struct model *model = order->model;
    bool by_days = is_sequence(model->items.items[phase].kind) || is_called_gate(gate);
    mark_waiters(order, phase, holds_up);
    for (uint32_t i = 0; i < model->items.len; i++) {
        if (by_days && i != phase && are_siblings(model, i, phase))
            holds_up[i] = holds_up[i] || comes_after(order, i, phase);
        uint32_t parent = model->items.items[i].parent;
        if (parent != NO_INDEX && parent < i && parent != phase)
            holds_up[i] = holds_up[i] || holds_up[parent];
    }
    holds_up[phase] = entry;
}
