/* type_hierarchy.c: textDocument/prepareTypeHierarchy and typeHierarchy/… on the wire. */
#include "lsp/type_hierarchy.h"

#include "lsp/documents.h"
#include "lsp/hierarchy.h"

#include <planls/type_hierarchy.h>

static cJSON *new_items(struct project *project, const struct planls_nodes *nodes)
{
    struct places places;
    places_init(&places, project);
    cJSON *items = cJSON_CreateArray();
    for (size_t i = 0; i < nodes->len; i++) {
        cJSON *item = hierarchy_new_item(&places, &nodes->items[i]);
        if (item)
            json_push(items, item);
    }
    places_release(&places);
    return items;
}

void type_hierarchy_prepare(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct planls_node node;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    if (planls_prepare_types(question.workspace, question.path, offset, results, &node)) {
        struct planls_nodes one = {&node, 1, 1};
        reply->result = new_items(question.document->project, &one);
    }
    planls_results_free(results);
}

static void answer(struct server *server, const cJSON *params, bool super, struct reply *reply)
{
    struct hierarchy_question question;
    if (!hierarchy_read(server, params, &question, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_nodes nodes = {0};
    (super ? planls_supertypes : planls_subtypes)(question.project->workspace, question.path,
                                                  question.key, results, &nodes);
    reply->result = new_items(question.project, &nodes);
    planls_results_free(results);
}

void type_hierarchy_supertypes(struct server *server, const cJSON *params, struct reply *reply)
{
    answer(server, params, true, reply);
}

void type_hierarchy_subtypes(struct server *server, const cJSON *params, struct reply *reply)
{
    answer(server, params, false, reply);
}
