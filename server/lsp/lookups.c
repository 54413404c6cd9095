/* lookups.c: asking on the pool whether paths exist. */
#include "lsp/lookups.h"

#include "host/paths.h"
#include "lsp/files.h"

#include <stdlib.h>

/* Asked for in one job. */
#define AT_ONCE 4096

struct lookup {
    struct job job;
    struct project *project;
    char *root;
    struct arena arena;
    struct slice *paths;
    enum path_kind *kinds;
    size_t count;
};

static void run(struct job *job)
{
    struct lookup *lookup = (struct lookup *)job;
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < lookup->count; i++)
        lookup->kinds[i] = paths_kind(paths_join(&scratch, lookup->root, lookup->paths[i]), NULL);
    arena_release(&scratch);
}

static bool done(struct job *job, struct server *server)
{
    struct lookup *lookup = (struct lookup *)job;
    struct project *project = lookup->project;
    (void)server;
    if (project_job_done(project))
        return true;
    project->lookups--;
    struct workspace *ws = project->workspace->ws;
    for (size_t i = 0; i < lookup->count; i++) {
        enum path_kind kind = lookup->kinds[i];
        struct file *file = files_get(project, lookup->paths[i]);
        if (workspace_path_state(ws, lookup->paths[i]) != PATH_UNKNOWN)
            continue;
        file->looked_up = true;
        project->file_changes++;
        file->on_disk = kind != PATH_KIND_NONE;
        file->folder = kind == PATH_KIND_FOLDER;
        workspace_set_path(ws, lookup->paths[i],
                           !file->on_disk ? PATH_MISSING
                           : file->folder ? PATH_FOLDER
                                          : PATH_FILE);
        if (project->ready)
            files_check_dependents(project, lookup->paths[i], true);
    }
    project->generation++;
    if (project->ready && lookup->count == AT_ONCE)
        lookups_start_all(project);
    project_proceed(project);
    return true;
}

static void free_lookup(struct job *job)
{
    struct lookup *lookup = (struct lookup *)job;
    arena_release(&lookup->arena);
    free(lookup->root);
    free(lookup);
}

static struct lookup *new_lookup(struct project *project)
{
    struct lookup *lookup = memory_alloc(sizeof *lookup);
    *lookup = (struct lookup){.job = {.run = run, .done = done, .free = free_lookup},
                              .project = project,
                              .root = memory_string(slice_of(project->root))};
    arena_init(&lookup->arena);
    lookup->paths = arena_array(&lookup->arena, AT_ONCE, sizeof *lookup->paths);
    lookup->kinds = arena_array(&lookup->arena, AT_ONCE, sizeof *lookup->kinds);
    return lookup;
}

static size_t start(struct lookup *lookup)
{
    struct project *project = lookup->project;
    size_t count = lookup->count;
    if (count == 0) {
        free_lookup(&lookup->job);
        return 0;
    }
    for (size_t i = 0; i < count; i++)
        lookup->paths[i] = arena_copy(&lookup->arena, lookup->paths[i]);
    project->jobs++;
    project->lookups++;
    bridge_start(project->server->bridge, &lookup->job);
    return count;
}

size_t lookups_start(struct project *project, const struct document *document)
{
    struct lookup *lookup = new_lookup(project);
    lookup->count = workspace_unknown_paths_of(project->workspace->ws, document, lookup->paths,
                                               AT_ONCE, &lookup->arena);
    return start(lookup);
}

size_t lookups_start_all(struct project *project)
{
    struct lookup *lookup = new_lookup(project);
    lookup->count =
        workspace_unknown_paths(project->workspace->ws, lookup->paths, AT_ONCE, &lookup->arena);
    return start(lookup);
}
