/* scan.c: which files are there, and which have changed. */
#include "lsp/scan.h"

#include "base/hash.h"
#include "host/paths.h"
#include "host/walk.h"
#include "lsp/checks.h"
#include "lsp/configuration.h"
#include "lsp/files.h"
#include "lsp/folders.h"
#include "lsp/publish.h"

#include <stdlib.h>
#include <string.h>

/* By the clock no more often than this, and a scan may take a fiftieth of the time. */
#define INTERVAL_MS       2000
#define INTERVAL_PER_SCAN 50
/* A question is answered from a scan at most so old, or sets off another. */
#define FRESH_MS 1000
/* … which waits until the client has said nothing for so long, but no longer than that: whoever asks one
 * question after the other gets answers, not the processor's other work. */
#define QUIET_MS    50
#define PATIENCE_MS 1000

/* What is kept from one scan to the next: a scan that meets the same again changes nothing. It is the
 * project's between scans and the scan's while one is under way, which may outlive the project at the end. */
struct scanned {
    uint64_t hash;    /* of all that was met */
    uint64_t applied; /* project->file_changes after that */
    struct arena arena;
    struct slice *asked; /* paths that no walk meets, looked up again */
    size_t asked_count;
    uint64_t gathered; /* project->file_changes when these were */
};

struct scan {
    struct job job;
    struct project *project;
    char *root;
    bool shallow;
    struct slice *named; /* the client's folders in it, relative to the root */
    size_t named_count;
    char *editor; /* settings that count where there is no file; or NULL */
    struct configuration *configuration;
    struct arena arena;
    struct walk walk;
    struct stamp *stamps;   /* one per path of the walk */
    struct scanned *before; /* owned until it is done */
    enum path_kind *kinds;  /* of what it asks for */
    uint64_t hash;          /* of the paths, the stamps and the kinds */
    uint64_t started;
};

static int64_t nanoseconds(uv_timespec_t time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

bool scan_stamp(const char *path, struct stamp *stamp)
{
    uv_fs_t request;
    int status = uv_fs_stat(NULL, &request, path, NULL);
    if (status == 0)
        *stamp = (struct stamp){request.statbuf.st_size, request.statbuf.st_ino,
                                nanoseconds(request.statbuf.st_mtim),
                                nanoseconds(request.statbuf.st_ctim)};
    uv_fs_req_cleanup(&request);
    return status == 0;
}

/* ---- on the pool ----------------------------------------------------------------------------- */

static void read_configuration(struct scan *scan)
{
    struct config *config = &scan->configuration->config;
    const char *file = paths_join(&scan->arena, scan->root, SLICE(CONFIG_FILE_NAME));
    if (config_read(config, file, CONFIG_FILE_NAME) == HOST_OK || !scan->editor)
        return;
    cJSON *settings = json_parse(slice_of(scan->editor));
    config_from_editor(config, settings);
    cJSON_Delete(settings);
    scan->configuration->editor = memory_string(slice_of(scan->editor));
}

/* Those of the client's folders that belong to this root and not to one in it. */
static void keep_own_folders(struct scan *scan)
{
    size_t kept = 0;
    for (size_t i = 0; i < scan->named_count; i++) {
        const char *path = paths_join(&scan->arena, scan->root, scan->named[i]);
        if (strcmp(paths_workspace_root(&scan->arena, path, path), scan->root) == 0)
            scan->named[kept++] = scan->named[i];
    }
    scan->named_count = kept;
}

static uint64_t hash_of(const struct scan *scan)
{
    uint64_t hash = HASH_START;
    const struct walk *walk = &scan->walk;
    for (size_t i = 0; i < walk->paths.len; i++) {
        const struct walk_path *path = &walk->paths.items[i];
        uint64_t parts[] = {hash, hash_words(path->path), path->folder, path->document};
        hash = hash_words((struct slice){(const char *)parts, sizeof parts});
    }
    uint64_t parts[] = {
        hash,
        hash_words(
            (struct slice){(const char *)scan->stamps, walk->paths.len * sizeof *scan->stamps}),
        hash_words((struct slice){(const char *)scan->kinds,
                                  scan->before->asked_count * sizeof *scan->kinds}),
    };
    return hash_words((struct slice){(const char *)parts, sizeof parts});
}

static void run(struct job *job)
{
    struct scan *scan = (struct scan *)job;
    read_configuration(scan);
    keep_own_folders(scan);
    struct walk_request request = {.root = scan->root,
                                   .settings = &scan->configuration->config.settings,
                                   .named = scan->named,
                                   .named_count = scan->named_count,
                                   .named_only = scan->shallow};
    walk_root(&request, &scan->arena, &scan->walk);
    size_t count = scan->walk.paths.len;
    scan->stamps = arena_array(&scan->arena, count, sizeof *scan->stamps);
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < count; i++) {
        struct walk_path *path = &scan->walk.paths.items[i];
        if (path->document)
            scan_stamp(paths_join(&scratch, scan->root, path->path), &scan->stamps[i]);
    }
    for (size_t i = 0; i < scan->before->asked_count; i++)
        scan->kinds[i] = paths_kind(paths_join(&scratch, scan->root, scan->before->asked[i]), NULL);
    arena_release(&scratch);
    scan->hash = hash_of(scan);
}

/* ---- on the analysis thread ------------------------------------------------------------------ */

static bool same_configuration(const struct configuration *a, const struct configuration *b)
{
    return slice_equal(a->config.text.bytes, b->config.text.bytes) &&
           !a->config.path == !b->config.path &&
           slice_equal(slice_of(a->editor), slice_of(b->editor));
}

static enum path_state state_of(bool exists, bool folder)
{
    return !exists ? PATH_MISSING : folder ? PATH_FOLDER : PATH_FILE;
}

static void set_path(struct project *project, struct file *file, bool exists, bool folder)
{
    struct slice path = {file->path, file->path_len};
    project_before_change(project, path);
    file->on_disk = exists;
    file->folder = folder;
    workspace_set_path(project->workspace->ws, path, state_of(exists, folder));
    project_after_change(project, path);
}

static void remove_document(struct project *project, struct file *file)
{
    struct slice path = {file->path, file->path_len};
    file->document = file->to_read = file->to_check = false;
    file->asked = (struct stamp){0};
    file->read_number++;
    file->stamp = (struct stamp){0};
    if (file->open)
        return;
    project_before_change(project, path);
    workspace_remove(project->workspace->ws, path);
    project_after_change(project, path);
    publish_nothing(project, file);
}

static void meet(struct project *project, const struct walk_path *met, const struct stamp *stamp)
{
    struct file *file = files_get(project, met->path);
    file->scan = project->scans;
    file->looked_up = false;
    bool was_document = file->on_disk && file->document;
    if (!met->document) {
        if (was_document)
            remove_document(project, file);
        if (!file->on_disk || file->folder != met->folder || was_document)
            set_path(project, file, true, met->folder);
        return;
    }
    bool changed = !was_document || memcmp(&file->stamp, stamp, sizeof *stamp) != 0;
    file->on_disk = file->document = true;
    file->folder = false;
    /* A read that takes longer than the time between two scans is not begun again. */
    bool under_way = memcmp(&file->asked, stamp, sizeof *stamp) == 0;
    if (changed && !under_way && !file->open) {
        file->asked = *stamp;
        files_want_read(project, file);
    }
}

static void apply(struct project *project, const struct scan *scan)
{
    project->scans++;
    for (size_t i = 0; i < scan->walk.paths.len; i++)
        meet(project, &scan->walk.paths.items[i], &scan->stamps[i]);
    for (size_t i = 0; i < project->scanned->asked_count; i++) {
        struct file *file = files_get(project, project->scanned->asked[i]);
        bool exists = scan->kinds[i] != PATH_KIND_NONE;
        bool folder = scan->kinds[i] == PATH_KIND_FOLDER;
        if (file->looked_up && (file->on_disk != exists || file->folder != folder))
            set_path(project, file, exists, folder);
    }
    for (struct file *file = project->files; file; file = file->hh.next) {
        if (file->looked_up || !file->on_disk || file->scan == project->scans)
            continue;
        if (file->document)
            remove_document(project, file);
        set_path(project, file, false, false);
    }
}

/* A folder that is not there (yet) is none: the document in it may be new. */
static void tell_problems(const struct project *project, const struct scan *scan)
{
    for (size_t i = 0; i < scan->walk.problems.len; i++) {
        const struct walk_problem *problem = &scan->walk.problems.items[i];
        if (problem->error != HOST_NOT_FOUND)
            server_log(project->server, LOG_WARNING, "%s/%.*s: %s", project->root,
                       SLICE_ARG(problem->path), host_error_text(problem->error));
    }
}

static uint64_t hash_nested(const struct walk *walk)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < walk->nested.len; i++)
        hash = hash_add(hash_add(hash, walk->nested.items[i]), SLICE("\n"));
    return hash;
}

/* A workspace inside of the client's folders is the client's too. */
static void load_nested(const struct project *project, struct scan *scan)
{
    for (size_t i = 0; i < scan->walk.nested.len; i++) {
        const char *root = paths_join(&scan->arena, project->root, scan->walk.nested.items[i]);
        struct slice relative;
        if (folders_find(project->server, root))
            (void)projects_for_path(project->server, root, &relative);
    }
}

static bool done(struct job *job, struct server *server)
{
    struct scan *scan = (struct scan *)job;
    struct project *project = scan->project;
    if (project_job_done(project))
        return true;
    struct scanned *scanned = project->scanned = scan->before;
    scan->before = NULL;
    project->scanning = false;
    project->scan_ended = server->now;
    project->scan_took = server->now - scan->started;
    bool first = project->scans == 0;
    if (first || !same_configuration(project->configuration, scan->configuration)) {
        project_configure(project, scan->configuration);
        scan->configuration = NULL;
        publish_configuration(project, files_get(project, SLICE(CONFIG_FILE_NAME)));
        if (project->configuration->editor)
            configuration_tell_problems(server, &project->configuration->config);
        server->roots_changed = true;
    }
    if (first || scan->hash != scanned->hash || project->file_changes != scanned->applied) {
        apply(project, scan);
        scanned->hash = scan->hash;
        scanned->applied = project->file_changes;
    }
    uint64_t nested = hash_nested(&scan->walk);
    server->roots_changed = server->roots_changed || nested != project->nested;
    project->nested = nested;
    load_nested(project, scan);
    if (first) {
        tell_problems(project, scan);
        checks_run_early(server);
    }
    if (project->scan_again) {
        project->scan_again = false;
        scan_start(project);
    }
    project_proceed(project);
    return true;
}

static void free_scanned(struct scanned *scanned)
{
    if (scanned)
        arena_release(&scanned->arena);
    free(scanned);
}

static void free_scan(struct job *job)
{
    struct scan *scan = (struct scan *)job;
    free_scanned(scan->before);
    configuration_release(scan->configuration);
    arena_release(&scan->arena);
    free(scan->editor);
    free(scan->root);
    free(scan);
}

/* Which paths to look up again; they are the same as long as no file's state has changed. */
static void gather_asked(struct project *project)
{
    struct scanned *scanned = project->scanned;
    if (scanned && scanned->gathered == project->file_changes)
        return;
    if (!scanned) {
        project->scanned = scanned = memory_alloc(sizeof *scanned);
        *scanned = (struct scanned){0};
        arena_init(&scanned->arena);
    }
    size_t count = 0;
    arena_clear(&scanned->arena);
    for (const struct file *file = project->files; file; file = file->hh.next)
        count += file->looked_up;
    scanned->asked = arena_array(&scanned->arena, count, sizeof *scanned->asked);
    scanned->asked_count = 0;
    for (const struct file *file = project->files; file; file = file->hh.next)
        if (file->looked_up)
            scanned->asked[scanned->asked_count++] =
                arena_copy(&scanned->arena, (struct slice){file->path, file->path_len});
    scanned->gathered = project->file_changes;
}

void scan_forget(struct project *project)
{
    free_scanned(project->scanned);
}

static void gather_folders(struct scan *scan, const struct folder *folder)
{
    size_t count = 0;
    for (const struct folder *each = folder; each; each = each->next)
        count++;
    scan->named = arena_array(&scan->arena, count, sizeof *scan->named);
    for (; folder; folder = folder->next) {
        struct slice relative;
        if (paths_inside(scan->root, folder->path, &relative) && relative.len)
            scan->named[scan->named_count++] = arena_copy(&scan->arena, relative);
    }
}

void scan_start(struct project *project)
{
    if (!project->root)
        return;
    if (project->scanning) {
        project->scan_again = true;
        return;
    }
    struct server *server = project->server;
    struct scan *scan = memory_alloc(sizeof *scan);
    *scan = (struct scan){.job = {.run = run, .done = done, .free = free_scan},
                          .project = project,
                          .root = memory_string(slice_of(project->root)),
                          .shallow = project->shallow,
                          .configuration = configuration_new(),
                          .started = server->now};
    if (server->editor_settings)
        scan->editor = memory_string(slice_of(server->editor_settings));
    arena_init(&scan->arena);
    gather_folders(scan, server->folders);
    gather_asked(project);
    scan->before = project->scanned;
    project->scanned = NULL;
    scan->kinds = arena_array(&scan->arena, scan->before->asked_count, sizeof *scan->kinds);
    project->scanning = true;
    project->scan_wanted = 0;
    project->jobs++;
    bridge_start(server->bridge, &scan->job);
}

void scan_if_stale(struct project *project)
{
    uint64_t now = project->server->now;
    if (!project->root || project->scanning || project->scan_wanted ||
        now - project->scan_ended <= FRESH_MS)
        return;
    project->scan_wanted = now;
}

/* When it is time to look by the clock again. */
static uint64_t next_by_clock(const struct project *project)
{
    uint64_t interval = project->scan_took * INTERVAL_PER_SCAN;
    return project->scan_ended + (interval > INTERVAL_MS ? interval : INTERVAL_MS);
}

uint64_t scan_due(const struct project *project)
{
    const struct server *server = project->server;
    uint64_t since = project->scan_wanted;
    if (!project->root || project->scanning || project->doomed)
        return UINT64_MAX;
    if (!since && server->client.watches_files)
        return UINT64_MAX;
    since = since ? since : next_by_clock(project);
    if (since > server->now)
        return since - server->now;
    uint64_t quiet = server->now - server->heard;
    bool waits = quiet < QUIET_MS && server->now - since < PATIENCE_MS;
    return waits ? QUIET_MS - quiet : 0;
}
