/* base.c: what the documents of a project were at a revision. */
#include "cli/base.h"

#include "cli/command.h"
#include "features/facade.h"
#include "host/git.h"
#include "host/walk.h"

#include <stdlib.h>

struct reading {
    struct project *project;
    struct slice *paths; /* where each file asked for stands now */
};

static int compare_from(const void *a, const void *b)
{
    return slice_compare(((const struct git_move *)a)->from, ((const struct git_move *)b)->from);
}

/* Where a file of the revision stands now; `moves` are sorted by `from`. */
static struct slice path_now(const struct git_move *moves, size_t count, struct slice path)
{
    struct git_move key = {.from = path};
    const struct git_move *move =
        count ? bsearch(&key, moves, count, sizeof *moves, compare_from) : NULL;
    return move ? move->to : path;
}

static bool belongs(const struct project *project, struct slice path)
{
    for (size_t i = 0; i < project->load.walk.nested.len; i++) {
        struct slice folder = project->load.walk.nested.items[i];
        if (slice_starts(path, folder) && path.len > folder.len && path.ptr[folder.len] == '/')
            return false;
    }
    for (size_t i = 0; i < project->files.len; i++)
        if (slice_equal(project->files.items[i], path))
            return true;
    return walk_is_document(&project->settings, path);
}

static void take(void *context, size_t index, struct slice bytes)
{
    const struct reading *reading = context;
    struct workspace *ws = reading->project->base->ws;
    workspace_put(ws, reading->paths[index], bytes);
    workspace_unload(ws, reading->paths[index]);
}

static int open_project(struct projects *projects, struct project *project, const char *revision)
{
    struct arena *arena = &projects->arena;
    const char *why = NULL;
    struct git_revision git;
    if (!git_open(&git, project->root, revision, arena, &why))
        return complain("%s", why);
    struct git_move *moves = arena_array(arena, git.moves.len + 1, sizeof *moves);
    for (size_t i = 0; i < git.moves.len; i++)
        moves[i] = git.moves.items[i];
    qsort(moves, git.moves.len, sizeof *moves, compare_from);
    struct git_file *files = arena_array(arena, git.files.len + 1, sizeof *files);
    struct reading reading = {project, arena_array(arena, git.files.len + 1, sizeof(struct slice))};
    size_t count = 0;
    for (size_t i = 0; i < git.files.len; i++) {
        struct slice path = path_now(moves, git.moves.len, git.files.items[i].path);
        if (!belongs(project, path))
            continue;
        files[count] = git.files.items[i];
        reading.paths[count++] = path;
        if (!slice_equal(path, git.files.items[i].path))
            *VEC_PUSH(arena, &project->moves) =
                (struct project_move){git.files.items[i].path, path};
    }
    project->base = planls_workspace_new();
    planls_workspace_configure(project->base, &project->settings);
    if (!git_read(&git, files, count, take, &reading, arena, &why))
        return complain("%s", why);
    planls_workspace_set_base(project->workspace, project->base);
    return 0;
}

int base_open(struct projects *projects, const char *revision)
{
    int status = 0;
    for (size_t i = 0; i < projects->all.len && !status; i++)
        status = open_project(projects, projects->all.items[i], revision);
    return status;
}
