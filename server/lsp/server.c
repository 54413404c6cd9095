/* server.c: the analysis thread: takes mail in order, hands it to handlers, and judges documents when
 * nothing else is to do.
 */
#include "lsp/server.h"

#include "host/clock.h"
#include "host/memory.h"
#include "lsp/checks.h"
#include "lsp/dispatch.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/folders.h"
#include "lsp/plan_view.h"
#include "lsp/progress.h"
#include "lsp/pull.h"
#include "lsp/scan.h"
#include "lsp/waiting.h"
#include "workspace/symbols.h"

#include <stdlib.h>
#include <string.h>

/* So many documents read leave enough memory behind to give back. */
#define READ_MANY 256

/* Without anything to do the thread looks at the clock this often: for the date and the disk. */
#define IDLE_MS 60000

/* Documents whose names are read at a time, when the client has said nothing for so long. */
#define SYMBOLS_AT_ONCE  16
#define SYMBOLS_QUIET_MS 100

struct pending {
    uint32_t id;
    void (*answer)(struct server *server, const cJSON *result);
    struct pending *next;
};

/* ---- requests of our own --------------------------------------------------------------------- */

void server_request(struct server *server, const char *method, cJSON *params,
                    void (*answer)(struct server *server, const cJSON *result))
{
    struct pending *pending = memory_alloc(sizeof *pending);
    *pending = (struct pending){++server->last_request, answer, server->pending};
    server->pending = pending;
    rpc_request(server->bridge, pending->id, method, params);
}

/* A client that cannot do what was asked (MethodNotFound) has said so: that is all. */
static void take_response(struct server *server, const struct rpc_message *message)
{
    uint32_t id = 0;
    struct pending **link = &server->pending;
    bool known = json_u32(message->id, &id);
    while (*link && (!known || (*link)->id != id))
        link = &(*link)->next;
    struct pending *pending = *link;
    if (!pending) {
        server_log(server, LOG_WARNING, "a response to nothing that was asked");
        return;
    }
    struct slice error;
    if (json_get_string(message->json, "error.message", &error))
        server_log(server, LOG_DEBUG, "the client: %.*s", SLICE_ARG(error));
    *link = pending->next;
    if (pending->answer)
        pending->answer(server, json_get(message->json, "result"));
    free(pending);
}

/* ---- mail ------------------------------------------------------------------------------------ */

static const struct dispatch *find_entry(struct slice method)
{
    for (const struct dispatch *entry = dispatch_table; entry->method; entry++)
        if (slice_is(method, entry->method))
            return entry;
    return NULL;
}

bool reply_is_cancelled(struct server *server, const struct reply *reply)
{
    char key[RPC_ID_SIZE];
    return rpc_id_key(reply->id, key) && bridge_is_cancelled(server->bridge, slice_of(key));
}

static void fail(struct server *server, const struct rpc_message *message, enum rpc_code code,
                 const char *text)
{
    bool named = message->method.len > 0;
    rpc_fail(server->bridge, message->id, code, text);
    server_log(server, LOG_WARNING, "%.*s%s%s", SLICE_ARG(message->method), named ? ": " : "",
               text);
}

void server_answer(struct server *server, const struct rpc_message *message,
                   const struct dispatch *entry)
{
    struct reply reply = {.id = message->id};
    uint64_t start = uv_hrtime();
    entry->handler(server, message->params, &reply);
    if (message->kind == RPC_NOTIFICATION) {
        if (reply.error)
            server_log(server, LOG_WARNING, "%s: %s", entry->method, reply.message);
        cJSON_Delete(reply.result);
    } else if (reply.error == RPC_REQUEST_CANCELLED) {
        cJSON_Delete(reply.result);
        rpc_fail(server->bridge, message->id, reply.error, reply.message);
    } else if (reply.error) {
        cJSON_Delete(reply.result);
        fail(server, message, reply.error, reply.message);
    } else {
        rpc_respond(server->bridge, message->id,
                    progress_in_parts(server, message->params, reply.result));
    }
    if (server->trace) {
        char text[160];
        snprintf(text, sizeof text, "%s took %.1f ms", entry->method,
                 (double)(uv_hrtime() - start) / 1e6);
        cJSON *params = cJSON_CreateObject();
        json_set(params, "message", cJSON_CreateString(text));
        rpc_notify(server->bridge, "$/logTrace", params);
    }
}

static void take_request(struct server *server, struct rpc_message *message)
{
    const struct dispatch *entry = find_entry(message->method);
    bool life = entry && entry->kind == DISPATCH_LIFE;
    if (server->state == SERVER_NEW && !life)
        fail(server, message, RPC_SERVER_NOT_INITIALIZED, "not initialized yet");
    else if (server->state == SERVER_SHUT_DOWN && !life)
        fail(server, message, RPC_INVALID_REQUEST, "shut down already");
    else if (!entry || entry->kind == DISPATCH_NOTIFICATION)
        fail(server, message, RPC_METHOD_NOT_FOUND, "no such request");
    else if (reply_is_cancelled(server, &(struct reply){.id = message->id}))
        rpc_fail(server->bridge, message->id, RPC_REQUEST_CANCELLED, "cancelled");
    else if (waiting_is_needed(server, message, entry))
        waiting_add(server, message, entry);
    else
        server_answer(server, message, entry);
    if (server->state == SERVER_SHUT_DOWN)
        waiting_end(server);
}

static void take_notification(struct server *server, const struct rpc_message *message)
{
    char key[RPC_ID_SIZE];
    const struct dispatch *entry = find_entry(message->method);
    if (slice_is(message->method, "$/cancelRequest")) {
        /* The loop has set the flag when it came: what was not begun by then has seen it. */
        if (rpc_id_key(json_get(message->params, "id"), key)) {
            waiting_cancel(server, slice_of(key));
            bridge_forget_cancel(server->bridge, slice_of(key));
        }
        return;
    }
    bool exits = slice_is(message->method, "exit");
    if (!exits && server->state != SERVER_RUNNING)
        return; /* dropped, as the protocol has it */
    if (entry && (entry->kind == DISPATCH_NOTIFICATION || exits))
        server_answer(server, message, entry);
    else if (!slice_starts(message->method, SLICE("$/")))
        server_log(server, LOG_WARNING, "%.*s: no such notification", SLICE_ARG(message->method));
}

static void take_message(struct server *server, struct slice bytes)
{
    struct rpc_message message;
    rpc_read(&message, bytes);
    switch (message.kind) {
    case RPC_REQUEST:
        take_request(server, &message);
        break;
    case RPC_NOTIFICATION:
        take_notification(server, &message);
        break;
    case RPC_RESPONSE:
        take_response(server, &message);
        break;
    case RPC_NO_JSON:
        fail(server, &message, RPC_PARSE_ERROR, "the message is no JSON");
        break;
    case RPC_NO_MESSAGE:
        fail(server, &message, RPC_INVALID_REQUEST, "the JSON is no message");
        break;
    }
    rpc_release(&message);
}

static void take_mail(struct server *server, const struct mail *mail)
{
    switch (mail->kind) {
    case MAIL_MESSAGE:
        take_message(server, (struct slice){mail->bytes, mail->len});
        break;
    case MAIL_PROBLEM:
        server_log(server, LOG_ERROR, "%s", framing_problem_text(mail->problem));
        break;
    case MAIL_CLOSED:
        server->exit_status = server->state == SERVER_SHUT_DOWN ? 0 : 1;
        server->finished = true;
        break;
    }
}

/* ---- turns ----------------------------------------------------------------------------------- */

/* A new day changes what depends on the date. */
static void follow_date(struct project *project)
{
    date_days today = clock_today();
    if (today == project->workspace->today)
        return;
    project->workspace->today = today;
    project->generation++;
    if (project->ready)
        files_check_all(project);
}

/* What is due by the clock; gives how long nothing else will be. */
static uint64_t follow_clock(struct server *server)
{
    uint64_t wait = IDLE_MS;
    for (struct project *project = server->projects; project; project = project->next) {
        follow_date(project);
        uint64_t due = server->state == SERVER_RUNNING ? scan_due(project) : UINT64_MAX;
        if (due == 0)
            scan_start(project);
        else if (due < wait)
            wait = due;
    }
    if (server->state == SERVER_RUNNING)
        wait = pull_wait(server, wait);
    return refresh_wait(server, checks_wait(server, wait));
}

/* A piece of a finished job. What is left of it comes between messages: nobody waits for a whole batch. */
static void take_in(struct server *server, struct job *job)
{
    if (job->done(job, server)) {
        job->free(job);
        return;
    }
    struct job **last = &server->taken_in;
    while (*last)
        last = &(*last)->next;
    job->next = NULL;
    *last = job;
}

static bool take_in_next(struct server *server)
{
    struct job *job = server->taken_in;
    if (!job)
        return false;
    server->taken_in = job->next;
    take_in(server, job);
    return true;
}

/* Names are laid out for searches before anybody searches, when nobody has asked for anything for a moment.
 * False where there is none to read now; *wait: when there is. */
static bool read_symbols(const struct server *server, uint64_t *wait)
{
    uint64_t quiet = server->now - server->heard;
    for (const struct project *project = server->projects; project; project = project->next) {
        const struct workspace *ws = project->workspace->ws;
        if (!project->ready || project->doomed || !workspace_read_symbols(ws, 0))
            continue;
        if (quiet >= SYMBOLS_QUIET_MS)
            return workspace_read_symbols(ws, SYMBOLS_AT_ONCE);
        *wait = *wait < SYMBOLS_QUIET_MS - quiet ? *wait : SYMBOLS_QUIET_MS - quiet;
    }
    return false;
}

/* The same for open documents and their first edit. */
static bool make_ready(struct server *server, uint64_t *wait)
{
    uint64_t quiet = server->now - server->heard;
    if (quiet >= CHECKS_QUIET_MS)
        return checks_make_ready(server);
    *wait = *wait < CHECKS_QUIET_MS - quiet ? *wait : CHECKS_QUIET_MS - quiet;
    return false;
}

static void turn(struct server *server)
{
    server->now = clock_milliseconds();
    struct job *job = bridge_take_job(server->bridge);
    if (job) {
        take_in(server, job);
        return;
    }
    if (server->waiting && waiting_answer_next(server))
        return;
    bool running = server->state == SERVER_RUNNING;
    if (running) {
        plan_view_follow(server);
        refresh_send(server);
    }
    if (running && server->roots_changed) {
        server->roots_changed = false;
        documents_follow_roots(server);
    }
    if (running && checks_are_overdue(server)) {
        checks_run_next(server);
        return;
    }
    bool turns =
        server->heard_last; /* whoever sends without a pause does not keep it from the rest */
    server->heard_last = false;
    if (turns && take_in_next(server))
        return;
    bool full = server->waiting_count >= WAITING_MAX;
    struct mail *mail = full ? NULL : bridge_take_mail(server->bridge);
    if (mail) {
        server->heard_last = true;
        server->heard = server->now;
        take_mail(server, mail);
        mail_free(mail);
        return;
    }
    if ((running && checks_run_next(server)) || take_in_next(server))
        return;
    if (server->read_lately >= READ_MANY && projects_are_at_rest(server)) {
        server->read_lately = 0;
        memory_give_back();
    }
    uint64_t wait = follow_clock(server);
    if (running && make_ready(server, &wait))
        return;
    if (server->state == SERVER_RUNNING && read_symbols(server, &wait))
        return;
    if (server->waiting && wait > WAITING_MAX_MS)
        wait = WAITING_MAX_MS;
    bridge_wait(server->bridge, !full, wait);
}

static void release(struct server *server)
{
    while (server->taken_in) {
        struct job *next = server->taken_in->next;
        server->taken_in->free(server->taken_in);
        server->taken_in = next;
    }
    waiting_free(server);
    documents_free(server);
    projects_free(server);
    folders_free(server);
    free(server->editor_settings);
    while (server->pending) {
        struct pending *next = server->pending->next;
        free(server->pending);
        server->pending = next;
    }
}

void server_run(void *context, struct bridge *bridge)
{
    struct server *server = context;
    server->bridge = bridge;
    server->exit_status = 1;
    while (!server->finished && !bridge_is_hung_up(bridge))
        turn(server);
    release(server);
    bridge_exit(bridge, server->exit_status);
}
