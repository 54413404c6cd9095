/* implementation.c: textDocument/implementation on the wire: an item's tasks. */
#include "lsp/implementation.h"

#include "lsp/location_answer.h"

#include <planls/references.h>

void implementation_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_locations found = {0};
    struct planls_range origin = {offset, offset};
    planls_implementations_at(question.workspace, question.path, offset, results, &origin, &found);
    reply->result =
        location_answer_new(&question, origin, &found, server->client.implementation_links);
    planls_results_free(results);
}
