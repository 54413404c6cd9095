/* moves.c: what references have to say once files and folders have moved. */
#include "workspace/moves.h"

#include "text/fold.h"
#include "workspace/internal.h"

#include <stdlib.h>

/* The rest of `path` below a folder, or nothing of it where it is the path itself. */
static bool is_below(struct slice path, struct slice folder, struct slice *rest)
{
    if (!slice_starts(path, folder) || folder.len == 0)
        return false;
    *rest = slice_from(path, folder.len);
    return rest->len == 0 || rest->ptr[0] == '/';
}

/* The path put from one end of the move that fits most closely to the other. */
static struct slice carry(const struct path_moves *moves, struct slice path, bool back,
                          struct arena *arena)
{
    const struct path_move *best = NULL;
    struct slice rest = SLICE(""), best_rest = SLICE("");
    for (size_t i = 0; i < moves->len; i++) {
        const struct path_move *move = &moves->items[i];
        struct slice end = back ? move->to : move->from;
        if (is_below(path, end, &rest) && (!best || rest.len < best_rest.len)) {
            best = move;
            best_rest = rest;
        }
    }
    if (!best)
        return path;
    struct slice other = back ? best->from : best->to;
    return slice_of(arena_printf(arena, "%.*s%.*s", SLICE_ARG(other), SLICE_ARG(best_rest)));
}

/* A path of the workspace as the moves speak of it. */
static struct slice in_world(const struct path_moves *moves, struct slice path, struct arena *arena)
{
    if (moves->root.len == 0)
        return path;
    return slice_of(arena_printf(arena, "%.*s/%.*s", SLICE_ARG(moves->root), SLICE_ARG(path)));
}

/* And back; false where it lies outside. */
static bool in_root(const struct path_moves *moves, struct slice path, struct slice *relative)
{
    *relative = path;
    if (moves->root.len == 0)
        return true;
    if (!is_below(path, moves->root, relative) || relative->len == 0)
        return false;
    *relative = slice_from(*relative, 1);
    return true;
}

/* ---- what exists ----------------------------------------------------------------------------- */

static bool holds_documents(const struct workspace *ws, struct slice folder)
{
    struct slice rest;
    size_t first = folder.len ? workspace_first_in(ws, folder) : ws->count;
    return first < ws->count && is_below(ws->by_path[first]->document.path, folder, &rest) &&
           rest.len > 0;
}

static bool exists_now(const struct workspace *ws, const struct path_moves *moves,
                       struct slice world_path, struct arena *arena)
{
    struct slice path;
    if (!in_root(moves, world_path, &path))
        return moves->exists(moves->context, world_path, arena);
    if (workspace_find(ws, path) || holds_documents(ws, path))
        return true;
    enum path_state state = workspace_path_state(ws, path);
    return state == PATH_FILE || state == PATH_FOLDER;
}

static bool exists_after(const struct workspace *ws, const struct path_moves *moves,
                         struct slice path, struct arena *arena)
{
    struct slice before = carry(moves, path, true, arena);
    if (!slice_equal(before, path))
        return exists_now(ws, moves, before, arena);
    return slice_equal(carry(moves, path, false, arena), path) &&
           exists_now(ws, moves, path, arena);
}

/* Length of the folders two paths share. */
static size_t shared_folders(struct slice a, struct slice b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a.len && i < b.len && a.ptr[i] == b.ptr[i]; i++)
        if (a.ptr[i] == '/')
            shared = i + 1;
    return shared;
}

/* Who is meant by a mere file name after the moves: the nearest, if it is alone in that. */
struct named {
    struct slice from, name; /* where it is said, folded name */
    struct slice path;
    size_t shared;
    unsigned ties;
};

static void look_at(struct named *named, struct slice path, struct arena *arena)
{
    struct slice file = fold_case(arena, path_file_name(path));
    if (!slice_equal(file, named->name) && !slice_equal(path_stem(file), named->name))
        return;
    size_t shared = shared_folders(path, named->from);
    if (named->ties == 0 || shared > named->shared) {
        named->path = path;
        named->shared = shared;
        named->ties = 1;
    } else if (shared == named->shared && !slice_equal(path, named->path)) {
        named->ties++;
    }
}

static struct slice find_named(const struct workspace *ws, const struct path_moves *moves,
                               struct slice from, struct slice name, struct arena *arena)
{
    struct named named = {.from = from, .name = fold_case(arena, name)};
    const struct name_entry *entry = names_find(ws->names, NAME_DEFINES, NAME_FILE, named.name);
    for (; entry; entry = entry->next)
        look_at(&named, carry(moves, in_world(moves, entry->document->path, arena), false, arena),
                arena);
    struct slice path;
    for (size_t i = 0; i < moves->len; i++)
        if (in_root(moves, moves->items[i].from, &path) && workspace_find(ws, path))
            look_at(&named, moves->items[i].to, arena);
    return named.ties == 1 ? named.path : SLICE("");
}

/* ---- where a path leads ---------------------------------------------------------------------- */

static bool is_link_like(enum reference_kind kind)
{
    return kind == REFERENCE_LINK || kind == REFERENCE_IMAGE || kind == REFERENCE_DEFINITION;
}

/* The paths it may mean when it stands in `from`. One in prose leaves the workspace only if it says so. */
static size_t candidates_of(const struct path_moves *moves, struct slice from,
                            const struct reference *reference,
                            struct slice paths[REFERENCE_MAX_CANDIDATES], struct arena *arena)
{
    struct document there = {.path = from};
    struct slice relative;
    size_t count = reference_candidates(&there, reference, paths, arena), kept = 0;
    bool leaves = is_link_like(reference->kind) || slice_starts(reference->path, SLICE("../"));
    for (size_t i = 0; i < count; i++)
        if (leaves || in_root(moves, paths[i], &relative))
            paths[kept++] = paths[i];
    return kept;
}

static struct slice target_now(const struct workspace *ws, const struct path_moves *moves,
                               const struct document *from, const struct reference *reference,
                               struct arena *arena)
{
    struct slice paths[REFERENCE_MAX_CANDIDATES];
    struct target target;
    if (resolve_reference(ws, from, reference, &target) == AMBIGUOUS)
        return SLICE("");
    if (target.document)
        return in_world(moves, target.document->path, arena);
    struct slice here = in_world(moves, from->path, arena);
    size_t count = candidates_of(moves, here, reference, paths, arena);
    for (size_t i = 0; i < count; i++)
        if (exists_now(ws, moves, paths[i], arena))
            return paths[i];
    return SLICE("");
}

static struct slice target_after(const struct workspace *ws, const struct path_moves *moves,
                                 struct slice from, const struct reference *reference,
                                 struct arena *arena)
{
    struct slice paths[REFERENCE_MAX_CANDIDATES];
    size_t count = candidates_of(moves, from, reference, paths, arena);
    for (size_t i = 0; i < count; i++)
        if (exists_after(ws, moves, paths[i], arena))
            return paths[i];
    bool by_name = count && !is_link_like(reference->kind) &&
                   slice_find_byte(reference->path, '/') == SLICE_NONE;
    return by_name ? find_named(ws, moves, from, reference->path, arena) : SLICE("");
}

/* ---- how it is written ----------------------------------------------------------------------- */

static bool ends_as(struct slice path, struct slice target)
{
    size_t dot = slice_find_last_byte(path_file_name(target), '.');
    struct slice extension =
        dot == SLICE_NONE ? SLICE("") : slice_from(path_file_name(target), dot);
    return slice_ends_nocase(path, extension);
}

/* A folder's page was meant by the folder: "docs/" is docs/README.md. */
static bool is_folders_page(struct slice written, struct slice target)
{
    struct slice file = path_file_name(target);
    return (slice_is(file, "README.md") || slice_is(file, "index.md")) &&
           !slice_equal(path_stem(path_file_name(written)), path_stem(file));
}

static struct slice in_form(struct slice written, struct slice old_target, struct slice path,
                            struct arena *arena)
{
    if (!ends_as(written, old_target)) {
        size_t cut = path.len - path_file_name(path).len;
        if (is_folders_page(written, old_target))
            path = cut ? slice_sub(path, 0, cut - !slice_ends(written, SLICE("/"))) : SLICE("./");
        else
            path = path_stem(path);
    }
    if (slice_starts(written, SLICE("./")) && !slice_starts(path, SLICE(".")))
        return slice_of(arena_printf(arena, "./%.*s", SLICE_ARG(path)));
    return path;
}

/* Is it the target's path from the root, with its ".md" or without? */
static bool is_from_root(struct slice written, struct slice target, struct arena *arena)
{
    struct slice path = path_resolve(SLICE(""), written, arena);
    return slice_equal(path, target) ||
           (!ends_as(written, target) && slice_equal(path, path_stem(target)));
}

bool moves_reference(const struct workspace *ws, const struct path_moves *moves,
                     const struct document *from, const struct reference *reference,
                     struct arena *arena, struct slice *path)
{
    if (reference->path.len == 0)
        return false;
    struct slice from_after = carry(moves, in_world(moves, from->path, arena), false, arena);
    struct slice old_target = target_now(ws, moves, from, reference, arena);
    struct slice target = carry(moves, old_target, false, arena);
    if (old_target.len == 0 ||
        slice_equal(target_after(ws, moves, from_after, reference, arena), target))
        return false;
    struct slice relative = path_relative(from_after, target, arena), inside, was_inside;
    /* The form it had first: a bare name, a path from the root; then what always leads there. */
    struct slice forms[3];
    size_t count = 0;
    bool prose = !is_link_like(reference->kind);
    if (prose && slice_find_byte(reference->path, '/') == SLICE_NONE)
        forms[count++] = path_file_name(target);
    else if (prose && in_root(moves, old_target, &was_inside) && in_root(moves, target, &inside) &&
             is_from_root(reference->path, was_inside, arena))
        forms[count++] = inside;
    forms[count++] = relative;
    for (size_t i = 0; i < count; i++) {
        struct reference as = *reference;
        as.path = in_form(reference->path, old_target, forms[i], arena);
        if (!slice_equal(target_after(ws, moves, from_after, &as, arena), target))
            continue;
        *path = as.path;
        return true;
    }
    *path = relative;
    return true;
}

/* ---- whose references are looked at ---------------------------------------------------------- */

static int compare_documents(const void *a, const void *b)
{
    const struct document *const *x = a, *const *y = b;
    return slice_compare((*x)->path, (*y)->path);
}

static void add_askers(const struct workspace *ws, enum name_space space, struct slice name,
                       struct arena *arena, struct document_list *out)
{
    const struct name_entry *asker = names_find(ws->names, NAME_ASKS, space, name);
    for (; asker; asker = asker->next)
        *VEC_PUSH(arena, out) = asker->document;
}

/* Who would mean a file at a path, were it there. */
static void add_askers_of_path(const struct workspace *ws, struct slice path, struct arena *arena,
                               struct document_list *out)
{
    struct slice name = fold_case(arena, path_file_name(path));
    add_askers(ws, NAME_PATH, path, arena, out);
    add_askers(ws, NAME_FILE, name, arena, out);
    add_askers(ws, NAME_FILE, path_stem(name), arena, out);
}

/* What stays may refer to what moves outside of the workspace. */
static void add_leaving(const struct workspace *ws, struct document_list *out, struct arena *arena)
{
    for (size_t d = 0; d < ws->count; d++) {
        const struct document *document = &ws->by_path[d]->document;
        const struct model *model = document->model;
        bool leaves = false;
        for (size_t i = 0; i < model->references.len && !leaves; i++) {
            struct slice path = model->references.items[i].path;
            leaves = slice_starts(path, SLICE("../")) &&
                     path_resolve(document->path, path, arena).len == 0;
        }
        if (leaves)
            *VEC_PUSH(arena, out) = document;
    }
}

static void add_concerned(const struct workspace *ws, const struct path_moves *moves,
                          const struct path_move *move, struct arena *arena,
                          struct document_list *out)
{
    struct slice from, to;
    if (in_root(moves, move->to, &to))
        add_askers_of_path(ws, to, arena, out);
    if (!in_root(moves, move->from, &from)) {
        add_leaving(ws, out, arena);
        from = SLICE(""); /* it may hold the root */
    }
    const struct document *document = workspace_find(ws, from);
    if (document)
        *VEC_PUSH(arena, out) = document;
    if (document || workspace_path_state(ws, from) == PATH_FILE) {
        add_askers_of_path(ws, from, arena, out);
        return;
    }
    /* A folder: what lies in it need be no document, so everybody may refer to it. */
    struct slice rest;
    bool holds_root = from.len == 0 && is_below(moves->root, move->from, &rest);
    for (size_t d = 0; (from.len || holds_root) && d < ws->count; d++)
        *VEC_PUSH(arena, out) = &ws->by_path[d]->document;
}

static bool has_to_change(const struct workspace *ws, const struct path_moves *moves,
                          const struct document *document, struct arena *arena)
{
    const struct model *model = document->model;
    struct slice path;
    bool changes = model->drawn_folders.len > 0;
    for (size_t i = 0; i < model->references.len && !changes; i++)
        changes = moves_reference(ws, moves, document, &model->references.items[i], arena, &path);
    return changes;
}

void moves_documents(const struct workspace *ws, const struct path_moves *moves,
                     struct arena *arena, struct document_list *out)
{
    for (size_t i = 0; i < moves->len; i++)
        add_concerned(ws, moves, &moves->items[i], arena, out);
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare_documents);
    size_t kept = 0;
    const struct document *last = NULL;
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < out->len; i++) {
        const struct document *document = out->items[i];
        if (document != last && has_to_change(ws, moves, document, &scratch))
            out->items[kept++] = document;
        last = document;
        arena_clear(&scratch);
    }
    arena_release(&scratch);
    out->len = kept;
}
