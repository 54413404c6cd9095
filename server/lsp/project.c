/* project.c: workspace roots, and their life from the first scan to the last job. */
#include "lsp/project.h"

#include "host/clock.h"
#include "host/paths.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/folders.h"
#include "lsp/index_progress.h"
#include "lsp/lookups.h"
#include "lsp/reading.h"
#include "lsp/scan.h"

#include <stdlib.h>
#include <string.h>

static struct planls_workspace *new_workspace(const struct configuration *configuration)
{
    struct planls_workspace *workspace = planls_workspace_new();
    planls_workspace_configure(workspace, &configuration->config.settings);
    struct date today = date_from_days(clock_today());
    planls_workspace_set_today(workspace, today.year, today.month, today.day);
    return workspace;
}

struct configuration *configuration_new(void)
{
    struct configuration *configuration = memory_alloc(sizeof *configuration);
    *configuration = (struct configuration){.users = 1};
    config_init(&configuration->config);
    return configuration;
}

void configuration_release(struct configuration *configuration)
{
    if (!configuration || --configuration->users > 0)
        return;
    config_release(&configuration->config);
    free(configuration->editor);
    free(configuration);
}

static struct project *new_project(struct server *server)
{
    struct project *project = memory_alloc(sizeof *project);
    *project = (struct project){.server = server, .configuration = configuration_new()};
    project->workspace = new_workspace(project->configuration);
    project->next = server->projects;
    server->projects = project;
    return project;
}

struct project *projects_new_alone(struct server *server)
{
    struct project *project = new_project(server);
    project->ready = true;
    return project;
}

static bool is_folder_of_system(struct arena *arena, const char *root,
                                int (*ask)(char *buffer, size_t *size))
{
    char path[1024];
    size_t size = sizeof path;
    return ask(path, &size) == 0 && strcmp(root, paths_real(arena, path)) == 0;
}

/* The home folder and the file system's root hold far more than anybody's plan; so does the folder for
 * temporary files, where nobody has opened it as a folder. */
static bool holds_too_much(struct arena *arena, const char *root, bool opened)
{
    return strcmp(root, "/") == 0 || is_folder_of_system(arena, root, uv_os_homedir) ||
           (!opened && is_folder_of_system(arena, root, uv_os_tmpdir));
}

struct project *projects_for_path(struct server *server, const char *path, struct slice *relative)
{
    struct arena arena;
    arena_init(&arena);
    const struct folder *folder = folders_find(server, path);
    const char *root = paths_workspace_root(&arena, path, folder ? folder->path : "/");
    struct project *project = server->projects;
    while (project && (project->doomed || !project->root || strcmp(project->root, root) != 0))
        project = project->next;
    if (!project) {
        project = new_project(server);
        project->root = memory_string(slice_of(root));
        project->shallow = holds_too_much(&arena, root, folder != NULL);
        server_log(server, LOG_INFO, "workspace %s", root);
        scan_start(project);
    }
    if (!paths_inside(project->root, path, relative))
        *relative = slice_of(path);
    arena_release(&arena);
    return project;
}

bool project_has_open(const struct project *project)
{
    const struct file *file = project->files;
    while (file && !file->open)
        file = file->hh.next;
    return file != NULL;
}

bool project_is_needed(const struct project *project)
{
    if (project_has_open(project))
        return true;
    const struct folder *folder = project->server->folders;
    for (; folder && project->root; folder = folder->next) {
        struct slice relative;
        if (paths_inside(project->root, folder->path, &relative) ||
            paths_inside(folder->path, project->root, &relative))
            return true;
    }
    return false;
}

bool projects_are_ready(const struct server *server)
{
    const struct project *project = server->projects;
    while (project && (project->ready || project->doomed))
        project = project->next;
    return !project;
}

bool projects_are_at_rest(const struct server *server)
{
    const struct project *project = server->projects;
    while (project && project->jobs == 0 && project->to_check.first == project->to_check.len)
        project = project->next;
    return !project;
}

void projects_follow_folders(struct server *server)
{
    struct project *next;
    for (struct project *project = server->projects; project; project = next) {
        next = project->next;
        if (project->doomed)
            continue;
        if (project->ready) {
            files_take_back(project);
            files_check_all(project);
        }
        if (!project_is_needed(project))
            project_let_go(project);
    }
    for (const struct folder *folder = server->folders; folder; folder = folder->next) {
        struct slice relative;
        const struct project *newest = server->projects;
        struct project *project = projects_for_path(server, folder->path, &relative);
        /* One that was there before may have left the folder out: git ignores it. */
        if (relative.len && server->projects == newest)
            scan_start(project);
    }
    /* What a new one tells of, an old one has told of. */
    for (struct project *project = server->projects; project; project = project->next)
        if (project->ready && !project->doomed)
            files_take_back(project);
}

static void free_project(struct project *project)
{
    struct project **link = &project->server->projects;
    while (*link != project)
        link = &(*link)->next;
    *link = project->next;
    files_free(project);
    scan_forget(project);
    planls_workspace_free(project->workspace);
    configuration_release(project->configuration);
    free(project->root);
    free(project);
}

void project_let_go(struct project *project)
{
    project->doomed = true;
    if (project->jobs == 0)
        free_project(project);
}

bool project_job_done(struct project *project)
{
    project->jobs--;
    if (!project->doomed)
        return false;
    if (project->jobs == 0)
        free_project(project);
    return true;
}

void projects_free(struct server *server)
{
    while (server->projects)
        free_project(server->projects);
}

void project_configure(struct project *project, struct configuration *configuration)
{
    struct planls_workspace *old = project->workspace;
    struct configuration *old_configuration = project->configuration;
    project->configuration = configuration;
    project->workspace = new_workspace(configuration);
    refresh_settings(project);
    project->ready = false;
    project->generation++;
    project->file_changes++;
    for (struct file *file = project->files; file; file = file->hh.next) {
        const struct document *document = file->open ? facade_document(old, file->path) : NULL;
        if (document)
            workspace_put(project->workspace->ws, document->path, document->text.bytes);
        file->on_disk = file->looked_up = false;
        file->read_number++; /* what is being read now was read for the old settings */
    }
    planls_workspace_free(old);
    configuration_release(old_configuration);
}

/* All that is loaded has been loaded: from now on questions are answered and documents judged. */
static void become_ready(struct project *project)
{
    project->ready = project->was_ready = true;
    project->generation++; /* what was found early is not all */
    project->had_plan = workspace_has_plan(project->workspace->ws);
    size_t count = workspace_count(project->workspace->ws);
    server_log(project->server, LOG_INFO, "%zu document%s below %s", count, count == 1 ? "" : "s",
               project->root);
    files_take_back(project);
    files_check_all(project);
}

void project_proceed(struct project *project)
{
    reading_start(project);
    if (!project->ready)
        index_progress_follow(project->server);
    if (project->ready || project->scanning || project->reads > 0 || project->lookups > 0)
        return;
    if (lookups_start_all(project) > 0)
        return;
    become_ready(project);
    index_progress_follow(project->server);
}

void project_before_change(struct project *project, struct slice path)
{
    project->had_document = workspace_find(project->workspace->ws, path) != NULL;
    if (project->ready)
        files_check_dependents(project, path, project->had_document);
}

void project_after_change(struct project *project, struct slice path)
{
    project->generation++;
    if (!project->ready)
        return;
    const struct document *document = workspace_find(project->workspace->ws, path);
    bool has_plan = workspace_has_plan(project->workspace->ws);
    if (has_plan != project->had_plan) {
        project->had_plan = has_plan;
        files_check_all(project);
    } else {
        files_check_dependents(project, path, project->had_document && document);
    }
    if (document && project->root)
        lookups_start(project, document);
}
