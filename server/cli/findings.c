/* findings.c: everything found in what was selected, sorted by path, then place. */
#include "cli/findings.h"

#include "cli/command.h"
#include "host/judge.h"
#include "rules/rule.h"

#include <stdlib.h>
#include <string.h>

static bool has_safe_fix(const struct planls_diagnostic *diagnostic)
{
    for (size_t i = 0; i < diagnostic->fix_count; i++)
        if (diagnostic->fixes[i].safe)
            return true;
    return false;
}

static void add(struct findings *findings, struct projects *projects, struct project *project,
                const struct planls_diagnostics *found)
{
    if (found->len == 0)
        return;
    const char *path = project_path(projects, project, found->items[0].path);
    for (size_t i = 0; i < found->len; i++) {
        const struct planls_diagnostic *diagnostic = &found->items[i];
        *VEC_PUSH(&findings->results->arena, &findings->all) =
            (struct finding){project, diagnostic, path};
        human_count(&findings->counts, diagnostic->severity);
        findings->fixable += has_safe_fix(diagnostic);
    }
}

static void add_waived(struct findings *findings, struct projects *projects,
                       struct project *project, const struct planls_waiveds *waived)
{
    for (size_t i = 0; i < waived->len; i++)
        *VEC_PUSH(&findings->results->arena, &findings->waived) = (struct waived_finding){
            project, &waived->items[i],
            project_path(projects, project, waived->items[i].diagnostic.path)};
    findings->gate = findings->gate || project->settings.gate;
}

static void check_project(struct findings *findings, struct projects *projects,
                          struct project *project)
{
    add(findings, projects, project, &project->config.problems);
    const struct workspace *ws = project->workspace->ws;
    struct judged *judged = memory_calloc(workspace_count(ws), sizeof *judged);
    size_t count = 0;
    for (size_t i = 0; i < workspace_count(ws); i++) {
        const struct document *document = workspace_at(ws, i);
        if (!document->judged || !project_selects(project, document->path))
            continue;
        findings->files++;
        findings->items += document->model->items.len;
        findings->tasks += document->model->tasks.len;
        judged[count++].document = document;
    }
    judge_documents(project->workspace, judged, count, findings->results);
    for (size_t i = 0; i < count; i++) {
        add(findings, projects, project, &judged[i].found);
        add_waived(findings, projects, project, &judged[i].waived);
    }
    free(judged);
}

static int compare_found(const char *path_a, const struct planls_diagnostic *a, const char *path_b,
                         const struct planls_diagnostic *b)
{
    int order = strcmp(path_a, path_b);
    if (order)
        return order;
    struct planls_range p = a->range, q = b->range;
    if (p.start != q.start)
        return p.start < q.start ? -1 : 1;
    if (p.end != q.end)
        return p.end < q.end ? -1 : 1;
    order = strcmp(a->code, b->code);
    return order ? order : strcmp(a->message, b->message);
}

static int compare(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    return compare_found(x->path, x->diagnostic, y->path, y->diagnostic);
}

static int compare_waived(const void *a, const void *b)
{
    const struct waived_finding *x = a, *y = b;
    return compare_found(x->path, &x->waived->diagnostic, y->path, &y->waived->diagnostic);
}

void findings_collect(struct findings *findings, struct projects *projects)
{
    *findings = (struct findings){.results = planls_results_new()};
    for (size_t i = 0; i < projects->all.len; i++)
        check_project(findings, projects, projects->all.items[i]);
    if (findings->all.len)
        qsort(findings->all.items, findings->all.len, sizeof *findings->all.items, compare);
    if (findings->waived.len)
        qsort(findings->waived.items, findings->waived.len, sizeof *findings->waived.items,
              compare_waived);
}

void findings_release(struct findings *findings)
{
    planls_results_free(findings->results);
}

static enum planls_severity least_failing(const struct arguments *arguments)
{
    /* In the order of the option's choices. */
    static const enum planls_severity severities[] = {PLANLS_ERROR, PLANLS_WARNING, PLANLS_HINT, 0};
    bool gate = arguments->command == &command_gate;
    return severities[arguments_choice(arguments, OPTION_FAIL_ON, gate ? 0 : 1)];
}

/* A plan that passed yesterday does not break a build at midnight. */
bool findings_fails(const struct arguments *arguments, const struct planls_diagnostic *diagnostic)
{
    const struct rule *rule = rule_find(diagnostic->code);
    return diagnostic->severity <= least_failing(arguments) &&
           (!rule || !rule->by_clock || arguments_value(arguments, OPTION_TODAY));
}

void findings_keep_failing(struct findings *findings, const struct arguments *arguments)
{
    bool never = !least_failing(arguments);
    size_t kept = 0;
    for (size_t i = 0; i < findings->all.len; i++) {
        const struct planls_diagnostic *diagnostic = findings->all.items[i].diagnostic;
        if (never ? diagnostic->severity == PLANLS_ERROR : findings_fails(arguments, diagnostic))
            findings->all.items[kept++] = findings->all.items[i];
        else
            human_count(&findings->below, diagnostic->severity);
    }
    findings->all.len = kept;
    findings->counts.errors -= findings->below.errors;
    findings->counts.warnings -= findings->below.warnings;
    findings->counts.hints -= findings->below.hints;
}

int findings_status(const struct findings *findings, const struct projects *projects,
                    const struct arguments *arguments)
{
    if (projects->unreadable)
        return EXIT_UNUSABLE;
    for (size_t i = 0; i < findings->all.len; i++)
        if (findings_fails(arguments, findings->all.items[i].diagnostic))
            return EXIT_FINDINGS;
    return EXIT_NOTHING;
}
