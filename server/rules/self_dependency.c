/* self_dependency.c: an item or task that waits for itself. */
#include "analysis/dependencies.h"
#include "rules/rule.h"

static bool is_same(struct dependency_node a, struct dependency_node b)
{
    return a.document == b.document && a.item == b.item && a.task == b.task;
}

static void check_node(struct check *check, struct dependency_node node)
{
    struct dependency_edges edges = {0};
    dependency_edges_of(check->workspace, node, check->arena, &edges);
    for (size_t i = 0; i < edges.len; i++) {
        if (!is_same(edges.items[i].from, edges.items[i].to))
            continue;
        struct slice name = dependency_node_name(node, check->arena);
        report(check, edges.items[i].dependency->where,
               "%.*s waits for itself, so it can never start", SLICE_ARG(name));
    }
}

static void check_self_dependency(struct check *check)
{
    for (uint32_t i = 0; i < check->model->items.len; i++)
        check_node(check, (struct dependency_node){check->document, i, NO_INDEX});
    for (uint32_t i = 0; i < check->model->tasks.len; i++)
        check_node(check, (struct dependency_node){check->document, NO_INDEX, i});
}

RULE(self_dependency) = {
    .name = "self-dependency",
    .summary = "an item or task waits for itself",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_self_dependency,
};
