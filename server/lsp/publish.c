/* publish.c: textDocument/publishDiagnostics. */
#include "lsp/publish.h"

#include "host/paths.h"
#include "lsp/diagnostics.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/pull.h"

#include <stdlib.h>
#include <string.h>

void publish_take_back(struct project *project, struct file *file)
{
    if (!file->published_uri)
        return;
    cJSON *params = cJSON_CreateObject();
    json_set(params, "uri", cJSON_CreateString(file->published_uri));
    json_set(params, "diagnostics", cJSON_CreateArray());
    free(file->published_uri);
    file->published_uri = NULL;
    rpc_notify(project->server->bridge, "textDocument/publishDiagnostics", params);
}

/* Sends `list` (taken over) for the file unless it is what was sent last. */
static void send_list(struct places *places, struct file *file, cJSON *list)
{
    struct server *server = places->project->server;
    bool empty = cJSON_GetArraySize(list) == 0;
    cJSON *params = cJSON_CreateObject();
    cJSON *uri = json_set(params, "uri", places_new_uri(places, file->path));
    if (file->open && file->open->has_version)
        json_set(params, "version", cJSON_CreateNumber(file->open->version));
    json_set(params, "diagnostics", list);
    uint64_t now = diagnostics_hash(params);

    bool renamed = file->published_uri && strcmp(file->published_uri, uri->valuestring) != 0;
    if (renamed)
        publish_take_back((struct project *)places->project, file);
    bool news = file->published_uri ? file->published != now : !empty || file->open;
    if (!news) {
        cJSON_Delete(params);
        return;
    }
    if (!file->published_uri)
        file->published_uri = memory_string(slice_of(uri->valuestring));
    file->published = now;
    if (empty && !file->open) {
        free(file->published_uri);
        file->published_uri = NULL;
    }
    rpc_notify(server->bridge, "textDocument/publishDiagnostics", params);
}

/* Tells the client, or has it there for when the client asks, or both: a client that pulls what is open
 * may still ask for the workspace. Takes the list over. */
static void tell(struct project *project, struct places *places, struct file *file, cJSON *list)
{
    if (project->server->client.pulls)
        pull_keep(project, file, list);
    if (pull_is_for(project->server, file)) {
        publish_take_back(project, file);
        cJSON_Delete(list);
    } else {
        send_list(places, file, list);
    }
}

void publish_findings(struct project *project, struct file *file,
                      const struct planls_diagnostics *findings)
{
    struct places places;
    places_init(&places, project);
    tell(project, &places, file, diagnostics_new_list(&places, findings));
    places_release(&places);
}

void publish_nothing(struct project *project, struct file *file)
{
    publish_take_back(project, file);
    pull_forget(project->server, file);
}

void publish_leave_to_pull(struct server *server)
{
    for (struct project *project = server->projects; project; project = project->next)
        for (struct file *file = project->files; file; file = file->hh.next)
            if (pull_is_for(server, file))
                publish_take_back(project, file);
}

static void push_kept(struct project *project)
{
    struct places places;
    places_init(&places, project);
    for (struct file *file = project->files; file; file = file->hh.next)
        if (file->report && !file->open)
            send_list(&places, file, json_parse(slice_of(file->report)));
    places_release(&places);
}

void publish_what_is_kept(struct server *server)
{
    for (struct project *project = server->projects; project; project = project->next)
        push_kept(project);
}

cJSON *publish_new_configuration(struct project *project, const struct file *file,
                                 struct places *places)
{
    const struct config *config = &project->configuration->config;
    bool own = slice_is((struct slice){file->path, file->path_len}, CONFIG_FILE_NAME);
    if (file->open && file->open->buffer)
        config = file->open->buffer;
    else if (!own || !config->path || !*config->path)
        return cJSON_CreateArray();
    places_put_text(places, file->path, &config->text);
    return diagnostics_new_list(places, &config->problems);
}

void publish_configuration(struct project *project, struct file *file)
{
    struct places places;
    places_init(&places, project);
    tell(project, &places, file, publish_new_configuration(project, file, &places));
    places_release(&places);
}
