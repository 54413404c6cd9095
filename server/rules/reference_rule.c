/* reference_rule.c: what the rules about broken references share. */
#include "rules/reference_rule.h"

struct resolved {
    enum resolution result;
    struct target target;
};

static const struct resolved *resolve_all(const struct check *check)
{
    const struct model *model = check->model;
    struct resolved *all = arena_array(&check->shared->arena, model->references.len, sizeof *all);
    for (size_t i = 0; i < model->references.len; i++)
        all[i].result = resolve_reference(check->workspace, check->document,
                                          &model->references.items[i], &all[i].target);
    return check->shared->references = all;
}

enum resolution reference_resolve(const struct check *check, const struct reference *reference,
                                  struct target *target)
{
    const struct resolved *all = check->shared->references;
    const struct resolved *one =
        (all ? all : resolve_all(check)) + (reference - check->model->references.items);
    *target = one->target;
    return one->result;
}

void references_visit(struct check *check, enum resolution wanted,
                      void (*visit)(struct check *check, const struct reference *reference,
                                    const struct target *target))
{
    for (size_t i = 0; i < check->model->references.len; i++) {
        const struct reference *reference = &check->model->references.items[i];
        struct target target;
        if (reference_resolve(check, reference, &target) == wanted)
            visit(check, reference, &target);
    }
}

static struct slice file_name(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_from(path, slash + 1);
}

static struct slice folder_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slice_sub(path, 0, slash == SLICE_NONE ? 0 : slash);
}

static void add_path(struct check *check, struct near_names *near, struct slice path)
{
    struct slice written = path_relative(check->document->path, path, check->arena);
    for (size_t i = 0; i < near->len; i++)
        if (slice_equal(near->v[i].name, written))
            return;
    if (near->len < NEAR_MAX)
        near->v[near->len++] = (struct near_name){written, 0};
}

/* Every folder may have one. */
static bool is_common_name(struct slice name)
{
    return slice_is_nocase(name, "README.md") || slice_is_nocase(name, "index.md");
}

/* At most so many documents of one name, or of one folder, are looked at. */
#define NEAR_MAX_NAMED  32
#define NEAR_MAX_BESIDE 200

static void add_same_name(struct check *check, struct slice wanted, struct near_names *near)
{
    const struct document *documents[NEAR_MAX_NAMED];
    size_t count =
        workspace_files_named(check->workspace, file_name(wanted), documents, NEAR_MAX_NAMED);
    bool common = is_common_name(file_name(wanted));
    for (size_t i = 0; i < count; i++) {
        struct slice path = documents[i]->path;
        bool same_folder =
            slice_equal_nocase(file_name(folder_of(path)), file_name(folder_of(wanted)));
        if (documents[i] != check->document && (!common || same_folder))
            add_path(check, near, path);
    }
}

static void add_beside(struct check *check, struct slice wanted, struct near_names *near)
{
    struct slice folder = folder_of(wanted);
    struct near_names alike = {0};
    size_t at = workspace_first_in(check->workspace, folder);
    for (size_t i = 0; i < NEAR_MAX_BESIDE && at < workspace_count(check->workspace); i++, at++) {
        const struct document *document = workspace_at(check->workspace, at);
        if (!slice_starts(document->path, folder))
            break;
        if (document != check->document && slice_equal(folder_of(document->path), folder))
            near_add(&alike, file_name(wanted), file_name(document->path));
    }
    for (size_t i = 0; i < alike.len; i++) {
        struct slice name = alike.v[i].name;
        add_path(check, near,
                 folder.len ? slice_of(arena_printf(check->arena, "%.*s/%.*s", SLICE_ARG(folder),
                                                    SLICE_ARG(name)))
                            : name);
    }
}

void reference_near_paths(struct check *check, const struct reference *reference,
                          struct near_names *near)
{
    struct slice from_root = path_resolve(SLICE(""), reference->path, check->arena);
    enum path_state state = workspace_path_state(check->workspace, from_root);
    if (from_root.len && (state == PATH_FILE || state == PATH_FOLDER))
        add_path(check, near, from_root);
    struct slice wanted = path_resolve(check->document->path, reference->path, check->arena);
    if (wanted.len == 0)
        return;
    add_same_name(check, wanted, near);
    add_beside(check, wanted, near);
}

/* Without "./" and "../" in front. */
static struct slice without_dots(struct slice path)
{
    while (slice_starts(path, SLICE("./")) || slice_starts(path, SLICE("../")))
        path = slice_from(path, slice_find_byte(path, '/') + 1);
    return path;
}

/* Is `tail` all of the path or its last parts, case aside? */
static bool ends_with_parts(struct slice path, struct slice tail)
{
    return slice_ends_nocase(path, tail) &&
           (path.len == tail.len || path.ptr[path.len - tail.len - 1] == '/');
}

const struct document *reference_case_twin(struct check *check, const struct reference *reference,
                                           struct slice *exact)
{
    struct slice path = without_dots(reference->path);
    struct target target;
    const struct document *documents[NEAR_MAX_NAMED];
    if (path.len == 0 || reference->kind == REFERENCE_WIKI)
        return NULL;
    enum resolution result = reference_resolve(check, reference, &target);
    bool found = target.document != NULL && result != UNRESOLVED_FILE;
    if (found && slice_ends(target.document->path, file_name(path)))
        return NULL;
    bool is_link = reference->kind == REFERENCE_LINK || reference->kind == REFERENCE_IMAGE ||
                   reference->kind == REFERENCE_DEFINITION;
    struct slice wanted = path_resolve(check->document->path, reference->path, check->arena);
    size_t count =
        workspace_files_named(check->workspace, file_name(path), documents, NEAR_MAX_NAMED);
    const struct document *twin = NULL;
    for (size_t i = 0; i < count; i++) {
        struct slice other = documents[i]->path;
        bool same = is_link ? slice_equal_nocase(other, wanted) : ends_with_parts(other, path);
        if (!same)
            continue;
        if (slice_ends(other, path) || twin) /* rightly written, or not the only one */
            return NULL;
        twin = documents[i];
        *exact = slice_from(other, other.len - path.len);
    }
    return twin;
}
