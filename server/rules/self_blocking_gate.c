/* self_blocking_gate.c: a gate whose criterion waits for what can start only behind the gate. */
#include "analysis/dependencies.h"
#include "analysis/gates.h"
#include "rules/rule.h"

static void report_wait(struct check *check, const struct gate_view *view)
{
    const struct model *model = check->model;
    const struct gate *gate = &model->gates.items[view->gate];
    const struct gate_wait *wait = &view->wait;
    struct dependency_node what = {check->document, wait->item, wait->task};
    uint32_t later = wait->task == NO_INDEX ? wait->item : model->tasks.items[wait->task].item;
    struct slice phase = dependency_node_name(
        (struct dependency_node){check->document, view->item, NO_INDEX}, check->arena);
    struct slice behind = dependency_node_name(
        (struct dependency_node){check->document, later, NO_INDEX}, check->arena);
    struct span where = gate->criteria.items[wait->criterion].where;
    struct span there = wait->task == NO_INDEX ? model->items.items[wait->item].name_span
                                               : model->tasks.items[wait->task].title_span;
    struct planls_diagnostic *diagnostic;
    if (wait->task == NO_INDEX)
        diagnostic = report(check, where,
                            "The gate of %.*s waits for %.*s, which can start only once that gate "
                            "is passed",
                            SLICE_ARG(phase), SLICE_ARG(behind));
    else
        diagnostic = report(check, where,
                            "The gate of %.*s waits for “%.*s”, a task of %.*s, which can start "
                            "only once that gate is passed",
                            SLICE_ARG(phase), SLICE_ARG(dependency_node_name(what, check->arena)),
                            SLICE_ARG(behind));
    report_related(check, diagnostic, check->document, there, "what it waits for");
}

static void check_self_blocking_gate(struct check *check)
{
    struct gate_views views = {0};
    gates_of(check->workspace, check->document, check->arena, &views);
    for (size_t v = 0; v < views.len; v++)
        if (views.items[v].state == GATE_SELF_BLOCKING)
            report_wait(check, &views.items[v]);
}

RULE(self_blocking_gate) = {
    .name = "self-blocking-gate",
    .summary = "a gate waits for work that can start only after it",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.2",
    .check = check_self_blocking_gate,
};
