/* report_items.c: the items of a plan in numbers. */
#include "analysis/gates.h"
#include "analysis/item_span.h"
#include "analysis/progress.h"
#include "analysis/schedule.h"
#include "base/strbuf.h"
#include "features/report.h"

#include <math.h>

/* An item's written time is one short text. */
#define WHEN_MAX_BYTES 200

/* What is known of all items of the document at once. */
struct facts {
    const struct item_span *spans;
    struct plan_progress progress;
    struct plan_graph graph;
    struct schedule schedule;
    struct gate_views gates;
    struct document_keys keys;
};

static void gather(struct report *r, const struct document *document, struct facts *facts)
{
    const struct workspace *ws = r->workspace->ws;
    facts->spans = item_spans_of(r->settings, document->model, r->arena);
    facts->progress = progress_of(ws, document, r->arena);
    plan_graph_of(ws, &document, 1, r->arena, &facts->graph);
    schedule_of(ws, &facts->graph, document, r->arena, &facts->schedule);
    facts->gates = (struct gate_views){0};
    gates_of(ws, document, r->arena, &facts->gates);
    workspace_keys(document, r->arena, &facts->keys);
}

static void put_owners(const struct report *r, const struct item *item,
                       struct planls_report_item *out)
{
    out->owners = arena_array(r->arena, item->owners.len + 1, sizeof *out->owners);
    out->owner_count = item->owners.len;
    for (size_t i = 0; i < item->owners.len; i++)
        out->owners[i] = arena_cstring(r->arena, item->owners.items[i].name);
}

static const char *when(const struct report *r, const struct item *item)
{
    struct strbuf text;
    strbuf_init(&text, WHEN_MAX_BYTES);
    if (item->timeline.len)
        strbuf_append(&text, item->timeline.items[0].text);
    if (item->timeline.len > 1) {
        strbuf_puts(&text, " … ");
        strbuf_append(&text, VEC_LAST(&item->timeline)->text);
    }
    const char *copy = arena_cstring(r->arena, strbuf_slice(&text));
    strbuf_release(&text);
    return copy;
}

static void put_days(const struct item_span *span, const struct calendar *calendar,
                     struct planls_report_item *out)
{
    out->from = out->to = PLANLS_NO_DAY;
    if (span->source == ITEM_SPAN_NONE)
        return;
    if (span->days.from != DATE_NONE)
        out->from = span->days.from;
    if (span->days.to != DATE_NONE)
        out->to = span->days.to;
    if (span->days.counted && out->from != PLANLS_NO_DAY)
        out->from_week = calendar_week(calendar, out->from);
    if (span->days.counted && out->to != PLANLS_NO_DAY)
        out->to_week = calendar_week(calendar, out->to);
}

static void put_schedule(const struct facts *facts, const struct document *document, uint32_t index,
                         struct planls_report_item *out)
{
    uint32_t node =
        plan_graph_find(&facts->graph, (struct dependency_node){document, index, NO_INDEX});
    if (node == GRAPH_NONE || !facts->schedule.nodes[node].known)
        return;
    out->scheduled = true;
    out->critical = facts->schedule.nodes[node].critical;
    out->slack = facts->schedule.nodes[node].slack;
}

static void put_gates(const struct facts *facts, struct planls_report_plan *plan)
{
    for (size_t i = 0; i < facts->gates.len; i++) {
        const struct gate_view *view = &facts->gates.items[i];
        if (view->item == NO_INDEX || view->entry)
            continue;
        plan->items[view->item].gate = gate_state_name(view->state);
        plan->items[view->item].gate_open = view->open;
    }
}

static void put_item(const struct report *r, const struct document *document, uint32_t index,
                     const struct facts *facts, const struct calendar *calendar,
                     const struct budget *budget, struct planls_report_item *out)
{
    const struct item *item = &document->model->items.items[index];
    const struct progress *progress = &facts->progress.items[index];
    *out = (struct planls_report_item){
        .key = arena_cstring(r->arena, facts->keys.items[index]),
        .kind = item_kind_name(item->kind),
        .title = arena_cstring(r->arena, item->title),
        .id = arena_cstring(r->arena, item->id.len ? item->id : item->number),
        .status = arena_cstring(r->arena, item->status_text),
        .state = status_name(item->status),
        .parent = item->parent == NO_INDEX ? PLANLS_NO_INDEX : item->parent,
        .where = {arena_cstring(r->arena, document->path), facade_range(item->span),
                  facade_range(item->name_span)},
        .when = when(r, item),
        .tasks = progress->total,
        .tasks_done = progress->done,
        .said_percent = facts->progress.said[index],
        .criteria = (unsigned)item->criteria.len,
        .risks = (unsigned)item->risks.len,
    };
    for (size_t i = 0; i < item->risks.len; i++)
        out->risks_open += item->risks.items[i].mitigation.len == 0;
    put_owners(r, item, out);
    put_days(&facts->spans[index], calendar, out);
    out->budget = report_amounts(r, &budget->whole[index], &out->budget_count);
    put_schedule(facts, document, index, out);
}

/* Between items of this document; the same pair once. */
static void put_edges(const struct report *r, const struct document *document,
                      const struct facts *facts, struct planls_report_plan *plan)
{
    plan->edges = arena_array(r->arena, facts->graph.edge_count + 1, sizeof *plan->edges);
    for (uint32_t i = 0; i < facts->graph.edge_count; i++) {
        const struct dependency_edge *edge = &facts->graph.edges[i];
        if (edge->from.document == document && edge->to.document == document &&
            edge->from.item != NO_INDEX && edge->to.item != NO_INDEX)
            plan->edges[plan->edge_count++] =
                (struct planls_report_edge){edge->from.item, edge->to.item};
    }
}

void report_items(struct report *r, const struct document *document,
                  const struct calendar *calendar, const struct budget *budget,
                  struct planls_report_plan *plan)
{
    const struct model *model = document->model;
    struct facts facts;
    gather(r, document, &facts);
    plan->items = arena_array(r->arena, model->items.len + 1, sizeof *plan->items);
    plan->item_count = model->items.len;
    for (uint32_t i = 0; i < model->items.len; i++) {
        put_item(r, document, i, &facts, calendar, budget, &plan->items[i]);
        /* Parents stand before their children. */
        if (plan->items[i].parent < i)
            plan->items[i].depth = plan->items[plan->items[i].parent].depth + 1;
    }
    put_gates(&facts, plan);
    put_edges(r, document, &facts, plan);
    plan->tasks = facts.progress.plan.total;
    plan->tasks_done = facts.progress.plan.done;
    plan->loose = facts.progress.loose.total;
}

const char *report_slack(const struct planls_report_item *item, struct arena *arena)
{
    if (!item->scheduled)
        return "";
    if (item->critical)
        return "critical";
    double days = floor(item->slack + 0.5);
    if (fabs(days) >= 7 && fmod(days, 7) == 0)
        return arena_printf(arena, "%.0f w", days / 7);
    return arena_printf(arena, "%.0f d", days);
}
