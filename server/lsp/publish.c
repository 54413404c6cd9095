/* publish.c: textDocument/publishDiagnostics. */
#include "lsp/publish.h"

#include "host/paths.h"
#include "lsp/diagnostics.h"
#include "lsp/documents.h"
#include "lsp/files.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a, 64 bits (Fowler, Noll, Vo): tells one list of findings from the next. */
static uint64_t hash(struct slice s)
{
    uint64_t value = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++)
        value = (value ^ (unsigned char)s.ptr[i]) * 1099511628211u;
    return value;
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
    struct strbuf printed;
    strbuf_init(&printed, STRBUF_NO_LIMIT);
    json_print(params, &printed);
    uint64_t now = hash(strbuf_slice(&printed));
    strbuf_release(&printed);

    bool renamed = file->published_uri && strcmp(file->published_uri, uri->valuestring) != 0;
    if (renamed)
        publish_nothing((struct project *)places->project, file);
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

void publish_findings(struct project *project, struct file *file,
                      const struct planls_diagnostics *findings)
{
    struct places places;
    places_init(&places, project);
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < findings->len; i++) {
        cJSON *one = diagnostics_new(&places, &findings->items[i]);
        if (one)
            json_push(list, one);
    }
    send_list(&places, file, list);
    places_release(&places);
}

void publish_nothing(struct project *project, struct file *file)
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

void publish_configuration(struct project *project)
{
    const struct config *config = &project->configuration->config;
    struct file *file = files_get(project, SLICE(CONFIG_FILE_NAME));
    struct places places;
    places_init(&places, project);
    places_put_text(&places, CONFIG_FILE_NAME, &config->text);
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; config->path && i < config->problems.len; i++) {
        cJSON *one = diagnostics_new(&places, &config->problems.items[i]);
        if (one)
            json_push(list, one);
    }
    send_list(&places, file, list);
    places_release(&places);
}
