/* watched_files.c: changes on disk that the client tells. */
#include "lsp/watched_files.h"

#include "host/paths.h"
#include "lsp/files.h"
#include "lsp/scan.h"
#include "lsp/uri.h"

static const char *const globs[] = {"**/*.{md,markdown}", "**/.planls.json", "**/.gitignore"};

/* A client that announced it and then refuses is one that does not watch. */
static void registered(struct server *server, const cJSON *result)
{
    server->client.watches_files = result != NULL;
}

void watched_files_register(struct server *server)
{
    if (!server->client.watches_files)
        return;
    cJSON *params = cJSON_CreateObject();
    cJSON *registrations = json_set(params, "registrations", cJSON_CreateArray());
    cJSON *one = json_push(registrations, cJSON_CreateObject());
    json_set(one, "id", cJSON_CreateString("watched-files"));
    json_set(one, "method", cJSON_CreateString("workspace/didChangeWatchedFiles"));
    cJSON *options = json_set(one, "registerOptions", cJSON_CreateObject());
    cJSON *watchers = json_set(options, "watchers", cJSON_CreateArray());
    for (size_t i = 0; i < sizeof globs / sizeof *globs; i++) {
        cJSON *watcher = json_push(watchers, cJSON_CreateObject());
        json_set(watcher, "globPattern", cJSON_CreateString(globs[i]));
    }
    server_request(server, "client/registerCapability", params, registered);
}

/* Every project that holds the path looks again; the file itself is read whatever its stamp says. */
static void follow(struct server *server, const char *path)
{
    for (struct project *project = server->projects; project; project = project->next) {
        struct slice relative;
        if (project->doomed || !project->root || !paths_inside(project->root, path, &relative))
            continue;
        struct file *file = files_find(project, relative);
        if (file)
            file->stamp = file->asked = (struct stamp){0};
        project->file_changes++;
        scan_start(project);
    }
}

void watched_files_did_change(struct server *server, const cJSON *params, struct reply *reply)
{
    const cJSON *changes = json_get(params, "changes");
    const cJSON *change;
    if (!cJSON_IsArray(changes)) {
        reply_invalid(reply, "expected changes, an array");
        return;
    }
    cJSON_ArrayForEach(change, changes)
    {
        struct arena arena;
        struct slice uri = {NULL, 0};
        arena_init(&arena);
        json_get_string(change, "uri", &uri);
        const char *path = uri_to_path(&arena, uri);
        if (path)
            follow(server, paths_real(&arena, path));
        arena_release(&arena);
    }
}
