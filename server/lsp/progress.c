/* progress.c: $/progress. */
#include "lsp/progress.h"

/* So many of a list go into one partial result. */
#define AT_ONCE 100

const cJSON *progress_token(const cJSON *params, const char *name)
{
    const cJSON *token = json_get(params, name);
    int64_t number;
    bool known = cJSON_IsString(token) ||
                 (json_int(token, &number) && number >= INT32_MIN && number <= INT32_MAX);
    return known ? token : NULL;
}

void progress_send(struct server *server, const cJSON *token, cJSON *value)
{
    if (!token) {
        cJSON_Delete(value);
        return;
    }
    cJSON *params = cJSON_CreateObject();
    json_set(params, "token", cJSON_Duplicate(token, true));
    json_set(params, "value", value);
    rpc_notify(server->bridge, "$/progress", params);
}

cJSON *progress_in_parts(struct server *server, const cJSON *params, cJSON *result)
{
    const cJSON *token = progress_token(params, "partialResultToken");
    while (token && cJSON_IsArray(result) && result->child) {
        cJSON *part = cJSON_CreateArray();
        for (int i = 0; i < AT_ONCE && result->child; i++)
            json_push(part, cJSON_DetachItemViaPointer(result, result->child));
        progress_send(server, token, part);
    }
    return result;
}

static cJSON *new_value(const char *kind, const char *message)
{
    cJSON *value = cJSON_CreateObject();
    json_set(value, "kind", cJSON_CreateString(kind));
    if (message)
        json_set(value, "message", cJSON_CreateString(message));
    return value;
}

void progress_begin(struct server *server, const cJSON *token, const char *title, bool cancellable)
{
    cJSON *value = new_value("begin", NULL);
    json_set(value, "title", cJSON_CreateString(title));
    json_set(value, "cancellable", cJSON_CreateBool(cancellable));
    json_set(value, "percentage", cJSON_CreateNumber(0));
    progress_send(server, token, value);
}

void progress_report(struct server *server, const cJSON *token, const char *message,
                     uint32_t percentage)
{
    cJSON *value = new_value("report", message);
    json_set(value, "percentage", cJSON_CreateNumber(percentage));
    progress_send(server, token, value);
}

void progress_end(struct server *server, const cJSON *token, const char *message)
{
    progress_send(server, token, new_value("end", message));
}
