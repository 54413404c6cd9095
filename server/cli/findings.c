/* findings.c: everything found in what was selected, sorted by path, then place. */
#include "cli/findings.h"

#include "cli/command.h"
#include "features/facade.h"

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

static void check_project(struct findings *findings, struct projects *projects,
                          struct project *project)
{
    add(findings, projects, project, &project->config.problems);
    const struct workspace *ws = project->workspace->ws;
    for (size_t i = 0; i < workspace_count(ws); i++) {
        const struct document *document = workspace_at(ws, i);
        if (!document->judged || !project_selects(project, document->path))
            continue;
        findings->files++;
        findings->items += document->model->items.len;
        findings->tasks += document->model->tasks.len;
        struct planls_diagnostics found = {0};
        planls_check(project->workspace, document->path.ptr, findings->results, &found);
        add(findings, projects, project, &found);
    }
}

static int compare(const void *a, const void *b)
{
    const struct finding *x = a, *y = b;
    int order = strcmp(x->path, y->path);
    if (order)
        return order;
    struct planls_range p = x->diagnostic->range, q = y->diagnostic->range;
    if (p.start != q.start)
        return p.start < q.start ? -1 : 1;
    if (p.end != q.end)
        return p.end < q.end ? -1 : 1;
    order = strcmp(x->diagnostic->code, y->diagnostic->code);
    return order ? order : strcmp(x->diagnostic->message, y->diagnostic->message);
}

void findings_collect(struct findings *findings, struct projects *projects)
{
    *findings = (struct findings){.results = planls_results_new()};
    for (size_t i = 0; i < projects->all.len; i++)
        check_project(findings, projects, projects->all.items[i]);
    if (findings->all.len)
        qsort(findings->all.items, findings->all.len, sizeof *findings->all.items, compare);
}

void findings_release(struct findings *findings)
{
    planls_results_free(findings->results);
}

int findings_status(const struct findings *findings, const struct projects *projects,
                    const struct arguments *arguments)
{
    enum { FAIL_ON_ERROR, FAIL_ON_WARNING, FAIL_ON_HINT, FAIL_NEVER };
    const struct human_counts *counts = &findings->counts;
    size_t failing = 0;
    switch (arguments_choice(arguments, OPTION_FAIL_ON, FAIL_ON_WARNING)) {
    case FAIL_ON_HINT:
        failing += counts->hints;
        /* fall through */
    case FAIL_ON_WARNING:
        failing += counts->warnings;
        /* fall through */
    case FAIL_ON_ERROR:
        failing += counts->errors;
        break;
    default:
        break;
    }
    if (projects->unreadable)
        return EXIT_UNUSABLE;
    return failing ? EXIT_FINDINGS : EXIT_NOTHING;
}
