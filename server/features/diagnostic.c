/* diagnostic.c: judging a document, and the rules' pages (planls/diagnostic.h). */
#include "features/facade.h"
#include "rules/engine.h"

#include <planls/diagnostic.h>

void planls_check(struct planls_workspace *workspace, const char *path,
                  struct planls_results *results, struct planls_diagnostics *out)
{
    const struct document *document = facade_document(workspace, path);
    if (document)
        engine_check(workspace->ws, document, workspace->today, workspace_parser(workspace->ws),
                     &results->arena, out);
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
