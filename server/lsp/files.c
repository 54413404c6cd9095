/* files.c: a project's paths and the queues they wait in. */
#include "lsp/files.h"

#include "host/paths.h"
#include "lsp/folders.h"
#include "lsp/publish.h"

#include <stdlib.h>
#include <string.h>

struct file *files_find(const struct project *project, struct slice path)
{
    struct file *file = NULL;
    HASH_FIND(hh, project->files, path.ptr, path.len, file);
    return file;
}

struct file *files_get(struct project *project, struct slice path)
{
    struct file *file = files_find(project, path);
    if (file)
        return file;
    file = memory_alloc(sizeof *file + path.len + 1);
    memset(file, 0, sizeof *file);
    memcpy(file->path, path.ptr, path.len);
    file->path[path.len] = '\0';
    file->path_len = path.len;
    HASH_ADD_KEYPTR(hh, project->files, file->path, path.len, file);
    return file;
}

void files_free(struct project *project)
{
    struct file *file, *next;
    HASH_ITER(hh, project->files, file, next)
    {
        HASH_DEL(project->files, file);
        free(file->published_uri);
        free(file->report);
        free(file);
    }
    free(project->to_read.items);
    free(project->to_check.items);
}

/* ---- queues ---------------------------------------------------------------------------------- */

static void push(struct file_queue *queue, struct file *file)
{
    if (queue->first > 0 && queue->first == queue->len)
        queue->first = queue->len = 0;
    if (queue->len == queue->cap) {
        queue->cap = queue->cap ? queue->cap * 2 : 64;
        queue->items = memory_realloc(queue->items, queue->cap * sizeof(struct file *));
    }
    queue->items[queue->len++] = file;
}

static struct file *pop(struct file_queue *queue)
{
    return queue->first < queue->len ? queue->items[queue->first++] : NULL;
}

void files_want_read(struct project *project, struct file *file)
{
    file->to_read = true;
    if (!file->queued_read)
        push(&project->to_read, file);
    file->queued_read = true;
}

void files_want_check(struct project *project, struct file *file)
{
    if (!file->to_check)
        file->marked = project->server->now;
    file->to_check = true;
    if (!file->queued_check && !file->open)
        push(&project->to_check, file);
    file->queued_check = file->queued_check || !file->open;
}

struct file *files_next_read(struct project *project)
{
    struct file *file;
    while ((file = pop(&project->to_read))) {
        file->queued_read = false;
        if (file->to_read && !file->open)
            return file;
        file->to_read = false;
        file->asked = (struct stamp){0};
        project->file_changes++;
    }
    return NULL;
}

struct file *files_next_check(struct project *project)
{
    struct file *file;
    while ((file = pop(&project->to_check))) {
        file->queued_check = false;
        if (file->to_check && !file->open)
            return file;
    }
    return NULL;
}

/* ---- who is to be judged --------------------------------------------------------------------- */

static void want_check_of(struct project *project, const struct document *document)
{
    struct file *file = files_get(project, document->path);
    if (file->open || (document->judged && files_is_shown(project, file)))
        files_want_check(project, file);
}

void files_check_all(struct project *project)
{
    const struct workspace *ws = project->workspace->ws;
    for (size_t i = 0; i < workspace_count(ws); i++)
        want_check_of(project, workspace_at(ws, i));
}

void files_check_dependents(struct project *project, struct slice path, bool stays)
{
    struct arena arena;
    struct document_list list = {0};
    arena_init(&arena);
    if (stays)
        workspace_edit_dependents(project->workspace->ws, path, &arena, &list);
    else
        workspace_dependents(project->workspace->ws, path, &arena, &list);
    for (size_t i = 0; i < list.len; i++)
        want_check_of(project, list.items[i]);
    arena_release(&arena);
}

const char *files_path(const struct project *project, const struct file *file, struct arena *arena)
{
    return paths_join(arena, project->root, (struct slice){file->path, file->path_len});
}

/* Is there a project of a folder below that holds it too? That one tells of it then. */
static bool is_anothers(const struct project *project, const struct file *file)
{
    struct arena arena;
    bool found = false;
    arena_init(&arena);
    const char *path = NULL;
    for (const struct project *other = project->server->projects; other && !found;
         other = other->next) {
        struct slice relative;
        if (other == project || other->doomed || !other->root ||
            strlen(other->root) <= strlen(project->root))
            continue;
        path = path ? path : files_path(project, file, &arena);
        found = paths_inside(other->root, path, &relative);
    }
    arena_release(&arena);
    return found;
}

bool files_is_shown(const struct project *project, const struct file *file)
{
    if (!project->root || !project->server->folders || is_anothers(project, file))
        return false;
    if (folders_find(project->server, project->root))
        return true;
    struct arena arena;
    arena_init(&arena);
    bool shown = folders_find(project->server, files_path(project, file, &arena)) != NULL;
    arena_release(&arena);
    return shown;
}

void files_take_back(struct project *project)
{
    for (struct file *file = project->files; file; file = file->hh.next) {
        if (file->open || (!file->published_uri && !file->report))
            continue;
        struct slice path = {file->path, file->path_len};
        const struct document *document = workspace_find(project->workspace->ws, path);
        bool judged = document ? document->judged : slice_is(path, CONFIG_FILE_NAME);
        if (!judged || !files_is_shown(project, file))
            publish_nothing(project, file);
    }
}
