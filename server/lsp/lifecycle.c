/* lifecycle.c: initialize, initialized, shutdown, exit, $/setTrace. */
#include "lsp/lifecycle.h"

#include "lsp/configuration.h"
#include "lsp/folders.h"
#include "lsp/project.h"
#include "lsp/uri.h"
#include "lsp/watched_files.h"

/* workspaceFolders first: LSP4IJ sends rootUri with exactly one root only, old clients rootPath. */
static void read_folders(struct server *server, const cJSON *params)
{
    const cJSON *folders = json_get(params, "workspaceFolders");
    const cJSON *folder;
    struct slice uri;
    cJSON_ArrayForEach(folder, folders)
    {
        if (json_get_string(folder, "uri", &uri))
            folders_add(server, uri);
    }
    if (server->folders || cJSON_IsArray(folders))
        return;
    if (json_get_string(params, "rootUri", &uri)) {
        folders_add(server, uri);
    } else if (json_get_string(params, "rootPath", &uri)) {
        struct strbuf made;
        strbuf_init(&made, STRBUF_NO_LIMIT);
        uri_from_path(uri.ptr, &made);
        folders_add(server, strbuf_slice(&made));
        strbuf_release(&made);
    }
}

static void set_trace(struct server *server, const cJSON *value)
{
    struct slice trace;
    server->trace = json_string(value, &trace) && !slice_is(trace, "off");
}

void lifecycle_initialize(struct server *server, const cJSON *params, struct reply *reply)
{
    int64_t parent;
    if (server->state != SERVER_NEW) {
        reply_fail(reply, RPC_INVALID_REQUEST, "already initialized");
        return;
    }
    if (!cJSON_IsObject(params)) {
        reply_invalid(reply, "expected an object");
        return;
    }
    client_read(&server->client, json_get(params, "capabilities"));
    read_folders(server, params);
    set_trace(server, json_get(params, "trace"));
    configuration_set(server, json_get(params, "initializationOptions"));
    if (json_int(json_get(params, "processId"), &parent))
        bridge_watch_parent(server->bridge, parent);
    server->state = SERVER_RUNNING;
    reply->result = cJSON_CreateObject();
    json_set(reply->result, "capabilities", client_new_server_capabilities(&server->client));
    cJSON *info = json_set(reply->result, "serverInfo", cJSON_CreateObject());
    json_set(info, "name", cJSON_CreateString("planls"));
    json_set(info, "version", cJSON_CreateString(planls_version()));
}

void lifecycle_initialized(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)params;
    if (server->initialized) { /* a name is registered once */
        reply_fail(reply, RPC_INVALID_REQUEST, "initialized already");
        return;
    }
    server->initialized = true;
    watched_files_register(server);
    configuration_register(server);
    configuration_pull(server);
    projects_follow_folders(server);
}

void lifecycle_shutdown(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)params;
    if (server->state == SERVER_RUNNING) {
        server->state = SERVER_SHUT_DOWN;
        return;
    }
    bool early = server->state == SERVER_NEW;
    reply_fail(reply, early ? RPC_SERVER_NOT_INITIALIZED : RPC_INVALID_REQUEST,
               early ? "not initialized yet" : "shut down already");
}

void lifecycle_exit(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)params;
    (void)reply;
    server->exit_status = server->state == SERVER_SHUT_DOWN ? 0 : 1;
    server->finished = true;
}

void lifecycle_set_trace(struct server *server, const cJSON *params, struct reply *reply)
{
    if (!cJSON_IsString(json_get(params, "value")))
        reply_invalid(reply, "expected value, a string");
    else
        set_trace(server, json_get(params, "value"));
}
