/* reading.c: reading files and making documents of them on the pool. */
#include "lsp/reading.h"

#include "host/files.h"
#include "lsp/checks.h"
#include "lsp/files.h"
#include "lsp/publish.h"
#include "lsp/scan.h"
#include "syntax/inline.h"

#include <stdlib.h>
#include <string.h>

/* So many jobs are under way at once, of so many files each: enough for the pool's threads, and the
 * analysis thread is never kept from a question for longer than it takes to adopt one batch. */
#define MAX_JOBS 4
#define BATCH    32

struct reading_one {
    struct file *file; /* the project's: not looked at on the pool */
    uint32_t number;
    struct slice path;
    const char *absolute;
    uint64_t known; /* hash of the text whose model is there */
    struct stamp stamp;
    enum host_error error;
    struct snapshot *snapshot;
};

struct reading {
    struct job job;
    struct project *project;
    struct configuration *configuration;
    struct arena arena;
    struct reading_one items[BATCH];
    size_t count;
    size_t taken_in;
};

/* ---- on the pool ----------------------------------------------------------------------------- */

static void read_one(struct reading_one *one, struct strbuf *bytes, const struct settings *settings,
                     struct inline_parser *parser)
{
    strbuf_clear(bytes);
    /* The stamp is taken first: a change meanwhile makes the next scan read again. */
    scan_stamp(one->absolute, &one->stamp);
    one->error = file_read(one->absolute, bytes);
    if (one->error != HOST_OK)
        return;
    one->snapshot = snapshot_renewed(one->path, strbuf_slice(bytes), one->known, settings, parser);
    snapshot_keep_lines(one->snapshot);
}

static void run(struct job *job)
{
    struct reading *reading = (struct reading *)job;
    struct inline_parser *parser = inline_parser_new();
    struct strbuf bytes;
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < reading->count; i++)
        read_one(&reading->items[i], &bytes, &reading->configuration->config.settings, parser);
    strbuf_release(&bytes);
    inline_parser_free(parser);
}

/* ---- on the analysis thread ------------------------------------------------------------------ */

/* The file cannot be read: it exists, but says nothing. */
static void give_up(struct project *project, struct file *file, enum host_error error)
{
    struct slice path = {file->path, file->path_len};
    if (error != HOST_NOT_FOUND)
        server_log(project->server, LOG_WARNING, "%s: %s", file->path, host_error_text(error));
    project_before_change(project, path);
    workspace_remove(project->workspace->ws, path);
    workspace_set_path(project->workspace->ws, path,
                       error == HOST_NOT_FOUND ? PATH_MISSING : PATH_FILE);
    project_after_change(project, path);
    publish_nothing(project, file);
}

/* A new model takes its place among the others. */
static void join(struct project *project, struct file *file, struct snapshot *snapshot,
                 bool changed)
{
    struct slice path = {file->path, file->path_len};
    if (changed)
        project_before_change(project, path);
    workspace_adopt(project->workspace->ws, snapshot);
    if (changed)
        project_after_change(project, path);
}

/* Joins the workspace and keeps its text; what is due to be judged is, while the text is there. */
static void adopt(struct project *project, struct reading_one *one)
{
    struct file *file = one->file;
    struct workspace *ws = project->workspace->ws;
    bool changed = memcmp(&file->stamp, &one->stamp, sizeof one->stamp) != 0;
    file->to_read = false;
    file->stamp = one->stamp;
    if (one->error) {
        give_up(project, file, one->error);
        return;
    }
    struct snapshot *snapshot = one->snapshot;
    project->file_changes += changed;
    one->snapshot = NULL;
    if (!snapshot_document(snapshot)->model) {
        if (!workspace_take_text(ws, one->path, snapshot)) {
            files_want_read(project, file); /* another has come in between */
            return;
        }
    } else {
        join(project, file, snapshot, changed);
    }
    if (changed && project->ready && workspace_find(ws, one->path)->judged &&
        files_is_shown(project, file))
        files_want_check(project, file);
    /* Judged while its text is here, unless paths it names are still being looked up. */
    if (project->ready && project->lookups == 0 && file->to_check)
        checks_run(project, file);
    else if (file->to_check)
        files_want_check(project, file);
}

static void take_in(struct project *project, struct reading_one *one)
{
    if (one->number != one->file->read_number)
        return; /* another read of it has begun since */
    one->file->asked = (struct stamp){0};
    project->file_changes++;
    if (one->file->open)
        return;
    adopt(project, one);
    workspace_unload(project->workspace->ws, one->path);
}

/* One document at a time: it may have to be judged, too. */
static bool done(struct job *job, struct server *server)
{
    struct reading *reading = (struct reading *)job;
    struct project *project = reading->project;
    (void)server;
    if (!project->doomed && reading->taken_in < reading->count)
        take_in(project, &reading->items[reading->taken_in++]);
    if (!project->doomed && reading->taken_in < reading->count)
        return false;
    if (project_job_done(project))
        return true;
    project->reads--;
    project->server->read_lately += reading->count;
    project_proceed(project);
    return true;
}

static void free_reading(struct job *job)
{
    struct reading *reading = (struct reading *)job;
    for (size_t i = 0; i < reading->count; i++)
        snapshot_free(reading->items[i].snapshot);
    configuration_release(reading->configuration);
    arena_release(&reading->arena);
    free(reading);
}

static struct reading *new_reading(struct project *project)
{
    struct reading *reading = memory_alloc(sizeof *reading);
    *reading = (struct reading){.job = {.run = run, .done = done, .free = free_reading},
                                .project = project,
                                .configuration = project->configuration};
    reading->configuration->users++;
    arena_init(&reading->arena);
    return reading;
}

void reading_start(struct project *project)
{
    while (project->reads < MAX_JOBS) {
        struct file *file = files_next_read(project);
        if (!file)
            return;
        struct reading *reading = new_reading(project);
        for (; file; file = reading->count < BATCH ? files_next_read(project) : NULL) {
            struct reading_one *one = &reading->items[reading->count++];
            one->file = file;
            one->number = ++file->read_number;
            one->path = arena_copy(&reading->arena, (struct slice){file->path, file->path_len});
            one->absolute = files_path(project, file, &reading->arena);
            one->known = workspace_text_hash(project->workspace->ws, one->path);
        }
        project->jobs++;
        project->reads++;
        bridge_start(project->server->bridge, &reading->job);
    }
}

/* ---- here and now ---------------------------------------------------------------------------- */

/* What has not changed since its model was made needs its text alone. */
static bool load_unchanged(struct project *project, struct reading_one *one, struct strbuf *bytes)
{
    scan_stamp(one->absolute, &one->stamp);
    if (memcmp(&one->file->stamp, &one->stamp, sizeof one->stamp) != 0 || one->file->to_check)
        return false;
    strbuf_clear(bytes);
    return file_read(one->absolute, bytes) == HOST_OK &&
           workspace_load(project->workspace->ws, one->path, strbuf_slice(bytes));
}

void reading_load(struct project *project, const char *const *paths, size_t count)
{
    struct workspace *ws = project->workspace->ws;
    struct arena arena;
    struct strbuf bytes;
    arena_init(&arena);
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < count; i++) {
        struct file *file = files_find(project, slice_of(paths[i]));
        const struct document *document = workspace_find(ws, slice_of(paths[i]));
        if (!file || !project->root || file->open || !document || document->loaded)
            continue;
        struct reading_one one = {.file = file,
                                  .number = ++file->read_number,
                                  .path = slice_of(file->path),
                                  .absolute = files_path(project, file, &arena)};
        if (load_unchanged(project, &one, &bytes))
            continue;
        read_one(&one, &bytes, &project->configuration->config.settings, workspace_parser(ws));
        adopt(project, &one);
    }
    strbuf_release(&bytes);
    arena_release(&arena);
}

void reading_unload(struct project *project, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct file *file = files_find(project, slice_of(paths[i]));
        if (file && !file->open)
            workspace_unload(project->workspace->ws, slice_of(paths[i]));
    }
}
