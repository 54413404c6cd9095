/* diagnostic.c: judging a document, and the rules' pages (planls/diagnostic.h). */
#include "features/facade.h"
#include "rules/engine.h"

#include <planls/diagnostic.h>

static void check(struct planls_workspace *workspace, const char *path, bool alone,
                  struct planls_results *results, struct planls_diagnostics *out,
                  struct planls_waiveds *waived)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    struct engine_request request = {
        .workspace = workspace->ws,
        .document = document,
        .base = workspace->base ? workspace_find(workspace->base->ws, document->path) : NULL,
        .today = workspace->today,
        .parser = workspace_parser(workspace->ws),
        .waived = waived,
        .alone = alone,
    };
    engine_check(&request, &results->arena, out);
}

void planls_check(struct planls_workspace *workspace, const char *path,
                  struct planls_results *results, struct planls_diagnostics *out)
{
    check(workspace, path, false, results, out, NULL);
}

void planls_check_alone(struct planls_workspace *workspace, const char *path,
                        struct planls_results *results, struct planls_diagnostics *out)
{
    check(workspace, path, true, results, out, NULL);
}

void planls_check_waived(struct planls_workspace *workspace, const char *path,
                         struct planls_results *results, struct planls_diagnostics *out,
                         struct planls_waiveds *waived)
{
    check(workspace, path, false, results, out, waived);
}

const char *planls_rule_page(const char *code)
{
    return rule_page(code);
}

const char *const *planls_rule_names(size_t *count)
{
    *count = rule_count;
    return rule_names;
}
