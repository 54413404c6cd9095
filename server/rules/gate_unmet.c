/* gate_unmet.c: later work that has begun while a gate before it has open criteria. */
#include "analysis/dependencies.h"
#include "analysis/gates.h"
#include "rules/rule.h"

/* How many open criteria are named beside the finding. */
#define SHOWN_CRITERIA 10
/* How many phases whose gates are open. */
#define NAMED_PHASES 3

/* A document's gates, asked once for all work that belongs to it. */
struct plan_gates {
    const struct document *document;
    struct gate_views views;
    bool *reported; /* per item */
};

struct plans {
    VEC_MEMBERS(struct plan_gates);
};

static struct plan_gates *gates_in(struct check *check, struct plans *plans,
                                   const struct document *document)
{
    for (size_t i = plans->len; i-- > 0;)
        if (plans->items[i].document == document)
            return &plans->items[i];
    struct plan_gates *plan = VEC_PUSH(check->arena, plans);
    plan->document = document;
    plan->reported = arena_array(check->arena, document->model->items.len + 1, sizeof(bool));
    gates_of(check->workspace, document, check->arena, &plan->views);
    return plan;
}

static bool is_held(const struct plan_gates *plan, uint32_t item)
{
    for (size_t v = 0; v < plan->views.len; v++)
        if (plan->views.items[v].open > 0 && plan->views.items[v].holds_up[item])
            return true;
    return false;
}

/* The outermost item around it that a gate holds up: the phase, not a week in it. */
static uint32_t held_item(const struct plan_gates *plan, uint32_t item)
{
    uint32_t held = NO_INDEX;
    for (; item != NO_INDEX; item = plan->document->model->items.items[item].parent)
        if (is_held(plan, item))
            held = item;
    return held;
}

static struct slice item_name(const struct check *check, const struct document *document,
                              uint32_t item)
{
    return dependency_node_name((struct dependency_node){document, item, NO_INDEX}, check->arena);
}

static void relate_criteria(struct check *check, struct planls_diagnostic *diagnostic,
                            const struct plan_gates *plan, const struct gate *gate, size_t *shown)
{
    for (size_t c = 0; c < gate->criteria.len && *shown < SHOWN_CRITERIA; c++) {
        const struct criterion *criterion = &gate->criteria.items[c];
        if (!criterion->has_box || criterion->done)
            continue;
        report_related(check, diagnostic, plan->document, criterion->where, "open: %.*s",
                       SLICE_ARG(criterion->text));
        ++*shown;
    }
}

/* Does the view stand before the item and have open criteria? */
static bool is_open_before(const struct gate_view *view, uint32_t item)
{
    return view->open > 0 && view->holds_up[item];
}

/* "Phase 1, Phase 2 and 3 more": whose gates are open before the item. */
static struct slice open_phases(const struct check *check, const struct plan_gates *plan,
                                uint32_t item, uint32_t gates)
{
    struct slice all = SLICE("");
    uint32_t named = 0;
    for (size_t v = 0; v < plan->views.len && named < NAMED_PHASES; v++) {
        const struct gate_view *view = &plan->views.items[v];
        if (!is_open_before(view, item))
            continue;
        struct slice name = item_name(check, plan->document, view->item);
        bool last = ++named == gates;
        all = slice_of(arena_printf(check->arena, "%.*s%s%.*s", SLICE_ARG(all),
                                    named == 1 ? ""
                                    : last     ? " and "
                                               : ", ",
                                    SLICE_ARG(name)));
    }
    if (gates > named)
        all =
            slice_of(arena_printf(check->arena, "%.*s and %u more", SLICE_ARG(all), gates - named));
    return all;
}

/* `where` stands in the checked document; the gates before the item in the plan's. */
static void report_begun(struct check *check, struct plan_gates *plan, uint32_t item,
                         struct span where, struct slice how)
{
    const struct model *model = plan->document->model;
    uint32_t gates = 0, open = 0, boxes = 0;
    bool entry = false;
    if (plan->reported[item])
        return;
    plan->reported[item] = true;
    for (size_t v = 0; v < plan->views.len; v++) {
        const struct gate_view *view = &plan->views.items[v];
        if (!is_open_before(view, item))
            continue;
        gates++;
        open += view->open;
        boxes += view->boxes;
        entry = view->entry && view->item == item;
    }
    struct slice name = item_name(check, plan->document, item);
    struct slice phases = open_phases(check, plan, item, gates);
    struct planls_diagnostic *diagnostic;
    if (entry && gates == 1)
        diagnostic = report(check, where,
                            "%.*s has begun%.*s while %u of the %u criteria for its start are open",
                            SLICE_ARG(name), SLICE_ARG(how), open, boxes);
    else
        diagnostic = report(check, where,
                            "%.*s has begun%.*s while %u of %u criteria are open in the %s of %.*s",
                            SLICE_ARG(name), SLICE_ARG(how), open, boxes,
                            gates == 1 ? "gate" : "gates", SLICE_ARG(phases));
    size_t shown = 0;
    for (size_t v = plan->views.len; v-- > 0;)
        if (is_open_before(&plan->views.items[v], item))
            relate_criteria(check, diagnostic, plan, &model->gates.items[plan->views.items[v].gate],
                            &shown);
}

/* Phases of this document, by the tasks that stand in them and what they state. */
static void check_own_items(struct check *check, struct plans *plans)
{
    const struct model *model = check->model;
    struct plan_gates *plan = gates_in(check, plans, check->document);
    if (plan->views.len == 0)
        return;
    const struct item_work *works = items_work(model, check->arena);
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item_work *work = &works[i];
        if (!work->started || held_item(plan, i) != i)
            continue;
        struct span where = work->first == NO_INDEX ? model->items.items[i].name_span
                                                    : model->tasks.items[work->first].title_span;
        struct slice how = SLICE("");
        if (work->first != NO_INDEX)
            how = slice_of(arena_printf(check->arena, " (%u of %u %s)", work->begun, work->tasks,
                                        work->tasks == 1 ? "task" : "tasks"));
        report_begun(check, plan, i, where, how);
    }
}

/* Work that names what it serves, here or in another document. */
static void check_linked_tasks(struct check *check, struct plans *plans)
{
    const struct model *model = check->model;
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct task *task = &model->tasks.items[t];
        struct target target;
        enum link_via via;
        uint32_t failed;
        bool begun = task->done || task->status == STATUS_DOING || task->status == STATUS_REVIEW;
        if (!begun || task->criterion || task->claims.len == 0 ||
            resolve_task(check->workspace, check->document, t, &target, &via, &failed) !=
                RESOLVED ||
            !target.document || target.item == NO_INDEX || target.document->model->gates.len == 0)
            continue;
        struct plan_gates *plan = gates_in(check, plans, target.document);
        uint32_t held = held_item(plan, target.item);
        if (held != NO_INDEX)
            report_begun(check, plan, held, task->title_span, SLICE(""));
    }
}

static void check_gate_unmet(struct check *check)
{
    struct plans plans = {0};
    if (check->model->gates.len)
        check_own_items(check, &plans);
    check_linked_tasks(check, &plans);
}

RULE(gate_unmet) = {
    .name = "gate-unmet",
    .summary = "later work has begun while an earlier gate has open criteria",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .gate = RULE_GATE_ERROR,
    .since = "0.2",
    .check = check_gate_unmet,
};
