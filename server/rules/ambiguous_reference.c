/* ambiguous_reference.c: a file's name that two files have. */
#include "rules/reference_rule.h"

#include <stdlib.h>

/* A name that every folder has ("tasks.md") means the one at hand, or all of them. */
#define MAX_NAMED 3

static struct slice name_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_from(path, slash + 1);
}

/* Only what asks for one file: a wiki link, a section of it. */
static bool asks_for_one(const struct reference *reference)
{
    return !reference->in_fence && !reference->creates &&
           (reference->kind == REFERENCE_WIKI || reference->section_from.len > 0 ||
            reference->section_title.len > 0);
}

static int compare_documents(const void *a, const void *b)
{
    const struct document *const *x = a, *const *y = b;
    return slice_compare((*x)->path, (*y)->path);
}

static void visit(struct check *check, const struct reference *reference,
                  const struct target *target)
{
    const struct document *documents[MAX_NAMED + 1];
    (void)target;
    if (!asks_for_one(reference) || span_is_empty(reference->target_span))
        return;
    size_t count =
        workspace_files_named(check->workspace, name_of(reference->path), documents, MAX_NAMED + 1);
    if (count < 2 || count > MAX_NAMED)
        return;
    qsort(documents, count, sizeof documents[0], compare_documents);
    struct planls_diagnostic *diagnostic = report(
        check, reference->target_span, "%.*s may be %.*s or %.*s", SLICE_ARG(reference->path),
        SLICE_ARG(documents[0]->path), SLICE_ARG(documents[1]->path));
    for (size_t i = 0; i < count; i++)
        report_related(check, diagnostic, documents[i], (struct span){0, 0}, "may be meant");
    struct slice written = span_slice(check->text, reference->target_span);
    if (!slice_starts(written, reference->path))
        return;
    struct span span = reference->target_span;
    span.end = span.start + (uint32_t)reference->path.len;
    for (size_t i = 0; i < count; i++) {
        struct slice path = path_relative(check->document->path, documents[i]->path, check->arena);
        bool bare = slice_find_byte(name_of(reference->path), '.') == SLICE_NONE;
        if (bare && slice_ends_nocase(path, SLICE(".md")))
            path.len -= 3;
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change to %.*s", SLICE_ARG(path));
        fix_edit(check, fix, check->document, span, path);
    }
}

static void check_ambiguous_reference(struct check *check)
{
    references_visit(check, AMBIGUOUS, visit);
}

RULE(ambiguous_reference) = {
    .name = "ambiguous-reference",
    .summary = "a wiki link or section reference names a file that there are two of",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_ambiguous_reference,
};
