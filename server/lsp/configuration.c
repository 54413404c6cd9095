/* configuration.c: the editor's settings, pushed or pulled. */
#include "lsp/configuration.h"

#include "lsp/scan.h"

#include <stdlib.h>
#include <string.h>

void configuration_set(struct server *server, const cJSON *settings)
{
    const cJSON *section = json_get(settings, "planls");
    if (cJSON_IsObject(section))
        settings = section;
    if (!cJSON_IsObject(settings))
        return;
    struct strbuf printed;
    strbuf_init(&printed, STRBUF_NO_LIMIT);
    json_print(settings, &printed);
    bool same = server->editor_settings && strcmp(server->editor_settings, printed.ptr) == 0;
    if (!same) {
        free(server->editor_settings);
        server->editor_settings = memory_string(strbuf_slice(&printed));
        for (struct project *project = server->projects; project; project = project->next)
            if (!project->doomed)
                scan_start(project);
    }
    strbuf_release(&printed);
}

static void answered(struct server *server, const cJSON *result)
{
    configuration_set(server, cJSON_IsArray(result) ? result->child : NULL);
}

void configuration_pull(struct server *server)
{
    if (!server->client.configuration)
        return;
    cJSON *params = cJSON_CreateObject();
    cJSON *items = json_set(params, "items", cJSON_CreateArray());
    cJSON *item = json_push(items, cJSON_CreateObject());
    json_set(item, "section", cJSON_CreateString("planls"));
    server_request(server, "workspace/configuration", params, answered);
}

void configuration_did_change(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)reply;
    if (server->client.configuration)
        configuration_pull(server);
    else
        configuration_set(server, json_get(params, "settings"));
}
