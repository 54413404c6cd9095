/* stop_tripped.c: a stop condition that holds, as far as the plan's own numbers and dates tell. */
#include "analysis/dependencies.h"
#include "analysis/stops.h"
#include "rules/rule.h"

/* ": Pause new features": what the plan says is to be done then. */
static struct slice what_then(const struct check *check, const struct stop *stop)
{
    if (stop->action.len == 0)
        return SLICE("");
    return slice_of(arena_printf(check->arena, "; then: %.*s", SLICE_ARG(stop->action)));
}

static void report_late(struct check *check, const struct stop *stop, const struct stop_view *view)
{
    struct dependency_node node = {check->document, view->item, NO_INDEX};
    struct slice name = dependency_node_name(node, check->arena), then = what_then(check, stop);
    char due[11];
    const char *tasks = "";
    date_format(view->due, due);
    if (view->tasks)
        tasks = arena_printf(check->arena, " (%u of %u tasks done)", view->done, view->tasks);
    struct planls_diagnostic *diagnostic =
        report(check, stop->condition_span,
               "This stop condition holds: %.*s is not complete%s and its last day was %s%.*s",
               SLICE_ARG(name), tasks, due, SLICE_ARG(then));
    report_related(check, diagnostic, check->document,
                   check->model->items.items[view->item].name_span, "what is not complete");
}

static void report_value(struct check *check, const struct stop *stop, const struct stop_view *view)
{
    const struct stop_test *test = &stop->test;
    struct slice then = what_then(check, stop);
    struct planls_diagnostic *diagnostic = report(
        check, stop->condition_span, "This stop condition holds: %.*s stands at %.*s, %s %.*s%.*s",
        SLICE_ARG(test->subject), SLICE_ARG(view->now->text),
        stop_comparator_words(test->comparator), SLICE_ARG(test->text), SLICE_ARG(then));
    report_related(check, diagnostic, check->document, view->now->where, "what it stands at");
}

static void check_stop_tripped(struct check *check)
{
    struct stop_views views = {0};
    stops_of(check->workspace, check->document, check->today, check->arena, &views);
    for (size_t v = 0; v < views.len; v++) {
        const struct stop_view *view = &views.items[v];
        const struct stop *stop = &check->model->stops.items[view->stop];
        if (view->outcome != STOP_HOLDS)
            continue;
        if (view->now)
            report_value(check, stop, view);
        else
            report_late(check, stop, view);
    }
}

RULE(stop_tripped) = {
    .name = "stop-tripped",
    .summary = "a stop condition holds as far as the plan's numbers and dates tell",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .gate = RULE_GATE_ONLY,
    .since = "0.2",
    .check = check_stop_tripped,
};
