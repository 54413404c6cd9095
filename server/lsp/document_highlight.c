/* document_highlight.c: textDocument/documentHighlight on the wire. */
#include "lsp/document_highlight.h"

#include "lsp/documents.h"

#include <planls/references.h>

void document_highlight_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_locations found = {0};
    planls_highlights_at(question.workspace, question.path, offset, results, &found);
    reply->result = cJSON_CreateArray();
    for (size_t i = 0; i < found.len; i++) {
        cJSON *json = json_push(reply->result, cJSON_CreateObject());
        json_set(json, "range",
                 positions_new_range(&question.positions, facade_span(found.items[i].name)));
        json_set(json, "kind", cJSON_CreateNumber(1)); /* Text */
    }
    planls_results_free(results);
}
