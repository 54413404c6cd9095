/* missing_file.c: a path in prose or code to a file that is not there. */
#include "rules/reference_rule.h"

#include <stdlib.h>

/* Only where the folder it names exists: a path into nowhere is another project's, or an example. */
static bool folder_exists(const struct check *check, const struct reference *reference)
{
    size_t slash = slice_find_last_byte(reference->path, '/');
    if (slash == SLICE_NONE || slash == 0)
        return false;
    struct slice folder = slice_sub(reference->path, 0, slash);
    struct slice resolved = path_resolve(check->document->path, folder, check->arena);
    return resolved.len && workspace_path_state(check->workspace, resolved) == PATH_FOLDER;
}

/* "./main.tsx" in code is what some source file imports. */
static bool is_import(struct slice path)
{
    return slice_starts(path, SLICE("./")) || slice_starts(path, SLICE("../"));
}

static bool is_candidate(struct check *check, const struct reference *reference)
{
    struct target target;
    struct slice exact;
    return (reference->kind == REFERENCE_CODE || reference->kind == REFERENCE_BARE) &&
           !reference->in_fence && !is_import(reference->path) &&
           reference_resolve(check, reference, &target) == UNRESOLVED_FILE &&
           !reference_case_twin(check, reference, &exact); /* case-mismatch speaks */
}

static void report_missing(struct check *check, const struct reference *reference)
{
    struct planls_diagnostic *diagnostic =
        report(check, reference->target_span, "%.*s is not there, though its folder is",
               SLICE_ARG(reference->path));
    struct near_names near = {0};
    reference_near_paths(check, reference, &near);
    for (size_t i = 0; i < near.len; i++) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change to %.*s", SLICE_ARG(near.v[i].name));
        fix_edit(check, fix, check->document, reference->target_span, near.v[i].name);
    }
}

struct mention {
    struct slice path;
    const struct reference *reference;
};

static int compare_mentions(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    int order = slice_compare(x->path, y->path);
    if (order)
        return order;
    return x->reference < y->reference ? -1 : x->reference > y->reference;
}

/* Once per path, and not where a line anywhere in the document is about making that file. */
static void check_missing_file(struct check *check)
{
    const struct model *model = check->model;
    VEC(struct mention) mentions = {0};
    for (size_t i = 0; i < model->references.len; i++) {
        const struct reference *reference = &model->references.items[i];
        if (reference->creates || is_candidate(check, reference))
            *VEC_PUSH(check->arena, &mentions) = (struct mention){reference->path, reference};
    }
    if (mentions.len == 0)
        return;
    qsort(mentions.items, mentions.len, sizeof *mentions.items, compare_mentions);
    for (size_t i = 0, end; i < mentions.len; i = end) {
        bool created = false;
        for (end = i;
             end < mentions.len && slice_equal(mentions.items[end].path, mentions.items[i].path);
             end++)
            created = created || mentions.items[end].reference->creates;
        if (!created && folder_exists(check, mentions.items[i].reference))
            report_missing(check, mentions.items[i].reference);
    }
}

RULE(missing_file) = {
    .name = "missing-file",
    .summary = "a path in prose or code names a file that is not in its folder",
    .severity = PLANLS_HINT,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_missing_file,
};
