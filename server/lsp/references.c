/* references.c: textDocument/references on the wire. */
#include "lsp/references.h"

#include "lsp/location_answer.h"

#include <planls/references.h>

void references_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    bool declaration = true;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    json_get_bool(params, "context.includeDeclaration", &declaration);
    struct planls_results *results = planls_results_new();
    struct planls_locations found = {0};
    planls_references_at(question.workspace, question.path, offset, declaration, results, &found);
    reply->result =
        location_answer_new(&question, (struct planls_range){offset, offset}, &found, false);
    planls_results_free(results);
}
