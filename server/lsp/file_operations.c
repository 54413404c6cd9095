/* file_operations.c: files that the user renames, makes and deletes in the editor. */
#include "lsp/file_operations.h"

#include "host/paths.h"
#include "lsp/reading.h"
#include "lsp/scan.h"
#include "lsp/uri.h"
#include "lsp/workspace_edit.h"

#include <planls/rename.h>
#include <string.h>

cJSON *file_operations_new_capability(void)
{
    static const char *const names[] = {"willRename", "willDelete", "didCreate", "didRename",
                                        "didDelete"};
    cJSON *all = cJSON_CreateObject();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cJSON *options = json_set(all, names[i], cJSON_CreateObject());
        cJSON *filters = json_set(options, "filters", cJSON_CreateArray());
        cJSON *filter = json_push(filters, cJSON_CreateObject());
        json_set(filter, "scheme", cJSON_CreateString("file"));
        cJSON *pattern = json_set(filter, "pattern", cJSON_CreateObject());
        json_set(pattern, "glob", cJSON_CreateString("**/*"));
    }
    return all;
}

struct moves {
    VEC_MEMBERS(struct planls_move);
};

/* Where the URI's file is, or would be; NULL where it is none of this machine. */
static const char *path_of(const cJSON *file, const char *key, struct arena *arena)
{
    struct slice uri;
    if (!json_get_string(file, key, &uri))
        return NULL;
    const char *path = uri_to_path(arena, uri);
    return path && path[0] == '/' ? paths_real(arena, path) : NULL;
}

static void read_moves(const cJSON *files, struct arena *arena, struct moves *out)
{
    const cJSON *file;
    cJSON_ArrayForEach(file, files)
    {
        const char *from = path_of(file, "oldUri", arena);
        const char *to = path_of(file, "newUri", arena);
        if (from && to)
            *VEC_PUSH(arena, out) = (struct planls_move){from, to};
    }
}

static bool exists(void *context, const char *path)
{
    (void)context;
    return paths_kind(path, NULL) != PATH_KIND_NONE;
}

/* The edits of a second workspace root join those of the first. */
static void join(cJSON *all, cJSON *more)
{
    cJSON *changes = cJSON_GetObjectItemCaseSensitive(all, "documentChanges");
    cJSON *others = cJSON_GetObjectItemCaseSensitive(more, "documentChanges");
    bool array = changes != NULL;
    if (!array) {
        changes = cJSON_GetObjectItemCaseSensitive(all, "changes");
        others = cJSON_GetObjectItemCaseSensitive(more, "changes");
    }
    while (others && others->child) {
        cJSON *one = cJSON_DetachItemViaPointer(others, others->child);
        if (array)
            json_push(changes, one);
        else
            cJSON_AddItemToObject(changes, one->string, one);
    }
    cJSON_Delete(more);
}

static void follow_in(struct project *project, const cJSON *files, cJSON **edit)
{
    struct planls_results *results = planls_results_new();
    struct moves moves = {0};
    struct planls_fix fix;
    const char *const *paths;
    size_t count;
    struct planls_outside outside = {.root = project->root, .exists = exists};
    read_moves(files, &results->arena, &moves);
    planls_move_documents(project->workspace, moves.items, moves.len, &outside, results, &paths,
                          &count);
    reading_load(project, paths, count);
    planls_move_files(project->workspace, moves.items, moves.len, &outside, results, &fix);
    if (fix.edit_count) {
        struct places places;
        places_init(&places, project);
        cJSON *one = workspace_edit_new(&places, &fix);
        places_release(&places);
        if (one && *edit)
            join(*edit, one);
        else if (one)
            *edit = one;
    }
    reading_unload(project, paths, count);
    planls_results_free(results);
}

static bool read_files(struct server *server, const cJSON *params, const cJSON **files,
                       struct reply *reply)
{
    *files = json_get(params, "files");
    if (!cJSON_IsArray(*files))
        reply_invalid(reply, "expected files, an array");
    else if (!projects_are_ready(server)) /* half the links would follow */
        reply_refuse(reply, "The workspace is still being read: try again in a moment");
    return !reply->error;
}

void file_operations_will_rename(struct server *server, const cJSON *params, struct reply *reply)
{
    const cJSON *files;
    if (!read_files(server, params, &files, reply))
        return;
    for (struct project *project = server->projects; project; project = project->next)
        if (project->root && project->ready && !project->doomed)
            follow_in(project, files, &reply->result);
}

/* What would have to follow if the files were renamed in their folders: links to them from elsewhere. */
static void count_links(struct project *project, const cJSON *files, size_t *links,
                        struct strbuf *names)
{
    struct planls_results *results = planls_results_new();
    struct moves moves = {0};
    struct planls_fix fix;
    const char *const *paths;
    const cJSON *file;
    size_t count;
    cJSON_ArrayForEach(file, files)
    {
        const char *path = path_of(file, "uri", &results->arena);
        if (path)
            *VEC_PUSH(&results->arena, &moves) =
                (struct planls_move){path, arena_printf(&results->arena, "%s-", path)};
    }
    struct planls_outside outside = {.root = project->root, .exists = exists};
    planls_move_documents(project->workspace, moves.items, moves.len, &outside, results, &paths,
                          &count);
    reading_load(project, paths, count);
    planls_move_files(project->workspace, moves.items, moves.len, &outside, results, &fix);
    for (size_t i = 0; i < fix.edit_count; i++) {
        bool again = i > 0 && strcmp(fix.edits[i].path, fix.edits[i - 1].path) == 0;
        if (!again)
            strbuf_printf(names, "%s%s", names->len ? ", " : "", fix.edits[i].path);
        ++*links;
    }
    reading_unload(project, paths, count);
    planls_results_free(results);
}

void file_operations_will_delete(struct server *server, const cJSON *params, struct reply *reply)
{
    const cJSON *files;
    size_t links = 0;
    struct strbuf names, text;
    if (!read_files(server, params, &files, reply))
        return;
    strbuf_init(&names, STRBUF_NO_LIMIT);
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (struct project *project = server->projects; project; project = project->next)
        if (project->root && !project->doomed)
            count_links(project, files, &links, &names);
    if (links > 0) {
        strbuf_printf(&text, "%zu link%s to what is deleted: %.*s%s", links, links > 1 ? "s" : "",
                      names.len < 200 ? (int)names.len : 200, names.ptr,
                      names.len < 200 ? "" : " …");
        cJSON *message = cJSON_CreateObject();
        json_set(message, "type", cJSON_CreateNumber(LOG_WARNING));
        json_set(message, "message", json_new_string(strbuf_slice(&text)));
        rpc_notify(server->bridge, "window/showMessage", message);
    }
    strbuf_release(&text);
    strbuf_release(&names);
}

void file_operations_did(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)reply;
    (void)params;
    for (struct project *project = server->projects; project; project = project->next)
        if (project->root && !project->doomed)
            scan_start(project);
}
