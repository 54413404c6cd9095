/* log.c: log lines to the client and to a file. */
#include "lsp/log.h"

#include "lsp/server.h"

/* Longer lines are cut. */
#define LINE_LIMIT 4096

static const char *const names[] = {
    [LOG_ERROR] = "error",
    [LOG_WARNING] = "warning",
    [LOG_INFO] = "info",
    [LOG_DEBUG] = "debug",
};

bool log_level_parse(struct slice name, enum log_level *level)
{
    for (int i = LOG_ERROR; i <= LOG_DEBUG; i++)
        if (slice_is(name, names[i])) {
            *level = (enum log_level)i;
            return true;
        }
    return false;
}

void server_log(struct server *server, enum log_level level, const char *format, ...)
{
    char line[LINE_LIMIT];
    va_list args;
    if (level > server->log.level)
        return;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (server->log.file) {
        fprintf(server->log.file, "[%s] %s\n", names[level], line);
        fflush(server->log.file);
    }
    if (server->state == SERVER_NEW || level == LOG_DEBUG)
        return;
    cJSON *params = cJSON_CreateObject();
    json_set(params, "type", cJSON_CreateNumber(level));
    json_set(params, "message", json_new_string(slice_of(line)));
    rpc_notify(server->bridge, "window/logMessage", params);
}
