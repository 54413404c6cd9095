/* missing_file.c: a path in prose or code to a file that is not there. */
#include "rules/reference_rule.h"

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

/* Once per target and document: is it the first of its path? */
static bool is_first(const struct check *check, const struct reference *reference)
{
    const struct model *model = check->model;
    for (const struct reference *r = model->references.items; r < reference; r++)
        if (r->kind == reference->kind && !r->creates && !r->in_fence &&
            slice_equal(r->path, reference->path))
            return false;
    return true;
}

/* A file that a line anywhere in the document is about creating is not missing yet. */
static bool is_created_here(const struct check *check, const struct reference *reference)
{
    for (size_t i = 0; i < check->model->references.len; i++) {
        const struct reference *other = &check->model->references.items[i];
        if (other->creates && slice_equal(other->path, reference->path))
            return true;
    }
    return false;
}

static void visit(struct check *check, const struct reference *reference,
                  const struct target *target)
{
    (void)target;
    if ((reference->kind != REFERENCE_CODE && reference->kind != REFERENCE_BARE) ||
        reference->creates || reference->in_fence || !folder_exists(check, reference) ||
        !is_first(check, reference) || is_created_here(check, reference))
        return;
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

static void check_missing_file(struct check *check)
{
    references_visit(check, UNRESOLVED_FILE, visit);
}

RULE(missing_file) = {
    .name = "missing-file",
    .summary = "a path in prose or code names a file that is not in its folder",
    .severity = PLANLS_HINT,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_missing_file,
};
