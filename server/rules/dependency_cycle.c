/* dependency_cycle.c: items or tasks that wait for each other in a circle. */
#include "analysis/dependencies.h"
#include "base/strbuf.h"
#include "edits/remove_dependency.h"
#include "rules/rule.h"

/* A longer circle is told by its beginning. */
#define TOLD_STEPS 12

/* "A → B → A" in the order of waiting, from the edge to doubt. */
static const char *path_of(struct check *check, const struct dependency_cycle *cycle)
{
    struct strbuf path;
    strbuf_init(&path, STRBUF_NO_LIMIT);
    const struct dependency_edge *last = &cycle->edges[cycle->count - 1];
    strbuf_append(&path, dependency_node_name(last->from, check->arena));
    for (size_t i = 0; i < cycle->count; i++) {
        const struct dependency_edge *edge = i == 0 ? last : &cycle->edges[i - 1];
        if (i == TOLD_STEPS && cycle->count > TOLD_STEPS + 1) {
            strbuf_printf(&path, " → … %zu more … → ", cycle->count - TOLD_STEPS);
            strbuf_append(&path, dependency_node_name(last->from, check->arena));
            break;
        }
        strbuf_puts(&path, " → ");
        strbuf_append(&path, dependency_node_name(edge->to, check->arena));
    }
    const char *text = arena_cstring(check->arena, strbuf_slice(&path));
    strbuf_release(&path);
    return text;
}

static void check_dependency_cycle(struct check *check)
{
    struct dependency_cycles cycles = {0};
    dependency_cycles_of(check->workspace, check->document, check->arena, &cycles);
    for (size_t c = 0; c < cycles.len; c++) {
        const struct dependency_cycle *cycle = &cycles.items[c];
        const struct dependency_edge *last = &cycle->edges[cycle->count - 1];
        if (last->document != check->document)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, last->dependency->where, "Each waits for the next, so none can start: %s",
                   path_of(check, cycle));
        for (size_t i = 0; i + 1 < cycle->count && i < TOLD_STEPS; i++) {
            const struct dependency_edge *edge = &cycle->edges[i];
            struct slice from = dependency_node_name(edge->from, check->arena);
            struct slice to = dependency_node_name(edge->to, check->arena);
            report_related(check, diagnostic, edge->document, edge->dependency->where,
                           "%.*s waits for %.*s here", SLICE_ARG(from), SLICE_ARG(to));
        }
        if (last->dependency->drawn)
            continue;
        struct slice from = dependency_node_name(last->from, check->arena);
        struct slice to = dependency_node_name(last->to, check->arena);
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Let %.*s no longer wait for %.*s",
                       SLICE_ARG(from), SLICE_ARG(to));
        struct text_edit edit = remove_dependency(&check->document->text, last->dependency->where);
        fix_edit(check, fix, check->document, edit.span, edit.new_text);
    }
}

RULE(dependency_cycle) = {
    .name = "dependency-cycle",
    .summary = "items or tasks wait for each other in a circle",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_dependency_cycle,
};
