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

void configuration_register(struct server *server)
{
    if (!server->client.registers_configuration)
        return;
    cJSON *params = cJSON_CreateObject();
    cJSON *registrations = json_set(params, "registrations", cJSON_CreateArray());
    cJSON *one = json_push(registrations, cJSON_CreateObject());
    json_set(one, "id", cJSON_CreateString("configuration"));
    json_set(one, "method", cJSON_CreateString("workspace/didChangeConfiguration"));
    cJSON *options = json_set(one, "registerOptions", cJSON_CreateObject());
    json_set(options, "section", cJSON_CreateString("planls"));
    server_request(server, "client/registerCapability", params, NULL);
}

void configuration_tell_problems(struct server *server, const struct config *config)
{
    for (size_t i = 0; i < config->problems.len; i++)
        server_log(server, LOG_WARNING, "the editor's settings for planls: %s",
                   config->problems.items[i].message);
    if (config->problems.len == 0)
        return;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_printf(&text, "Your settings for planls: %s", config->problems.items[0].message);
    if (config->problems.len > 1)
        strbuf_printf(&text, " (and %zu more, see the log)", config->problems.len - 1);
    cJSON *params = cJSON_CreateObject();
    json_set(params, "type", cJSON_CreateNumber(LOG_WARNING));
    json_set(params, "message", json_new_string(strbuf_slice(&text)));
    rpc_notify(server->bridge, "window/showMessage", params);
    strbuf_release(&text);
}

void configuration_did_change(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)reply;
    /* Some send what has changed, some only that something has. What a client that can be asked sends may
     * be all it has: only our own section counts then. */
    const cJSON *settings = json_get(params, "settings");
    if (!server->client.configuration || cJSON_IsObject(json_get(settings, "planls")))
        configuration_set(server, settings);
    configuration_pull(server);
}
