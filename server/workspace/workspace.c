/* workspace.c: the set of documents and of other known paths. */
#include "workspace/workspace.h"

#include "syntax/tree.h"
#include "workspace/internal.h"

#include <stdlib.h>
#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

struct path_entry {
    UT_hash_handle hh;
    enum path_state state;
    char path[];
};

struct workspace *workspace_new(const struct settings *settings)
{
    struct workspace *ws = memory_alloc(sizeof *ws);
    *ws = (struct workspace){
        .settings = settings, .parser = inline_parser_new(), .names = names_new(), .changes = 1};
    ws->symbols = symbols_new();
    ws->recent = memory_calloc(1, sizeof *ws->recent);
    return ws;
}

static void free_recent(struct recent *recent)
{
    arena_release(&recent->meanings.arena);
    arena_release(&recent->dependents.arena);
    arena_release(&recent->tasks.arena);
    free(recent);
}

struct workspace *workspace_view_new(const struct workspace *ws)
{
    struct workspace *view = memory_alloc(sizeof *view);
    *view = *ws;
    view->parser = inline_parser_new();
    view->recent = memory_calloc(1, sizeof *view->recent);
    return view;
}

void workspace_view_free(struct workspace *view)
{
    if (!view)
        return;
    free_recent(view->recent);
    inline_parser_free(view->parser);
    free(view);
}

void workspace_free(struct workspace *ws)
{
    if (!ws)
        return;
    for (size_t i = 0; i < ws->count; i++)
        snapshot_free(ws->by_path[i]);
    free(ws->by_path);
    struct path_entry *entry, *next;
    HASH_ITER(hh, ws->paths, entry, next)
    {
        HASH_DEL(ws->paths, entry);
        free(entry);
    }
    names_free(ws->names);
    free_recent(ws->recent);
    symbols_free(ws->symbols);
    inline_parser_free(ws->parser);
    free(ws);
}

const struct settings *workspace_settings(const struct workspace *ws)
{
    return ws->settings;
}

void workspace_set_settings(struct workspace *ws, const struct settings *settings)
{
    ws->settings = settings;
    ws->changes++;
}

struct inline_parser *workspace_parser(const struct workspace *ws)
{
    return ws->parser;
}

/* ---- documents ------------------------------------------------------------------------------- */

/* Where `path` is or would be among the documents; *found says which. */
static size_t place_of(const struct workspace *ws, struct slice path, bool *found)
{
    size_t low = 0, high = ws->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = slice_compare(ws->by_path[middle]->document.path, path);
        if (order == 0) {
            *found = true;
            return middle;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *found = false;
    return low;
}

struct snapshot *workspace_snapshot(const struct workspace *ws, struct slice path)
{
    bool found;
    size_t at = place_of(ws, path, &found);
    return found ? ws->by_path[at] : NULL;
}

const struct document *workspace_find(const struct workspace *ws, struct slice path)
{
    const struct snapshot *snapshot = workspace_snapshot(ws, path);
    return snapshot ? &snapshot->document : NULL;
}

size_t workspace_count(const struct workspace *ws)
{
    return ws->count;
}

const struct document *workspace_at(const struct workspace *ws, size_t index)
{
    return &ws->by_path[index]->document;
}

static size_t servable_items(const struct document *document)
{
    if (!document->judged)
        return 0;
    if (document->model->kinds & (DOCUMENT_TEMPLATE | DOCUMENT_ARCHIVED) ||
        !(document->model->kinds & (DOCUMENT_PLAN | DOCUMENT_SPEC)))
        return 0;
    return document->model->items.len;
}

/* Is it one task as a whole, and does it say what it serves? */
static bool is_task_document(const struct document *document, bool *linked)
{
    const struct model *model = document->model;
    *linked = false;
    if (!document->judged || model->tasks.len == 0 ||
        model->tasks.items[0].source != TASK_FROM_FRONT_MATTER)
        return false;
    const struct task *task = &model->tasks.items[0];
    for (size_t c = 0; c < task->claims.len; c++)
        *linked = *linked || task->claims.items[c].via < VIA_SECTION;
    return true;
}

static void count_in(struct workspace *ws, const struct document *document)
{
    bool linked;
    ws->servable_items += servable_items(document);
    ws->task_documents += is_task_document(document, &linked);
    ws->linked_documents += linked;
}

static void count_out(struct workspace *ws, const struct document *document)
{
    bool linked;
    ws->servable_items -= servable_items(document);
    ws->task_documents -= is_task_document(document, &linked);
    ws->linked_documents -= linked;
}

size_t workspace_task_documents(const struct workspace *ws, uint32_t *linked)
{
    *linked = (uint32_t)ws->linked_documents;
    return ws->task_documents;
}

static void insert_at(struct workspace *ws, size_t at, struct snapshot *snapshot)
{
    if (ws->count == ws->cap) {
        ws->cap = ws->cap ? ws->cap * 2 : 16;
        ws->by_path = memory_realloc(ws->by_path, ws->cap * sizeof(struct snapshot *));
    }
    memmove(ws->by_path + at + 1, ws->by_path + at, (ws->count - at) * sizeof(struct snapshot *));
    ws->by_path[at] = snapshot;
    ws->count++;
}

struct snapshot *workspace_swap(struct workspace *ws, struct snapshot *snapshot)
{
    bool found;
    size_t at = place_of(ws, snapshot->document.path, &found);
    if (!found)
        return NULL;
    struct snapshot *old = ws->by_path[at];
    if (old->named)
        snapshot_judge(snapshot);
    count_out(ws, &old->document);
    ws->by_path[at] = snapshot;
    symbols_replace(ws->symbols, old, snapshot);
    ws->changes++;
    count_in(ws, &snapshot->document);
    names_add_document(ws, snapshot, old);
    return old;
}

const struct document *workspace_adopt(struct workspace *ws, struct snapshot *snapshot)
{
    struct snapshot *old = workspace_swap(ws, snapshot);
    snapshot_free(old);
    if (!old) {
        bool found;
        insert_at(ws, place_of(ws, snapshot->document.path, &found), snapshot);
        symbols_add(ws->symbols, snapshot);
        ws->changes++;
        count_in(ws, &snapshot->document);
        names_add_document(ws, snapshot, NULL);
    }
    return &snapshot->document;
}

const struct document *workspace_put(struct workspace *ws, struct slice path, struct slice bytes)
{
    return workspace_adopt(ws, snapshot_new(path, bytes, ws->settings, ws->parser));
}

const struct document *workspace_edit(struct workspace *ws, struct slice path, struct span span,
                                      struct slice new_text)
{
    struct snapshot *old = workspace_snapshot(ws, path);
    if (!old || !old->document.loaded)
        return NULL;
    struct slice old_bytes = old->document.text.bytes;
    if (span.start > span.end || span.end > old_bytes.len ||
        old_bytes.len - (span.end - span.start) + new_text.len > TEXT_MAX_BYTES)
        return NULL;
    struct strbuf bytes;
    strbuf_init(&bytes, TEXT_MAX_BYTES);
    struct text_edit edit = {span, new_text};
    text_edits_apply(old_bytes, &edit, 1, &bytes);

    /* The tree moves on to the new snapshot; a document edited for the first time gets one now. */
    struct syntax_tree *tree = old->tree;
    old->tree = NULL;
    if (!tree) {
        tree = syntax_tree_new();
        syntax_tree_parse(tree, old_bytes);
    }
    syntax_tree_edit(tree, old_bytes, span, (uint32_t)new_text.len, strbuf_slice(&bytes));
    struct snapshot *snapshot =
        snapshot_edited(old, strbuf_slice(&bytes), tree, ws->settings, ws->parser);
    strbuf_release(&bytes);
    return workspace_adopt(ws, snapshot);
}

bool workspace_make_ready(struct workspace *ws, struct slice path)
{
    const struct snapshot *snapshot = workspace_snapshot(ws, path);
    return snapshot && snapshot->document.loaded && !snapshot->tree &&
           workspace_edit(ws, path, SPAN_NONE, SLICE("")) != NULL;
}

void workspace_unload(struct workspace *ws, struct slice path)
{
    struct snapshot *snapshot = workspace_snapshot(ws, path);
    if (snapshot)
        snapshot_unload(snapshot);
}

bool workspace_load(struct workspace *ws, struct slice path, struct slice bytes)
{
    struct snapshot *snapshot = workspace_snapshot(ws, path);
    return snapshot && snapshot_load(snapshot, bytes, ws->parser);
}

uint64_t workspace_text_hash(const struct workspace *ws, struct slice path)
{
    const struct snapshot *snapshot = workspace_snapshot(ws, path);
    return snapshot ? snapshot->bytes_hash : SNAPSHOT_UNKNOWN;
}

const struct document *workspace_take_text(struct workspace *ws, struct slice path,
                                           struct snapshot *snapshot)
{
    struct snapshot *own = workspace_snapshot(ws, path);
    bool taken = own && snapshot_take_text(own, snapshot);
    snapshot_free(snapshot);
    return taken ? &own->document : NULL;
}

void workspace_remove(struct workspace *ws, struct slice path)
{
    bool found;
    size_t at = place_of(ws, path, &found);
    if (!found)
        return;
    symbols_remove(ws->symbols, ws->by_path[at]);
    struct snapshot *snapshot = ws->by_path[at];
    ws->changes++;
    count_out(ws, &snapshot->document);
    names_remove_document(ws, snapshot);
    snapshot_free(snapshot);
    ws->count--;
    memmove(ws->by_path + at, ws->by_path + at + 1, (ws->count - at) * sizeof(struct snapshot *));
}

size_t workspace_servable_items(const struct workspace *ws)
{
    return ws->servable_items;
}

bool workspace_has_plan(const struct workspace *ws)
{
    return ws->servable_items > 0;
}

size_t workspace_first_in(const struct workspace *ws, struct slice folder)
{
    struct arena arena;
    bool found;
    if (folder.len == 0)
        return 0;
    arena_init(&arena);
    size_t at = place_of(ws, slice_of(arena_printf(&arena, "%.*s/", SLICE_ARG(folder))), &found);
    arena_release(&arena);
    return at;
}

/* ---- other paths ----------------------------------------------------------------------------- */

void workspace_set_path(struct workspace *ws, struct slice path, enum path_state state)
{
    struct path_entry *entry = NULL;
    HASH_FIND(hh, ws->paths, path.ptr, path.len, entry);
    if (!entry) {
        entry = memory_alloc(sizeof *entry + path.len + 1);
        memset(entry, 0, sizeof *entry);
        memcpy(entry->path, path.ptr, path.len);
        entry->path[path.len] = '\0';
        HASH_ADD_KEYPTR(hh, ws->paths, entry->path, path.len, entry);
    }
    ws->changes += entry->state != state;
    entry->state = state;
}

void workspace_forget_path(struct workspace *ws, struct slice path)
{
    struct path_entry *entry = NULL;
    HASH_FIND(hh, ws->paths, path.ptr, path.len, entry);
    if (entry) {
        ws->changes++;
        HASH_DEL(ws->paths, entry);
        free(entry);
    }
}

void workspace_known_paths(const struct workspace *ws, void *context,
                           bool (*visit)(void *context, struct slice path, enum path_state state))
{
    for (const struct path_entry *entry = ws->paths; entry; entry = entry->hh.next)
        if (!visit(context, (struct slice){entry->path, entry->hh.keylen}, entry->state))
            return;
}

enum path_state workspace_path_state(const struct workspace *ws, struct slice path)
{
    if (path.len == 0)
        return PATH_FOLDER; /* the root itself */
    bool found;
    (void)place_of(ws, path, &found);
    if (found)
        return PATH_FILE;
    const struct path_entry *entry = NULL;
    HASH_FIND(hh, ws->paths, path.ptr, path.len, entry);
    return entry ? entry->state : PATH_UNKNOWN;
}
