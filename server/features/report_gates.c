/* report_gates.c: a plan's gates and stop conditions, and how each stands. */
#include "analysis/gates.h"
#include "analysis/stops.h"
#include "features/report.h"

static uint32_t index_of(uint32_t index)
{
    return index == NO_INDEX ? PLANLS_NO_INDEX : index;
}

static void put_gates(const struct report *r, const struct document *document,
                      struct planls_report_plan *plan)
{
    struct gate_views views = {0};
    gates_of(r->workspace->ws, document, r->arena, &views);
    plan->gates = arena_array(r->arena, views.len + 1, sizeof *plan->gates);
    plan->gate_count = views.len;
    for (size_t i = 0; i < views.len; i++) {
        const struct gate_view *view = &views.items[i];
        const struct gate *gate = &document->model->gates.items[view->gate];
        struct span name = span_is_empty(gate->name_span) ? gate->span : gate->name_span;
        plan->gates[i] = (struct planls_report_gate){
            .title = arena_cstring(r->arena, gate->title),
            .state = gate_state_name(view->state),
            .where = {plan->path, facade_range(gate->span), facade_range(name)},
            .item = index_of(view->item),
            .entry = view->entry,
            .boxes = view->boxes,
            .open = view->open};
    }
}

static void put_stops(const struct report *r, const struct document *document,
                      struct planls_report_plan *plan)
{
    struct stop_views views = {0};
    stops_of(r->workspace->ws, document, r->workspace->today, r->arena, &views);
    plan->stops = arena_array(r->arena, views.len + 1, sizeof *plan->stops);
    plan->stop_count = views.len;
    for (size_t i = 0; i < views.len; i++) {
        const struct stop_view *view = &views.items[i];
        const struct stop *stop = &document->model->stops.items[view->stop];
        plan->stops[i] = (struct planls_report_stop){
            .condition = arena_cstring(r->arena, stop->condition),
            .action = arena_cstring(r->arena, stop->action),
            .outcome = stop_outcome_name(view->outcome),
            .where = {plan->path, facade_range(stop->span), facade_range(stop->condition_span)},
            .item = index_of(view->item),
            .day = view->due == DATE_NONE ? PLANLS_NO_DAY : view->due};
    }
}

void report_gates(const struct report *r, const struct document *document,
                  struct planls_report_plan *plan)
{
    put_gates(r, document, plan);
    put_stops(r, document, plan);
}
