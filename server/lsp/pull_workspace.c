/* pull_workspace.c: workspace/diagnostic on the wire. */
#include "lsp/diagnostics.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/places.h"
#include "lsp/progress.h"
#include "lsp/publish.h"
#include "lsp/pull.h"
#include "lsp/pull_report.h"
#include "lsp/uri.h"

#include <inttypes.h>

/* So many reports go into one partial result. */
#define AT_ONCE 100

/* A result id of the client's. */
struct previous {
    UT_hash_handle hh;
    struct slice id;
    const cJSON *uri;
};

struct gathering {
    struct server *server;
    const struct reply *reply;
    struct arena arena;
    struct previous *previous; /* by URI; those met are taken out */
    const cJSON *partial;      /* token, or NULL */
    cJSON *items;
    int count; /* of items */
    bool cancelled;
};

cJSON *pull_report_new(cJSON *list, uint64_t id, struct slice previous)
{
    char name[20];
    snprintf(name, sizeof name, "%016" PRIx64, id);
    bool same = slice_is(previous, name);
    cJSON *report = cJSON_CreateObject();
    json_set(report, "kind", cJSON_CreateString(same ? "unchanged" : "full"));
    json_set(report, "resultId", cJSON_CreateString(name));
    if (same)
        cJSON_Delete(list);
    else
        json_set(report, "items", list);
    return report;
}

static void read_previous(struct gathering *all, const cJSON *ids)
{
    const cJSON *one;
    struct slice uri, id;
    cJSON_ArrayForEach(one, ids)
    {
        struct previous *previous = NULL;
        if (!json_get_string(one, "uri", &uri) || !json_get_string(one, "value", &id) ||
            !uri_has_scheme(uri))
            continue;
        HASH_FIND(hh, all->previous, uri.ptr, uri.len, previous);
        if (previous)
            continue;
        previous = ARENA_NEW(&all->arena, struct previous);
        previous->id = id;
        previous->uri = json_get(one, "uri");
        HASH_ADD_KEYPTR(hh, all->previous, uri.ptr, uri.len, previous);
    }
}

static cJSON *send_partial(struct gathering *all)
{
    cJSON *value = cJSON_CreateObject();
    json_set(value, "items", all->items);
    progress_send(all->server, all->partial, value);
    return cJSON_CreateArray();
}

static void add(struct gathering *all, cJSON *report, cJSON *uri, const struct file *file)
{
    const struct open_document *document = file ? file->open : NULL;
    bool versioned = document && document->has_version;
    json_set(report, "uri", uri);
    json_set(report, "version",
             versioned ? cJSON_CreateNumber(document->version) : cJSON_CreateNull());
    json_push(all->items, report);
    if (++all->count % AT_ONCE != 0)
        return;
    all->cancelled = reply_is_cancelled(all->server, all->reply);
    if (all->partial && !all->cancelled)
        all->items = send_partial(all);
}

static void add_file(struct gathering *all, struct project *project, struct file *file)
{
    bool open = file->open && (!file->open->plain || file->open->buffer);
    if ((!open && !file->report) || !files_is_shown(project, file))
        return;
    struct places places;
    places_init(&places, project);
    cJSON *uri = places_new_uri(&places, file->path);
    places_release(&places);
    struct previous *previous = NULL;
    struct slice key = slice_of(uri->valuestring);
    HASH_FIND(hh, all->previous, key.ptr, key.len, previous);
    cJSON *list = open ? pull_new_list(project, file) : json_parse(slice_of(file->report));
    if (!list->child && !previous) { /* nothing to say, and nothing to take back */
        cJSON_Delete(list);
        cJSON_Delete(uri);
        return;
    }
    uint64_t id = open ? diagnostics_hash(list) : file->report_id;
    add(all, pull_report_new(list, id, previous ? previous->id : SLICE("")), uri, file);
    if (previous)
        HASH_DEL(all->previous, previous);
}

/* What the client still shows and nobody knows of any more. */
static void add_gone(struct gathering *all)
{
    struct previous *previous, *next;
    HASH_ITER(hh, all->previous, previous, next)
    {
        cJSON *list = cJSON_CreateArray();
        uint64_t id = diagnostics_hash(list);
        if (!all->cancelled)
            add(all, pull_report_new(list, id, previous->id), cJSON_Duplicate(previous->uri, false),
                NULL);
    }
    HASH_CLEAR(hh, all->previous);
}

static void gather(struct gathering *all)
{
    struct project *project = all->server->projects;
    for (; project; project = project->next) {
        if (!project->root || project->doomed || !project->ready)
            continue;
        for (struct file *file = project->files; file && !all->cancelled; file = file->hh.next)
            add_file(all, project, file);
    }
    add_gone(all);
}

void pull_answer_workspace(struct server *server, const cJSON *params, struct reply *reply)
{
    const cJSON *previous = json_get(params, "previousResultIds");
    if (!cJSON_IsArray(previous)) {
        reply_invalid(reply, "expected previousResultIds, an array");
        return;
    }
    if (!server->client.pulls_workspace) {
        server->client.pulls_workspace = server->client.pulls;
        publish_leave_to_pull(server);
    }
    server->pulled_workspace = true;
    struct gathering all = {.server = server,
                            .reply = reply,
                            .partial = progress_token(params, "partialResultToken"),
                            .items = cJSON_CreateArray()};
    const cJSON *work = progress_token(params, "workDoneToken");
    arena_init(&all.arena);
    read_previous(&all, previous);
    progress_begin(server, work, "Checking plans", true);
    gather(&all);
    if (all.partial && all.items->child && !all.cancelled)
        all.items = send_partial(&all);
    progress_end(server, work, NULL);
    if (all.cancelled) {
        reply_fail(reply, RPC_REQUEST_CANCELLED, "cancelled");
        cJSON_Delete(all.items);
    } else {
        reply->result = cJSON_CreateObject();
        json_set(reply->result, "items", all.items);
    }
    arena_release(&all.arena);
}
