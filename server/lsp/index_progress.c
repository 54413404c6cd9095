/* index_progress.c: telling the user of the first reading of a large workspace. */
#include "lsp/index_progress.h"

#include "lsp/files.h"
#include "lsp/progress.h"
#include "lsp/scan.h"

#define TOKEN_PREFIX "planls-index-"

static cJSON *new_token(const struct server *server)
{
    char name[sizeof TOKEN_PREFIX + 12];
    snprintf(name, sizeof name, "%s%u", TOKEN_PREFIX, server->indexing.number);
    return cJSON_CreateString(name);
}

static bool is_loading(const struct project *project)
{
    return project->root && !project->ready && !project->doomed;
}

/* Of all projects that are being loaded: how many documents there are, how many reads were started. */
static size_t count(const struct server *server, size_t *started)
{
    size_t all = 0;
    *started = 0;
    for (const struct project *project = server->projects; project; project = project->next) {
        if (!is_loading(project))
            continue;
        all += project->to_read.len;
        *started += project->to_read.first;
    }
    return all;
}

static void begin(struct server *server)
{
    cJSON *token = new_token(server);
    server->indexing.state = INDEX_PROGRESS_SHOWN;
    server->indexing.percentage = 0;
    progress_begin(server, token, "Reading plans", true);
    cJSON_Delete(token);
}

/* The client has agreed, or not: then it is never asked again. */
static void agreed(struct server *server, const cJSON *result)
{
    size_t started;
    server->client.work_done_progress = result != NULL;
    bool wanted = result && server->indexing.state == INDEX_PROGRESS_ASKED;
    if (wanted && count(server, &started) > 0)
        begin(server);
    else
        server->indexing.state = INDEX_PROGRESS_NONE;
}

static void ask(struct server *server)
{
    cJSON *params = cJSON_CreateObject();
    server->indexing.number++;
    json_set(params, "token", new_token(server));
    server->indexing.state = INDEX_PROGRESS_ASKED;
    server_request(server, "window/workDoneProgress/create", params, agreed);
}

static void report(struct server *server, size_t all, size_t started)
{
    uint32_t percentage = all ? (uint32_t)(started * 100 / all) : 100;
    if (percentage <= server->indexing.percentage)
        return;
    char message[64];
    snprintf(message, sizeof message, "%zu of %zu documents", started, all);
    cJSON *token = new_token(server);
    server->indexing.percentage = percentage;
    progress_report(server, token, message, percentage);
    cJSON_Delete(token);
}

static void end(struct server *server, const char *message)
{
    cJSON *token = new_token(server);
    if (server->indexing.state == INDEX_PROGRESS_SHOWN)
        progress_end(server, token, message);
    server->indexing.state = INDEX_PROGRESS_NONE;
    cJSON_Delete(token);
}

void index_progress_follow(struct server *server)
{
    size_t started, all = count(server, &started);
    bool done = true;
    for (const struct project *project = server->projects; project; project = project->next)
        done = done && !is_loading(project);
    switch (server->indexing.state) {
    case INDEX_PROGRESS_NONE:
        if (server->client.work_done_progress && all > INDEX_PROGRESS_MANY && started < all)
            ask(server);
        break;
    case INDEX_PROGRESS_ASKED:
        break; /* `agreed` sees whether it is over by then */
    case INDEX_PROGRESS_SHOWN:
        if (done)
            end(server, NULL);
        else
            report(server, all, started);
        break;
    }
}

/* Only what is open counts from now on; what was read goes. */
static void give_up(struct project *project)
{
    while (files_next_read(project))
        ;
    project->shallow = true;
    project->configuration->users++;
    project_configure(project, project->configuration);
    server_log(project->server, LOG_INFO, "%s: reading was stopped: only what is open counts",
               project->root);
    scan_start(project);
}

void index_progress_cancel(struct server *server, const cJSON *params, struct reply *reply)
{
    struct slice given;
    cJSON *token = new_token(server);
    bool ours = json_get_string(params, "token", &given) && slice_is(given, token->valuestring);
    cJSON_Delete(token);
    (void)reply;
    if (!ours || server->indexing.state != INDEX_PROGRESS_SHOWN)
        return;
    end(server, "stopped: only what is open counts");
    for (struct project *project = server->projects; project; project = project->next)
        if (is_loading(project))
            give_up(project);
}
