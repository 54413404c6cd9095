/* case_mismatch.c: a file named in letters of another case. */
#include "rules/reference_rule.h"

/* Where the path stands in the target as written, without "./" and "../"; empty where escapes or a
 * fragment make it another text. */
static struct span written_path(const struct check *check, const struct reference *reference,
                                size_t length)
{
    struct slice target = span_slice(check->text, reference->target_span);
    size_t skipped = reference->path.len - length;
    if (!slice_starts(target, reference->path))
        return SPAN_NONE;
    uint32_t start = reference->target_span.start + (uint32_t)skipped;
    return (struct span){start, start + (uint32_t)length};
}

static void check_case_mismatch(struct check *check)
{
    for (size_t i = 0; i < check->model->references.len; i++) {
        const struct reference *reference = &check->model->references.items[i];
        struct slice exact;
        if (reference->creates || span_is_empty(reference->target_span))
            continue;
        const struct document *twin = reference_case_twin(check, reference, &exact);
        if (!twin)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, reference->target_span,
                   "The file is called %.*s: where letter case counts, %.*s is not found",
                   SLICE_ARG(exact), SLICE_ARG(reference->path));
        report_related(check, diagnostic, twin, (struct span){0, 0}, "the file meant");
        struct span span = written_path(check, reference, exact.len);
        if (span_is_empty(span))
            continue;
        struct planls_fix *fix =
            report_fix(check, diagnostic, true, "Change to %.*s", SLICE_ARG(exact));
        fix_edit(check, fix, check->document, span, exact);
    }
}

RULE(case_mismatch) = {
    .name = "case-mismatch",
    .summary = "a file's name is written in letters of another case than the file has",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_case_mismatch,
};
