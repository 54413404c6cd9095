/* folders.c: the client's workspace folders. */
#include "lsp/folders.h"

#include "base/arena.h"
#include "host/paths.h"
#include "lsp/dispatch.h"
#include "lsp/project.h"
#include "lsp/uri.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

static struct slice without_slash(struct slice uri)
{
    while (uri.len > 0 && uri.ptr[uri.len - 1] == '/')
        uri.len--;
    return uri;
}

static struct folder **link_of(struct server *server, struct slice uri)
{
    struct folder **link = &server->folders;
    while (*link && !slice_equal(slice_of((*link)->uri), uri))
        link = &(*link)->next;
    return link;
}

/* One that is not there may come; a file is never a folder. */
static bool is_file(const char *path)
{
    uv_fs_t request;
    bool file = uv_fs_stat(NULL, &request, path, NULL) == 0 &&
                (request.statbuf.st_mode & S_IFMT) == S_IFREG;
    uv_fs_req_cleanup(&request);
    return file;
}

void folders_add(struct server *server, struct slice uri)
{
    struct arena arena;
    arena_init(&arena);
    const char *path = uri_to_path(&arena, uri);
    struct folder **link = link_of(server, without_slash(uri));
    if (path && !*link && !is_file(path)) {
        *link = memory_alloc(sizeof **link);
        (*link)->uri = memory_string(without_slash(uri));
        (*link)->path = memory_string(slice_of(paths_real(&arena, path)));
        (*link)->next = NULL;
    }
    arena_release(&arena);
}

void folders_remove(struct server *server, struct slice uri)
{
    struct folder **link = link_of(server, without_slash(uri));
    struct folder *folder = *link;
    if (!folder)
        return;
    *link = folder->next;
    free(folder->uri);
    free(folder->path);
    free(folder);
}

void folders_free(struct server *server)
{
    while (server->folders)
        folders_remove(server, slice_of(server->folders->uri));
}

const struct folder *folders_find(const struct server *server, const char *path)
{
    const struct folder *best = NULL;
    for (const struct folder *folder = server->folders; folder; folder = folder->next) {
        struct slice relative;
        if (paths_inside(folder->path, path, &relative) &&
            (!best || strlen(folder->path) > strlen(best->path)))
            best = folder;
    }
    return best;
}

void folders_uri(const struct server *server, const char *path, struct strbuf *out)
{
    const struct folder *folder = folders_find(server, path);
    struct slice relative;
    if (!folder || !paths_inside(folder->path, path, &relative)) {
        uri_from_path(path, out);
        return;
    }
    strbuf_puts(out, folder->uri);
    strbuf_putc(out, '/');
    uri_escape(relative, out);
}

void folders_did_change(struct server *server, const cJSON *params, struct reply *reply)
{
    const cJSON *added = json_at(params, "event.added");
    const cJSON *removed = json_at(params, "event.removed");
    const cJSON *folder;
    struct slice uri;
    if (!cJSON_IsArray(added) || !cJSON_IsArray(removed)) {
        reply_invalid(reply, "expected event.added and event.removed");
        return;
    }
    cJSON_ArrayForEach(folder, removed)
    {
        if (json_get_string(folder, "uri", &uri))
            folders_remove(server, uri);
    }
    cJSON_ArrayForEach(folder, added)
    {
        if (json_get_string(folder, "uri", &uri))
            folders_add(server, uri);
    }
    projects_follow_folders(server);
    server->roots_changed = true;
}
