/* move_files.c: references that follow files which move (planls/rename.h). */
#include "base/strbuf.h"
#include "edits/link_path.h"
#include "features/facade.h"
#include "text/edit.h"
#include "workspace/moves.h"

#include <planls/rename.h>

static struct slice without_slash(const char *path)
{
    return slice_of(path[0] == '/' ? path + 1 : path);
}

static bool exists_outside(const void *context, struct slice path, struct arena *arena)
{
    const struct planls_outside *outside = context;
    return outside->exists(outside->context, arena_printf(arena, "/%.*s", SLICE_ARG(path)));
}

static struct path_moves read_moves(const struct planls_move *moves, size_t count,
                                    const struct planls_outside *outside, struct arena *arena)
{
    struct path_moves all = {0};
    if (outside) {
        all.root = without_slash(outside->root);
        all.exists = exists_outside;
        all.context = outside;
    }
    for (size_t i = 0; i < count; i++)
        *VEC_PUSH(arena, &all) =
            (struct path_move){without_slash(moves[i].from), without_slash(moves[i].to)};
    return all;
}

/* ---- edits ----------------------------------------------------------------------------------- */

struct edit_maker {
    const struct workspace *ws;
    const struct path_moves *moves;
    struct arena *arena;
    VEC(struct planls_edit) edits;
};

static void add_edit(struct edit_maker *m, const struct document *document, struct span span,
                     struct slice new_text)
{
    struct text_edit edit = text_edit_minimal(
        document->text.bytes, (struct text_edit){span, arena_copy(m->arena, new_text)});
    if (span_is_empty(edit.span) && edit.new_text.len == 0)
        return;
    *VEC_PUSH(m->arena, &m->edits) =
        (struct planls_edit){.path = arena_cstring(m->arena, document->path),
                             .range = facade_range(edit.span),
                             .new_text = arena_cstring(m->arena, edit.new_text),
                             .new_len = edit.new_text.len};
}

/* The path of a reference as it is written, without its query and fragment. */
static struct span path_span(const struct document *document, const struct reference *reference)
{
    struct span span = reference->target_span;
    struct slice written = span_slice(document->text.bytes, span);
    size_t end = 0;
    while (end < written.len && written.ptr[end] != '#' && written.ptr[end] != '?')
        end++;
    span.end =
        span.start + (uint32_t)(slice_starts(written, reference->path) ? reference->path.len : end);
    return span;
}

static struct slice folder_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slice_sub(path, 0, slash == SLICE_NONE ? 0 : slash);
}

/* Is only the last part of the path written, below its folders, in a drawing of a directory tree? */
static bool is_tree_entry(const struct document *document, const struct reference *reference)
{
    struct slice written = span_slice(document->text.bytes, reference->target_span);
    return reference->in_fence && slice_find_byte(reference->path, '/') != SLICE_NONE &&
           slice_find_byte(written, '/') == SLICE_NONE;
}

static void edit_reference(struct edit_maker *m, const struct document *document,
                           const struct reference *reference)
{
    struct slice path;
    if (span_is_empty(reference->target_span) ||
        !moves_reference(m->ws, m->moves, document, reference, m->arena, &path))
        return;
    if (is_tree_entry(document, reference)) {
        /* A new name follows; to draw another tree is its author's. */
        if (slice_equal(folder_of(path), folder_of(reference->path)))
            add_edit(m, document, reference->target_span,
                     slice_from(path, folder_of(path).len + (folder_of(path).len > 0)));
        return;
    }
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    uint32_t start = reference->target_span.start;
    bool in_angles = start > 0 && document->text.bytes.ptr[start - 1] == '<';
    if (in_angles)
        link_path_write_in_angles(&text, path);
    else if (reference->kind == REFERENCE_LINK || reference->kind == REFERENCE_IMAGE ||
             reference->kind == REFERENCE_DEFINITION)
        link_path_write(&text, path);
    else
        strbuf_append(&text, path);
    add_edit(m, document, path_span(document, reference), strbuf_slice(&text));
    strbuf_release(&text);
}

/* A drawn folder takes its new name, and the one a drawing hangs on its new path. */
static void edit_drawn_folder(struct edit_maker *m, const struct document *document,
                              const struct drawn_folder *folder)
{
    struct reference reference = {.kind = REFERENCE_BARE, .path = folder->path, .in_fence = true};
    struct slice written = span_slice(document->text.bytes, folder->name_span), path;
    if (!slice_ends(folder->path, written) ||
        !moves_reference(m->ws, m->moves, document, &reference, m->arena, &path))
        return;
    struct slice above = slice_sub(folder->path, 0, folder->path.len - written.len);
    struct slice name = slice_from(path, above.len);
    bool same_depth =
        slice_find_byte(written, '/') == SLICE_NONE && slice_find_byte(name, '/') == SLICE_NONE;
    if (above.len == 0 || (slice_starts(path, above) && same_depth))
        add_edit(m, document, folder->name_span, name);
}

static void edit_document(struct edit_maker *m, const struct document *document)
{
    const struct model *model = document->model;
    for (size_t i = 0; i < model->references.len; i++)
        edit_reference(m, document, &model->references.items[i]);
    for (size_t i = 0; i < model->drawn_folders.len; i++)
        edit_drawn_folder(m, document, &model->drawn_folders.items[i]);
}

void planls_move_documents(struct planls_workspace *workspace, const struct planls_move *moves,
                           size_t move_count, const struct planls_outside *outside,
                           struct planls_results *results, const char *const **paths, size_t *count)
{
    struct path_moves all = read_moves(moves, move_count, outside, &results->arena);
    struct document_list list = {0};
    moves_documents(workspace->ws, &all, &results->arena, &list);
    const char **told = arena_array(&results->arena, list.len + 1, sizeof *told);
    for (size_t i = 0; i < list.len; i++)
        told[i] = arena_cstring(&results->arena, list.items[i]->path);
    *paths = told;
    *count = list.len;
}

void planls_move_files(struct planls_workspace *workspace, const struct planls_move *moves,
                       size_t move_count, const struct planls_outside *outside,
                       struct planls_results *results, struct planls_fix *out)
{
    struct path_moves all = read_moves(moves, move_count, outside, &results->arena);
    struct document_list list = {0};
    struct edit_maker m = {.ws = workspace->ws, .moves = &all, .arena = &results->arena};
    moves_documents(workspace->ws, &all, &results->arena, &list);
    for (size_t i = 0; i < list.len; i++)
        if (list.items[i]->loaded)
            edit_document(&m, list.items[i]);
    *out = (struct planls_fix){
        .title = "Let links follow", .edits = m.edits.items, .edit_count = m.edits.len};
}
