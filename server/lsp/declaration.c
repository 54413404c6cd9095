/* declaration.c: textDocument/declaration on the wire: in a plan the place that defines a name is the one
 * that declares it (planls/definition.h). */
#include "lsp/declaration.h"

#include "lsp/location_answer.h"

#include <planls/definition.h>

void declaration_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_locations found = {0};
    struct planls_range origin = {offset, offset};
    planls_definition_at(question.workspace, question.path, offset, results, &origin, &found);
    reply->result =
        location_answer_new(&question, origin, &found, server->client.declaration_links);
    planls_results_free(results);
}
