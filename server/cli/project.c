/* project.c: the workspaces in which a command's PATHs lie, loaded whole, and what was asked
 * for. */
#include "cli/project.h"

#include "cli/command.h"
#include "cli/output.h"
#include "cli/project_settings.h"
#include "features/facade.h"
#include "host/clock.h"
#include "host/files.h"
#include "host/paths.h"
#include "host/threads.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Loading that takes no longer shows no progress. */
#define PROGRESS_AFTER_MS 400
#define PROGRESS_EVERY_MS 100

#define STDIN_NAME "<stdin>"

/* What one opening is about, beside what it leaves behind. */
struct opening {
    struct projects *projects;
    const struct arguments *arguments;
    struct project *loading; /* for the loader's questions */
    bool progress, progress_shown;
    unsigned long long started, last;
};

/* ---- from PATHs to projects ------------------------------------------------------------------ */

static struct project *project_at(struct projects *projects, const char *root)
{
    for (size_t i = 0; i < projects->all.len; i++)
        if (strcmp(projects->all.items[i]->root, root) == 0)
            return projects->all.items[i];
    struct project *project = ARENA_NEW(&projects->arena, struct project);
    project->root = root;
    *VEC_PUSH(&projects->arena, &projects->all) = project;
    return project;
}

/* The project of a resolved path, and the path in it. */
static struct project *project_of(struct projects *projects, const char *path,
                                  struct slice *relative)
{
    struct project *project =
        project_at(projects, paths_workspace_root(&projects->arena, path, projects->cwd));
    paths_inside(project->root, path, relative);
    return project;
}

static void add_stdin(struct opening *opening)
{
    struct projects *projects = opening->projects;
    const char *name = arguments_value(opening->arguments, OPTION_STDIN_FILENAME);
    const char *path = paths_real(&projects->arena, paths_absolute(&projects->arena, projects->cwd,
                                                                   name ? name : STDIN_NAME));
    projects->stdin_project = project_of(projects, path, &projects->stdin_path);
}

static int add_operand(struct opening *opening, const char *operand)
{
    struct projects *projects = opening->projects;
    if (strcmp(operand, "-") == 0) {
        add_stdin(opening);
        return 0;
    }
    const char *path =
        paths_real(&projects->arena, paths_absolute(&projects->arena, projects->cwd, operand));
    enum host_error error;
    enum path_kind kind = paths_kind(path, &error);
    if (kind == PATH_KIND_NONE)
        return complain("%s: %s", operand, host_error_text(error));
    if (kind == PATH_KIND_OTHER)
        return complain("%s: %s", operand, host_error_text(HOST_NOT_REGULAR));
    struct slice relative;
    struct project *project = project_of(projects, path, &relative);
    if (kind == PATH_KIND_FOLDER)
        *VEC_PUSH(&projects->arena, &project->folders) = relative;
    else
        *VEC_PUSH(&projects->arena, &project->files) = relative;
    return 0;
}

static bool lies_in(struct slice folder, struct slice path)
{
    return folder.len == 0 ||
           (slice_starts(path, folder) && (path.len == folder.len || path.ptr[folder.len] == '/'));
}

bool project_selects(const struct project *project, struct slice path)
{
    for (size_t i = 0; i < project->folders.len; i++)
        if (lies_in(project->folders.items[i], path))
            return true;
    for (size_t i = 0; i < project->files.len; i++)
        if (slice_equal(project->files.items[i], path))
            return true;
    return false;
}

/* ---- loading --------------------------------------------------------------------------------- */

static bool keep(void *context, struct slice path)
{
    const struct opening *opening = context;
    return project_selects(opening->loading, path);
}

static bool progress(void *context, size_t done, size_t total)
{
    struct opening *opening = context;
    unsigned long long now = clock_milliseconds();
    if (now - opening->started < PROGRESS_AFTER_MS || now - opening->last < PROGRESS_EVERY_MS)
        return true;
    opening->last = now;
    opening->progress_shown = true;
    fprintf(stderr, "\r\x1B[Kreading %zu of %zu documents", done, total);
    fflush(stderr);
    return true;
}

static int put_stdin(struct projects *projects)
{
    struct project *project = projects->stdin_project;
    struct strbuf bytes;
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    enum host_error error = file_read_stdin(&bytes);
    if (error) {
        strbuf_release(&bytes);
        return complain("standard input: %s", host_error_text(error));
    }
    struct workspace *ws = project->workspace->ws;
    struct snapshot *snapshot = snapshot_new(projects->stdin_path, strbuf_slice(&bytes),
                                             workspace_settings(ws), workspace_parser(ws));
    snapshot_judge(snapshot);
    workspace_adopt(ws, snapshot);
    strbuf_release(&bytes);
    load_unknown_paths(project->root, ws);
    *VEC_PUSH(&projects->arena, &project->files) = projects->stdin_path;
    return 0;
}

/* Says what of the selected could not be read. */
static void report_problems(struct projects *projects, struct project *project)
{
    for (size_t i = 0; i < project->load.problems.len; i++) {
        const struct walk_problem *problem = &project->load.problems.items[i];
        if (!project_selects(project, problem->path))
            continue;
        const char *path = arena_cstring(&projects->arena, problem->path);
        complain("%s: %s", project_shown(projects, project, path), host_error_text(problem->error));
        projects->unreadable = true;
    }
}

/* A folder with a configuration of its own is a workspace of its own: selected as far as it lies in
 * what is selected. */
static void add_nested(struct projects *projects, struct project *project)
{
    for (size_t i = 0; i < project->load.walk.nested.len; i++) {
        struct slice folder = project->load.walk.nested.items[i];
        bool selected = false;
        for (size_t f = 0; f < project->folders.len; f++)
            selected = selected || lies_in(project->folders.items[f], folder);
        if (!selected)
            continue;
        struct project *nested =
            project_at(projects, paths_join(&projects->arena, project->root, folder));
        *VEC_PUSH(&projects->arena, &nested->folders) = SLICE("");
    }
}

static int load_project(struct opening *opening, struct project *project)
{
    struct projects *projects = opening->projects;
    if (project_apply_settings(projects, project, opening->arguments))
        return EXIT_UNUSABLE;
    project->workspace = planls_workspace_new();
    planls_workspace_configure(project->workspace, &project->settings);
    project->workspace->today = projects->today;
    opening->loading = project;
    struct load_options options = {.named = project->files.items,
                                   .named_count = project->files.len,
                                   .folders = project->folders.items,
                                   .folder_count = project->folders.len,
                                   .keep = keep,
                                   .progress = opening->progress ? progress : NULL,
                                   .context = opening};
    load_root(project->root, project->workspace->ws, &options, &projects->arena, &project->load);
    if (opening->progress_shown)
        fputs("\r\x1B[K", stderr);
    opening->progress_shown = false;
    report_problems(projects, project);
    add_nested(projects, project);
    return project == projects->stdin_project ? put_stdin(projects) : 0;
}

/* Was anything left out of what was selected? A selected folder itself never is. */
static bool leaves_out(const struct project *project)
{
    for (size_t f = 0; f < project->folders.len; f++)
        for (size_t i = 0; i < project->load.walk.left_out.len; i++) {
            struct slice folder = project->folders.items[f];
            struct slice path = project->load.walk.left_out.items[i];
            if (lies_in(folder, path) && !slice_equal(folder, path))
                return true;
        }
    return false;
}

static void complain_of_nothing(const struct projects *projects, const struct arguments *arguments)
{
    bool ignored = false;
    for (size_t i = 0; i < projects->all.len; i++)
        ignored = ignored || leaves_out(projects->all.items[i]);
    complain("no documents in %s%s",
             arguments->operands.len ? arguments->operands.items[0] : "this folder",
             ignored ? " (what git ignores or `exclude` names is left out)" : "");
}

int projects_open(struct projects *projects, const struct arguments *arguments)
{
    *projects = (struct projects){0};
    arena_init(&projects->arena);
    if (!paths_cwd_exists())
        return complain("the folder this was started in is not there any more");
    projects->cwd = paths_cwd(&projects->arena);
    projects->today = arguments_today(arguments);
    if (!load_use_threads(arguments_jobs(arguments)))
        return complain(THREADS_COMPLAINT);
    struct opening opening = {.projects = projects,
                              .arguments = arguments,
                              .progress = output_shows_progress(arguments),
                              .started = clock_milliseconds()};
    int status = arguments->operands.len == 0 ? add_operand(&opening, ".") : 0;
    for (size_t i = 0; i < arguments->operands.len && !status; i++)
        status = add_operand(&opening, arguments->operands.items[i]);
    /* Loading one may find others inside it. */
    for (size_t i = 0; i < projects->all.len && !status; i++)
        status = load_project(&opening, projects->all.items[i]);
    if (!status && projects_count(projects) == 0 && !projects->unreadable)
        complain_of_nothing(projects, arguments);
    return status;
}

void projects_release(struct projects *projects)
{
    for (size_t i = 0; i < projects->all.len; i++) {
        planls_workspace_free(projects->all.items[i]->workspace);
        planls_workspace_free(projects->all.items[i]->base);
        config_release(&projects->all.items[i]->config);
    }
    arena_release(&projects->arena);
}

/* ---- asking ---------------------------------------------------------------------------------- */

size_t projects_count(const struct projects *projects)
{
    size_t count = 0;
    for (size_t i = 0; i < projects->all.len; i++) {
        const struct project *project = projects->all.items[i];
        const struct workspace *ws = project->workspace->ws;
        for (size_t d = 0; d < workspace_count(ws); d++) {
            const struct document *document = workspace_at(ws, d);
            count += document->judged && project_selects(project, document->path);
        }
    }
    return count;
}

/* A file that is not loaded: the other side of a finding. */
static const struct text *read_text(struct projects *projects, const char *file)
{
    struct strbuf bytes;
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    struct text *text = NULL;
    if (file_read(file, &bytes) == HOST_OK) {
        text = ARENA_NEW(&projects->arena, struct text);
        text_init(text, arena_copy(&projects->arena, strbuf_slice(&bytes)), &projects->arena);
    }
    strbuf_release(&bytes);
    return text;
}

const struct text *project_text(struct projects *projects, struct project *project,
                                const char *path)
{
    if (project->config.path && strcmp(project->config.path, path) == 0)
        return &project->config.text;
    const struct document *document = workspace_find(project->workspace->ws, slice_of(path));
    if (document && document->loaded)
        return &document->text;
    for (size_t i = 0; i < project->sources.len; i++)
        if (strcmp(project->sources.items[i].path, path) == 0)
            return project->sources.items[i].text;
    const struct text *text =
        read_text(projects, paths_absolute(&projects->arena, project->root, path));
    path = arena_cstring(&projects->arena, slice_of(path));
    *VEC_PUSH(&projects->arena, &project->sources) = (struct project_source){path, text};
    return text;
}

const char *project_shown(struct projects *projects, const struct project *project,
                          const char *path)
{
    if (strcmp(path, STDIN_NAME) == 0)
        return path;
    return paths_from(&projects->arena, projects->cwd,
                      paths_absolute(&projects->arena, project->root, path));
}

const char *project_path(struct projects *projects, const struct project *project, const char *path)
{
    const struct project *first = projects->all.items[0];
    if (project == first)
        return path;
    return paths_from(&projects->arena, first->root,
                      paths_absolute(&projects->arena, project->root, path));
}
