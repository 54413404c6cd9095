/* schedule.c: the critical path method over what waits for what. */
#include "analysis/schedule.h"

#include "analysis/calendar.h"

/* No day: later than any. */
#define NEVER 1e9
/* Floats that are no more than rounding. */
#define MOMENT 1e-6

struct work {
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

/* The days of an item: from the first of its timeline's entries to the last. */
static bool item_days(const struct calendar *calendar, const struct item *item,
                      struct scheduled *node, double *duration)
{
    bool first = true, open = false;
    for (size_t i = 0; i < item->timeline.len; i++) {
        const struct time_value *time = &item->timeline.items[i].time;
        date_days from, to;
        if (time->kind == TIME_DURATION)
            *duration = latest(*duration, time->hours ? time->days * 3 : time->days);
        if (!calendar_place(calendar, time, &from, &to))
            continue;
        open = open || to == DATE_NONE;
        double end = to == DATE_NONE ? from : (double)to + 1;
        node->start = first || from < node->start ? from : node->start;
        node->finish = first || end > node->finish ? end : node->finish;
        first = false;
    }
    return !first && !open;
}

/* Can the days of two documents be compared? */
static bool is_comparable(const struct calendar *calendar, const struct document *document,
                          const struct document *base)
{
    return document == base || (calendar->anchor != CALENDAR_FLOATING && base == NULL);
}

static const struct document *base_of(const struct work *w, const struct document *document)
{
    const struct settings *settings = workspace_settings(w->ws);
    if (document)
        return calendar_of(settings, document->model).anchor == CALENDAR_FLOATING ? document : NULL;
    /* Without dates anywhere the first plan's own counting serves. */
    for (uint32_t v = 0; v < w->graph->count; v++)
        if (calendar_of(settings, w->graph->nodes[v].document->model).anchor != CALENDAR_FLOATING)
            return NULL;
    return w->graph->count ? w->graph->nodes[0].document : NULL;
}

static void read_stated(struct work *w, const struct document *document)
{
    const struct document *base = base_of(w, document), *last = NULL;
    struct calendar calendar = {CALENDAR_FLOATING, 0};
    w->out->floating = base != NULL;
    for (uint32_t v = 0; v < w->graph->count; v++) {
        struct dependency_node node = w->graph->nodes[v];
        const struct model *model = node.document->model;
        struct scheduled *s = &w->out->nodes[v];
        w->duration[v] = -1;
        if (node.document != last)
            calendar = calendar_of(workspace_settings(w->ws), model);
        last = node.document;
        if (node.task != NO_INDEX) {
            double estimate = model->tasks.items[node.task].estimate;
            w->duration[v] = estimate > 0 ? estimate : -1;
        } else if (node.item != NO_INDEX && is_comparable(&calendar, node.document, base)) {
            s->stated = s->known =
                item_days(&calendar, &model->items.items[node.item], s, &w->duration[v]);
            w->out->dated = w->out->dated || s->stated;
        }
        if (s->stated)
            w->duration[v] = s->finish - s->start;
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
    struct work w = {.ws = ws, .graph = graph, .out = out};
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
