/* broken_link.c: a link to a file that is not there. */
#include "edits/link_path.h"
#include "rules/reference_rule.h"

static bool is_link(const struct reference *reference)
{
    return reference->kind == REFERENCE_LINK || reference->kind == REFERENCE_IMAGE ||
           reference->kind == REFERENCE_DEFINITION || reference->kind == REFERENCE_WIKI;
}

/* The path's place in the target as written: a fragment or line behind it stays. */
static struct span path_span(const struct check *check, const struct reference *reference)
{
    struct slice target = span_slice(check->text, reference->target_span);
    struct span span = reference->target_span;
    if (slice_starts(target, reference->path))
        span.end = span.start + (uint32_t)reference->path.len;
    else if (slice_find_byte(target, '#') != SLICE_NONE)
        span.end = span.start + (uint32_t)slice_find_byte(target, '#');
    return span;
}

/* A name as this kind of link writes it: percent-encoded, or for wiki links the bare name. */
static struct slice as_target(struct check *check, const struct reference *reference,
                              struct slice path)
{
    if (reference->kind == REFERENCE_WIKI) {
        size_t slash = slice_find_last_byte(path, '/');
        struct slice name = slash == SLICE_NONE ? path : slice_from(path, slash + 1);
        return slice_ends_nocase(name, SLICE(".md")) ? slice_sub(name, 0, name.len - 3) : name;
    }
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    link_path_write(&out, path);
    struct slice target = arena_copy(check->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return target;
}

static void visit(struct check *check, const struct reference *reference,
                  const struct target *target)
{
    struct slice exact;
    (void)target;
    if (!is_link(reference) || reference->creates || reference->in_fence ||
        reference_case_twin(check, reference, &exact)) /* case-mismatch speaks */
        return;
    struct planls_diagnostic *diagnostic =
        report(check, reference->target_span, "There is no file %.*s", SLICE_ARG(reference->path));
    struct near_names near = {0};
    reference_near_paths(check, reference, &near);
    for (size_t i = 0; i < near.len; i++) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Link to %.*s", SLICE_ARG(near.v[i].name));
        fix_edit(check, fix, check->document, path_span(check, reference),
                 as_target(check, reference, near.v[i].name));
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
