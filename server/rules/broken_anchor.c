/* broken_anchor.c: a link to a heading that its document does not have. */
#include "rules/reference_rule.h"

static void visit(struct check *check, const struct reference *reference,
                  const struct target *target)
{
    if (reference->fragment.len == 0 || reference->in_fence || !target->document)
        return;
    bool other = target->document != check->document;
    struct planls_diagnostic *diagnostic =
        other ? report(check, reference->fragment_span, "%.*s has no heading “#%.*s”",
                       SLICE_ARG(target->document->path), SLICE_ARG(reference->fragment))
              : report(check, reference->fragment_span, "There is no heading “#%.*s” here",
                       SLICE_ARG(reference->fragment));
    const struct model *model = target->document->model;
    struct near_names near = {0};
    for (size_t i = 0; i < model->headings.len; i++)
        near_add(&near, reference->fragment, model->headings.items[i].anchor);
    for (size_t i = 0; i < near.len; i++) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change to #%.*s", SLICE_ARG(near.v[i].name));
        fix_edit(check, fix, check->document, reference->fragment_span, near.v[i].name);
    }
}

static void check_broken_anchor(struct check *check)
{
    references_visit(check, UNRESOLVED_FRAGMENT, visit);
}

RULE(broken_anchor) = {
    .name = "broken-anchor",
    .summary = "a link leads to a heading that its document does not have",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_broken_anchor,
};
