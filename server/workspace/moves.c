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

struct slice moves_path(const struct path_moves *moves, struct slice path, struct arena *arena)
{
    return carry(moves, path, false, arena);
}

/* ---- what exists ----------------------------------------------------------------------------- */

static bool holds_documents(const struct workspace *ws, struct slice folder)
{
    struct slice rest;
    size_t first = folder.len ? workspace_first_in(ws, folder) : ws->count;
    return first < ws->count && is_below(ws->by_path[first]->document.path, folder, &rest) &&
           rest.len > 0;
}

static bool exists_now(const struct workspace *ws, struct slice path)
{
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
        return exists_now(ws, before);
    return slice_equal(carry(moves, path, false, arena), path) && exists_now(ws, path);
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
        look_at(&named, carry(moves, entry->document->path, false, arena), arena);
    for (size_t i = 0; i < moves->len; i++)
        if (workspace_find(ws, moves->items[i].from))
            look_at(&named, moves->items[i].to, arena);
    return named.ties == 1 ? named.path : SLICE("");
}

/* ---- where a path leads ---------------------------------------------------------------------- */

static bool is_link_like(enum reference_kind kind)
{
    return kind == REFERENCE_LINK || kind == REFERENCE_IMAGE || kind == REFERENCE_DEFINITION;
}

static struct slice target_now(const struct workspace *ws, const struct document *from,
                               const struct reference *reference, struct arena *arena)
{
    struct slice paths[REFERENCE_MAX_CANDIDATES];
    struct target target;
    if (resolve_reference(ws, from, reference, &target) == AMBIGUOUS)
        return SLICE("");
    if (target.document)
        return target.document->path;
    size_t count = reference_candidates(from, reference, paths, arena);
    for (size_t i = 0; i < count; i++)
        if (exists_now(ws, paths[i]))
            return paths[i];
    return SLICE("");
}

static struct slice target_after(const struct workspace *ws, const struct path_moves *moves,
                                 struct slice from, const struct reference *reference,
                                 struct arena *arena)
{
    struct slice paths[REFERENCE_MAX_CANDIDATES];
    struct document there = {.path = from};
    size_t count = reference_candidates(&there, reference, paths, arena);
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
    struct slice from_after = carry(moves, from->path, false, arena);
    struct slice old_target = target_now(ws, from, reference, arena);
    struct slice target = carry(moves, old_target, false, arena);
    if (old_target.len == 0 ||
        slice_equal(target_after(ws, moves, from_after, reference, arena), target))
        return false;
    struct slice relative = path_relative(from_after, target, arena);
    /* The form it had first: a bare name, a path from the root; then what always leads there. */
    struct slice forms[3];
    size_t count = 0;
    bool prose = !is_link_like(reference->kind);
    if (prose && slice_find_byte(reference->path, '/') == SLICE_NONE)
        forms[count++] = path_file_name(target);
    else if (prose && is_from_root(reference->path, old_target, arena))
        forms[count++] = target;
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

void moves_documents(const struct workspace *ws, const struct path_moves *moves,
                     struct arena *arena, struct document_list *out)
{
    for (size_t i = 0; i < moves->len; i++) {
        const struct path_move *move = &moves->items[i];
        const struct document *document = workspace_find(ws, move->from);
        if (document)
            *VEC_PUSH(arena, out) = document;
        if (document || workspace_path_state(ws, move->from) == PATH_FILE) {
            add_askers_of_path(ws, move->from, arena, out);
            add_askers_of_path(ws, move->to, arena, out);
            continue;
        }
        /* A folder: what lies in it need be no document, so everybody may refer to it. */
        for (size_t d = 0; d < ws->count; d++)
            *VEC_PUSH(arena, out) = &ws->by_path[d]->document;
    }
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare_documents);
    size_t kept = 0;
    for (size_t i = 0; i < out->len; i++)
        if (kept == 0 || out->items[i] != out->items[kept - 1])
            out->items[kept++] = out->items[i];
    out->len = kept;
}
