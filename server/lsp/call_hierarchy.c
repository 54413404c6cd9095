/* call_hierarchy.c: textDocument/prepareCallHierarchy and callHierarchy/… on the wire. */
#include "lsp/call_hierarchy.h"

#include "lsp/documents.h"
#include "lsp/hierarchy.h"

#include <planls/call_hierarchy.h>

void call_hierarchy_prepare(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct planls_node node;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    if (planls_prepare_calls(question.workspace, question.path, offset, results, &node)) {
        struct places places;
        places_init(&places, question.document->project);
        cJSON *item = hierarchy_new_item(&places, &node);
        if (item) {
            reply->result = cJSON_CreateArray();
            json_push(reply->result, item);
        }
        places_release(&places);
    }
    planls_results_free(results);
}

/* The ranges stand in the document of the side that waits. */
static cJSON *new_call(struct places *places, const struct planls_call *call, const char *side,
                       const char *waiting)
{
    cJSON *item = hierarchy_new_item(places, &call->node);
    if (!item)
        return NULL;
    cJSON *json = cJSON_CreateObject();
    json_set(json, side, item);
    cJSON *ranges = json_set(json, "fromRanges", cJSON_CreateArray());
    for (size_t i = 0; i < call->range_count; i++) {
        cJSON *range = places_new_range(places, waiting, call->ranges[i]);
        if (range)
            json_push(ranges, range);
    }
    return json;
}

static void answer(struct server *server, const cJSON *params, bool incoming, struct reply *reply)
{
    struct hierarchy_question question;
    if (!hierarchy_read(server, params, &question, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_calls calls = {0};
    struct places places;
    (incoming ? planls_incoming_calls : planls_outgoing_calls)(
        question.project->workspace, question.path, question.key, results, &calls);
    places_init(&places, question.project);
    reply->result = cJSON_CreateArray();
    for (size_t i = 0; i < calls.len; i++) {
        const struct planls_call *call = &calls.items[i];
        cJSON *json = new_call(&places, call, incoming ? "from" : "to",
                               incoming ? call->node.symbol.where.path : question.path);
        if (json)
            json_push(reply->result, json);
    }
    places_release(&places);
    planls_results_free(results);
}

void call_hierarchy_incoming(struct server *server, const cJSON *params, struct reply *reply)
{
    answer(server, params, true, reply);
}

void call_hierarchy_outgoing(struct server *server, const cJSON *params, struct reply *reply)
{
    answer(server, params, false, reply);
}
