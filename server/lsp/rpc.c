/* rpc.c: JSON-RPC envelopes. */
#include "lsp/rpc.h"

#include <stdio.h>

bool rpc_id_key(const cJSON *id, char key[RPC_ID_SIZE])
{
    struct slice name;
    int64_t number;
    if (json_string(id, &name) && name.len < RPC_ID_SIZE - 2)
        snprintf(key, RPC_ID_SIZE, "\"%.*s\"", SLICE_ARG(name));
    else if (json_int(id, &number))
        snprintf(key, RPC_ID_SIZE, "%lld", (long long)number);
    else
        return false;
    return true;
}

static bool is_id(const cJSON *id)
{
    int64_t number;
    return cJSON_IsString(id) || json_int(id, &number);
}

void rpc_read(struct rpc_message *message, struct slice bytes)
{
    *message = (struct rpc_message){.kind = RPC_NO_JSON, .json = json_parse(bytes)};
    if (!message->json)
        return;
    message->kind = RPC_NO_MESSAGE;
    const cJSON *id = json_get(message->json, "id");
    if (is_id(id))
        message->id = id;
    message->params = json_get(message->json, "params");
    bool has_params = message->params && !cJSON_IsNull(message->params);
    if (!has_params)
        message->params = NULL;
    if (json_get_string(message->json, "method", &message->method)) {
        if (has_params && !cJSON_IsObject(message->params) && !cJSON_IsArray(message->params))
            return;
        if (message->id)
            message->kind = RPC_REQUEST;
        else if (!id)
            message->kind = RPC_NOTIFICATION;
    } else if (!json_get(message->json, "method") && id &&
               (json_get(message->json, "result") || json_get(message->json, "error"))) {
        message->kind = RPC_RESPONSE;
    }
}

void rpc_release(struct rpc_message *message)
{
    cJSON_Delete(message->json);
    message->json = NULL;
}

static void send_message(struct bridge *bridge, cJSON *message)
{
    struct strbuf body;
    strbuf_init(&body, STRBUF_NO_LIMIT);
    json_print(message, &body);
    bridge_send(bridge, strbuf_slice(&body));
    strbuf_release(&body);
    cJSON_Delete(message);
}

static cJSON *new_message(void)
{
    cJSON *message = cJSON_CreateObject();
    json_set(message, "jsonrpc", cJSON_CreateString("2.0"));
    return message;
}

static cJSON *new_response(const cJSON *id)
{
    cJSON *message = new_message();
    json_set(message, "id", id ? cJSON_Duplicate(id, true) : cJSON_CreateNull());
    return message;
}

void rpc_respond(struct bridge *bridge, const cJSON *id, cJSON *result)
{
    cJSON *message = new_response(id);
    json_set(message, "result", result ? result : cJSON_CreateNull());
    send_message(bridge, message);
}

static void fail(struct bridge *bridge, const cJSON *id, enum rpc_code code, const char *text,
                 cJSON *data)
{
    cJSON *message = new_response(id);
    cJSON *error = json_set(message, "error", cJSON_CreateObject());
    json_set(error, "code", cJSON_CreateNumber(code));
    json_set(error, "message", cJSON_CreateString(text));
    if (data)
        json_set(error, "data", data);
    send_message(bridge, message);
}

void rpc_fail(struct bridge *bridge, const cJSON *id, enum rpc_code code, const char *text)
{
    fail(bridge, id, code, text, NULL);
}

void rpc_ask_again(struct bridge *bridge, const cJSON *id, const char *text)
{
    cJSON *data = cJSON_CreateObject();
    json_set(data, "retriggerRequest", cJSON_CreateBool(true));
    fail(bridge, id, RPC_SERVER_CANCELLED, text, data);
}

void rpc_notify(struct bridge *bridge, const char *method, cJSON *params)
{
    cJSON *message = new_message();
    json_set(message, "method", cJSON_CreateString(method));
    if (params)
        json_set(message, "params", params);
    send_message(bridge, message);
}

void rpc_request(struct bridge *bridge, uint32_t id, const char *method, cJSON *params)
{
    cJSON *message = new_message();
    json_set(message, "id", cJSON_CreateNumber(id));
    json_set(message, "method", cJSON_CreateString(method));
    if (params)
        json_set(message, "params", params);
    send_message(bridge, message);
}
