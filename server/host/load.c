/* load.c: a folder on disk into a workspace. */
#include "host/load.h"

#include "host/files.h"
#include "host/paths.h"
#include "host/threads.h"
#include "syntax/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

/* Documents read ahead of the one that is put next: enough to keep every core busy. */
#define SLOTS           32
#define UNKNOWN_AT_ONCE 65536

/* A place for one document on its way; document n passes through slot n % SLOTS. */
struct slot {
    uv_work_t work;
    struct load *load;
    const struct walk_path *path;
    struct inline_parser *parser; /* made when first used; one thread at a time */
    struct strbuf bytes;
    struct snapshot *snapshot; /* NULL where the file could not be read */
    enum host_error error;
    bool busy, finished;
};

struct load {
    const char *root;
    struct workspace *workspace;
    const struct settings *settings;
    const struct load_options *options;
    struct arena *arena;
    struct load_result *result;
    uv_loop_t loop;
    VEC(struct walk_path) documents;
    struct slice *named; /* the options', sorted */
    size_t started, put;
    struct slot slots[SLOTS];
};

bool load_use_threads(unsigned count)
{
    char value[16];
    size_t size = sizeof value;
    bool said = uv_os_getenv("UV_THREADPOOL_SIZE", value, &size) == 0;
    if (count == 0)
        count = said ? threads_of_pool() : uv_available_parallelism();
    return threads_prepare(count, 0);
}

/* ---- on the pool ----------------------------------------------------------------------------- */

static void read_document(uv_work_t *work)
{
    struct slot *slot = work->data;
    struct arena arena;
    arena_init(&arena);
    const char *path = paths_join(&arena, slot->load->root, slot->path->path);
    strbuf_clear(&slot->bytes);
    slot->error = file_read(path, &slot->bytes);
    arena_release(&arena);
    if (slot->error)
        return;
    if (!slot->parser)
        slot->parser = inline_parser_new();
    slot->snapshot = snapshot_new(slot->path->path, strbuf_slice(&slot->bytes),
                                  slot->load->settings, slot->parser);
}

/* ---- on the caller's thread ------------------------------------------------------------------ */

static int compare_slices(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static bool is_named(const struct load *load, struct slice path)
{
    return load->options->named_count && bsearch(&path, load->named, load->options->named_count,
                                                 sizeof path, compare_slices) != NULL;
}

static void put_document(struct load *load, struct slot *slot)
{
    struct slice path = slot->path->path;
    load->put++;
    if (slot->error) {
        /* A file that has gone since it was listed is simply not there any more. */
        if (slot->error != HOST_NOT_FOUND || is_named(load, path))
            *VEC_PUSH(load->arena, &load->result->problems) =
                (struct walk_problem){path, slot->error};
        return;
    }
    if (is_named(load, path))
        snapshot_judge(slot->snapshot);
    load->result->documents++;
    load->result->bytes += slot->bytes.len;
    workspace_adopt(load->workspace, slot->snapshot);
    slot->snapshot = NULL;
    if (!load->options->keep || !load->options->keep(load->options->context, path))
        workspace_unload(load->workspace, path);
}

static void document_read(uv_work_t *work, int status);

static void start_next(struct load *load)
{
    while (!load->result->stopped && load->started < load->documents.len) {
        struct slot *slot = &load->slots[load->started % SLOTS];
        if (slot->busy)
            return;
        slot->busy = true;
        slot->finished = false;
        slot->path = &load->documents.items[load->started++];
        slot->work.data = slot;
        uv_queue_work(&load->loop, &slot->work, read_document, document_read);
    }
}

static void document_read(uv_work_t *work, int status)
{
    (void)status; /* nothing cancels a request */
    struct slot *slot = work->data;
    struct load *load = slot->load;
    slot->finished = true;
    for (;;) {
        struct slot *next = &load->slots[load->put % SLOTS];
        if (!next->busy || !next->finished)
            break;
        put_document(load, next);
        next->busy = false;
        if (load->options->progress &&
            !load->options->progress(load->options->context, load->put, load->documents.len))
            load->result->stopped = true;
    }
    start_next(load);
}

static void read_all(struct load *load)
{
    for (size_t i = 0; i < SLOTS; i++) {
        load->slots[i].load = load;
        strbuf_init(&load->slots[i].bytes, STRBUF_NO_LIMIT);
    }
    int status = uv_loop_init(&load->loop);
    if (status == 0) {
        start_next(load);
        uv_run(&load->loop, UV_RUN_DEFAULT);
        uv_loop_close(&load->loop);
    } else {
        *VEC_PUSH(load->arena, &load->result->problems) =
            (struct walk_problem){SLICE(""), host_error_from_uv(status)};
    }
    for (size_t i = 0; i < SLOTS; i++) {
        strbuf_release(&load->slots[i].bytes);
        if (load->slots[i].parser)
            inline_parser_free(load->slots[i].parser);
    }
}

static int compare_paths(const void *a, const void *b)
{
    return slice_compare(((const struct walk_path *)a)->path, ((const struct walk_path *)b)->path);
}

/* The documents to read, sorted, each once; says of everything else that it exists. */
static void collect(struct load *load)
{
    const struct load_options *options = load->options;
    load->named = arena_array(load->arena, options->named_count, sizeof *load->named);
    for (size_t i = 0; i < options->named_count; i++)
        load->named[i] = options->named[i];
    if (options->named_count)
        qsort(load->named, options->named_count, sizeof *load->named, compare_slices);
    for (size_t i = 0; i < options->named_count; i++)
        if (i == 0 || !slice_equal(load->named[i], load->named[i - 1]))
            *VEC_PUSH(load->arena, &load->documents) =
                (struct walk_path){load->named[i], false, true};
    for (size_t i = 0; i < load->result->walk.paths.len; i++) {
        const struct walk_path *path = &load->result->walk.paths.items[i];
        if (path->document && !is_named(load, path->path))
            *VEC_PUSH(load->arena, &load->documents) = *path;
        else if (!path->document)
            workspace_set_path(load->workspace, path->path, path->folder ? PATH_FOLDER : PATH_FILE);
    }
    if (load->documents.len)
        qsort(load->documents.items, load->documents.len, sizeof *load->documents.items,
              compare_paths);
}

void load_root(const char *root, struct workspace *workspace, const struct load_options *options,
               struct arena *arena, struct load_result *result)
{
    *result = (struct load_result){0};
    struct load load = {.root = root,
                        .workspace = workspace,
                        .settings = workspace_settings(workspace),
                        .options = options,
                        .arena = arena,
                        .result = result};
    struct walk_request request = {.root = root,
                                   .settings = load.settings,
                                   .named = options->folders,
                                   .named_count = options->folder_count};
    walk_root(&request, arena, &result->walk);
    for (size_t i = 0; i < result->walk.problems.len; i++)
        *VEC_PUSH(arena, &result->problems) = result->walk.problems.items[i];
    collect(&load);
    read_all(&load);
    if (!result->stopped)
        load_unknown_paths(root, workspace);
}

static enum path_state state_on_disk(struct arena *arena, const char *root, struct slice path)
{
    switch (paths_kind(paths_join(arena, root, path), NULL)) {
    case PATH_KIND_NONE:
        return PATH_MISSING;
    case PATH_KIND_FOLDER:
        return PATH_FOLDER;
    case PATH_KIND_FILE:
    case PATH_KIND_OTHER:
        break;
    }
    return PATH_FILE;
}

void load_unknown_paths(const char *root, struct workspace *workspace)
{
    struct arena arena;
    arena_init(&arena);
    struct slice *paths = arena_array(&arena, UNKNOWN_AT_ONCE, sizeof *paths);
    size_t count;
    while ((count = workspace_unknown_paths(workspace, paths, UNKNOWN_AT_ONCE, &arena)) > 0)
        for (size_t i = 0; i < count; i++)
            workspace_set_path(workspace, paths[i], state_on_disk(&arena, root, paths[i]));
    arena_release(&arena);
}
