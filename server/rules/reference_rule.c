/* reference_rule.c: what the rules about broken references share. */
#include "rules/reference_rule.h"

void references_visit(struct check *check, enum resolution wanted,
                      void (*visit)(struct check *check, const struct reference *reference,
                                    const struct target *target))
{
    for (size_t i = 0; i < check->model->references.len; i++) {
        const struct reference *reference = &check->model->references.items[i];
        struct target target;
        if (resolve_reference(check->workspace, check->document, reference, &target) == wanted)
            visit(check, reference, &target);
    }
}

static struct slice file_name(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_from(path, slash + 1);
}

void reference_near_paths(struct check *check, const struct reference *reference,
                          struct near_names *near)
{
    struct slice wanted = file_name(reference->path);
    struct near_names alike = {0};
    for (size_t d = 0; d < workspace_count(check->workspace); d++) {
        const struct document *document = workspace_at(check->workspace, d);
        if (document == check->document)
            continue;
        struct slice path = path_relative(check->document->path, document->path, check->arena);
        if (slice_equal_nocase(file_name(document->path), wanted) && near->len < NEAR_MAX)
            near->v[near->len++] = (struct near_name){path, 0};
        else
            near_add(&alike, reference->path, path);
    }
    for (size_t i = 0; i < alike.len && near->len < NEAR_MAX; i++)
        near->v[near->len++] = alike.v[i];
}
