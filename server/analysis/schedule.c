/* schedule.c: the critical path method over what waits for what. */
#include "analysis/schedule.h"

#include "analysis/item_span.h"

/* No day: later than any. */
#define NEVER 1e9
/* Floats that are no more than rounding. */
#define MOMENT 1e-6

/* The spans of a document's items, asked for once. */
struct spans_of {
    const struct document *document;
    const struct item_span *spans;
};

struct work {
    struct arena *arena;
    struct spans_of last;
    const struct document *base_document; /* whose days all others are compared with; NULL: none */
    struct day_span base;
    const struct workspace *ws;
    const struct plan_graph *graph;
    struct graph_components components;
    const uint32_t *order;
    double *duration; /* per node; below 0 where not known */
    double *ready;    /* per node: when all it waits for has ended, as planned; -NEVER: not known */
    double *early;    /* the same if everything moves up */
    double *due;      /* per node: when what waits for it must begin; NEVER: not known */
    struct schedule *out;
};

static double latest(double a, double b)
{
    return a > b ? a : b;
}

/* ---- what is stated -------------------------------------------------------------------------- */

static const struct item_span *item_days_of(struct work *w, struct dependency_node node)
{
    if (node.item == NO_INDEX)
        return NULL;
    if (w->last.document != node.document) {
        w->last.document = node.document;
        w->last.spans = item_spans_of(workspace_settings(w->ws), node.document->model, w->arena);
    }
    return &w->last.spans[node.item];
}

static bool is_placed(const struct item_span *span)
{
    return span && span->source != ITEM_SPAN_NONE && span->days.from != DATE_NONE;
}

/* What all other days are compared with: the first of the document's own; of no document the first
 * stated date, or else the first day of any. */
static void choose_base(struct work *w, const struct document *document)
{
    for (uint32_t v = 0; v < w->graph->count; v++) {
        struct dependency_node node = w->graph->nodes[v];
        if (document && node.document != document)
            continue;
        const struct item_span *span = item_days_of(w, node);
        if (!is_placed(span))
            continue;
        bool stated = span->days.anchor == CALENDAR_STATED;
        if (w->base_document && (document || !stated))
            continue;
        w->base_document = node.document;
        w->base = span->days;
        if (document || stated)
            return;
    }
}

static bool is_comparable(const struct work *w, const struct document *document,
                          const struct day_span *days)
{
    if (!w->base_document)
        return false;
    if (document == w->base_document)
        return day_span_comparable(&w->base, days);
    return w->base.anchor == CALENDAR_STATED && days->anchor == CALENDAR_STATED;
}

static void read_stated(struct work *w, const struct document *document)
{
    choose_base(w, document);
    w->out->dated = w->base_document != NULL;
    w->out->counted = w->out->dated && w->base.counted;
    w->out->anchor = w->out->dated ? w->base.anchor : CALENDAR_FLOATING;
    for (uint32_t v = 0; v < w->graph->count; v++) {
        struct dependency_node node = w->graph->nodes[v];
        struct scheduled *s = &w->out->nodes[v];
        const struct item_span *span = item_days_of(w, node);
        w->duration[v] = -1;
        if (node.task != NO_INDEX) {
            double estimate = node.document->model->tasks.items[node.task].estimate;
            w->duration[v] = estimate > 0 ? estimate : -1;
        } else if (is_placed(span) && span->days.to != DATE_NONE &&
                   is_comparable(w, node.document, &span->days)) {
            s->stated = s->known = true;
            s->start = span->days.from;
            s->finish = (double)span->days.to + 1;
            w->duration[v] = s->finish - s->start;
        } else if (span && !is_placed(span) && span->length > 0) {
            w->duration[v] = span->length;
        }
    }
}

/* ---- forward: as early as can be ------------------------------------------------------------- */

static bool is_edge(const struct work *w, uint32_t from, uint32_t to)
{
    return w->components.of[from] != w->components.of[to];
}

static void go_forward(struct work *w)
{
    for (uint32_t i = 0; i < w->graph->count; i++) {
        uint32_t v = w->order[i];
        struct scheduled *s = &w->out->nodes[v];
        double ready = -NEVER, early = -NEVER;
        for (uint32_t e = w->graph->waits.first[v]; e < w->graph->waits.first[v + 1]; e++) {
            uint32_t before = w->graph->waits.to[e];
            if (!is_edge(w, v, before))
                continue;
            const struct scheduled *b = &w->out->nodes[before];
            ready = latest(ready, b->known ? b->finish : w->ready[before]);
            early = latest(early, b->known ? b->earliest_finish : w->early[before]);
        }
        w->ready[v] = ready;
        w->early[v] = early;
        s->in_cycle = w->components.size[w->components.of[v]] > 1;
        double base = w->out->dated ? -NEVER : 0;
        if (!s->stated && w->duration[v] >= 0 && latest(ready, base) > -NEVER) {
            s->known = true;
            s->start = latest(ready, base);
            s->finish = s->start + w->duration[v];
        }
        if (!s->known)
            continue;
        s->earliest_start = early > -NEVER ? early : s->start;
        s->earliest_finish = s->earliest_start + w->duration[v];
        w->out->end = latest(w->out->end, s->finish);
    }
}

/* ---- backward: as late as can be ------------------------------------------------------------- */

static void go_backward(struct work *w)
{
    for (uint32_t i = w->graph->count; i-- > 0;) {
        uint32_t v = w->order[i];
        struct scheduled *s = &w->out->nodes[v];
        double due = NEVER;
        s->next = GRAPH_NONE;
        for (uint32_t e = w->graph->blocks.first[v]; e < w->graph->blocks.first[v + 1]; e++) {
            uint32_t behind = w->graph->blocks.to[e];
            if (!is_edge(w, v, behind))
                continue;
            const struct scheduled *b = &w->out->nodes[behind];
            double begin = b->known ? b->latest_start : w->due[behind];
            uint32_t next = b->known ? behind : b->next;
            due = begin < due ? begin : due;
            if (next != GRAPH_NONE &&
                (s->next == GRAPH_NONE || w->out->nodes[next].start < w->out->nodes[s->next].start))
                s->next = next;
        }
        w->due[v] = due;
        if (!s->known)
            continue;
        s->latest_finish = due < NEVER ? due : w->out->end;
        s->latest_start = s->latest_finish - w->duration[v];
        s->slack = s->latest_finish - s->finish;
        s->free_slack =
            (s->next == GRAPH_NONE ? w->out->end : w->out->nodes[s->next].start) - s->finish;
        s->critical = s->slack < MOMENT;
    }
}

/* ---- the critical path ----------------------------------------------------------------------- */

/* The longest way over critical nodes, counted in days and then in nodes. What takes no time is passed
 * through only where it lies on no way at all: it is left out. */
static void find_critical(struct work *w, struct arena *arena)
{
    uint32_t count = w->graph->count, best = GRAPH_NONE;
    double *length = arena_array(arena, (size_t)count + 1, sizeof *length);
    uint32_t *steps = arena_array(arena, (size_t)count + 1, sizeof *steps);
    uint32_t *from = arena_array(arena, (size_t)count + 1, sizeof *from);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t v = w->order[i];
        const struct scheduled *s = &w->out->nodes[v];
        from[v] = GRAPH_NONE;
        for (uint32_t e = w->graph->waits.first[v]; e < w->graph->waits.first[v + 1]; e++) {
            uint32_t before = w->graph->waits.to[e];
            if (!is_edge(w, v, before) || steps[before] == 0)
                continue;
            if (from[v] == GRAPH_NONE || length[before] > length[from[v]] ||
                (!(length[before] < length[from[v]]) && steps[before] > steps[from[v]]))
                from[v] = before;
        }
        if (from[v] != GRAPH_NONE) {
            length[v] = length[from[v]];
            steps[v] = steps[from[v]];
        }
        if (!s->known || !s->critical)
            continue;
        length[v] += w->duration[v];
        steps[v]++;
        if (best == GRAPH_NONE || length[v] > length[best] ||
            (!(length[v] < length[best]) && steps[v] > steps[best]))
            best = v;
    }
    if (best == GRAPH_NONE)
        return;
    w->out->critical = arena_array(arena, steps[best], sizeof *w->out->critical);
    w->out->critical_count = steps[best];
    uint32_t at = steps[best];
    for (uint32_t v = best; v != GRAPH_NONE && at > 0; v = from[v])
        if (w->out->nodes[v].known && w->out->nodes[v].critical)
            w->out->critical[--at] = v;
}

void schedule_of(const struct workspace *ws, const struct plan_graph *graph,
                 const struct document *document, struct arena *arena, struct schedule *out)
{
    size_t room = (size_t)graph->count + 1;
    struct work w = {.arena = arena, .ws = ws, .graph = graph, .out = out};
    *out = (struct schedule){.graph = graph, .end = -NEVER};
    out->nodes = arena_array(arena, room, sizeof *out->nodes);
    w.components = graph_components(&graph->waits, arena);
    w.order = graph_order(&graph->waits, &w.components, arena);
    w.duration = arena_array(arena, room, sizeof *w.duration);
    w.ready = arena_array(arena, room, sizeof *w.ready);
    w.early = arena_array(arena, room, sizeof *w.early);
    w.due = arena_array(arena, room, sizeof *w.due);
    read_stated(&w, document);
    go_forward(&w);
    go_backward(&w);
    find_critical(&w, arena);
}
