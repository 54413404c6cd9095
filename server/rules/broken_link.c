/* broken_link.c: a link to a file that is not there. */
#include "rules/reference_rule.h"

static bool is_link(const struct reference *reference)
{
    return reference->kind == REFERENCE_LINK || reference->kind == REFERENCE_IMAGE ||
           reference->kind == REFERENCE_DEFINITION || reference->kind == REFERENCE_WIKI;
}

/* The path's place in the target as written: a fragment behind it stays. */
static struct span path_span(const struct check *check, const struct reference *reference)
{
    struct slice target = span_slice(check->text, reference->target_span);
    size_t hash = slice_find_byte(target, '#');
    struct span span = reference->target_span;
    if (hash != SLICE_NONE)
        span.end = span.start + (uint32_t)hash;
    return span;
}

static void visit(struct check *check, const struct reference *reference,
                  const struct target *target)
{
    (void)target;
    if (!is_link(reference) || reference->creates || reference->in_fence)
        return;
    struct planls_diagnostic *diagnostic =
        report(check, reference->target_span, "There is no file %.*s", SLICE_ARG(reference->path));
    struct near_names near = {0};
    reference_near_paths(check, reference, &near);
    for (size_t i = 0; i < near.len; i++) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Link to %.*s", SLICE_ARG(near.v[i].name));
        fix_edit(check, fix, check->document, path_span(check, reference), near.v[i].name);
    }
}

static void check_broken_link(struct check *check)
{
    references_visit(check, UNRESOLVED_FILE, visit);
}

RULE(broken_link) = {
    .name = "broken-link",
    .summary = "a link leads to a file that is not there",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_broken_link,
};
