/* workspace.c: the public face of a workspace (planls/workspace.h). */
#include "features/facade.h"

#include <stdlib.h>

struct planls_workspace *planls_workspace_new(void)
{
    struct planls_workspace *workspace = memory_alloc(sizeof *workspace);
    settings_init(&workspace->settings);
    workspace->ws = workspace_new(&workspace->settings);
    workspace->today = DATE_NONE;
    workspace->base = NULL;
    return workspace;
}

void planls_workspace_free(struct planls_workspace *workspace)
{
    if (!workspace)
        return;
    workspace_free(workspace->ws);
    free(workspace);
}

void planls_workspace_configure(struct planls_workspace *workspace, const struct settings *settings)
{
    workspace->settings = *settings;
}

const struct document *facade_document(const struct planls_workspace *workspace, const char *path)
{
    const struct document *document = workspace_find(workspace->ws, slice_of(path));
    return document && document->loaded ? document : NULL;
}

bool planls_workspace_put(struct planls_workspace *workspace, const char *path, const char *bytes,
                          size_t len)
{
    if (len > TEXT_MAX_BYTES)
        return false;
    workspace_put(workspace->ws, slice_of(path), (struct slice){bytes, len});
    return true;
}

bool planls_workspace_edit(struct planls_workspace *workspace, const char *path,
                           struct planls_range range, const char *new_bytes, size_t new_len)
{
    struct slice new_text = {new_bytes, new_len};
    return workspace_edit(workspace->ws, slice_of(path), facade_span(range), new_text) != NULL;
}

void planls_workspace_remove(struct planls_workspace *workspace, const char *path)
{
    workspace_remove(workspace->ws, slice_of(path));
}

void planls_workspace_path_exists(struct planls_workspace *workspace, const char *path, bool folder,
                                  bool exists)
{
    enum path_state state = !exists ? PATH_MISSING : folder ? PATH_FOLDER : PATH_FILE;
    workspace_set_path(workspace->ws, slice_of(path), state);
}

void planls_workspace_set_today(struct planls_workspace *workspace, int year, int month, int day)
{
    struct date date = {year, month, day};
    workspace->today = date_is_valid(date) ? date_to_days(date) : DATE_NONE;
}

void planls_workspace_set_base(struct planls_workspace *workspace,
                               const struct planls_workspace *base)
{
    workspace->base = base;
}

struct planls_results *planls_results_new(void)
{
    struct planls_results *results = memory_alloc(sizeof *results);
    arena_init(&results->arena);
    return results;
}

void planls_results_free(struct planls_results *results)
{
    if (!results)
        return;
    arena_release(&results->arena);
    free(results);
}

const char *planls_version(void)
{
    return PLANLS_VERSION;
}
