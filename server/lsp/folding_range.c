/* folding_range.c: textDocument/foldingRange on the wire. */
#include "lsp/folding_range.h"

#include "lsp/documents.h"

#include <planls/folding_range.h>

/* Lines alone: VS Code and Neovim fold nothing else, and who can do more may leave the rest out. */
static cJSON *new_folding_range(const struct text *text, const struct planls_folding_range *range)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "startLine", cJSON_CreateNumber(text_line_of(text, range->range.start)));
    json_set(json, "endLine", cJSON_CreateNumber(text_line_of(text, range->range.end)));
    if (range->kind == PLANLS_FOLDING_COMMENT)
        json_set(json, "kind", cJSON_CreateString("comment"));
    return json;
}

void folding_range_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    if (!question_read(server, params, &question, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_folding_ranges ranges = {0};
    planls_folding_ranges(question.workspace, question.path, results, &ranges);
    reply->result = cJSON_CreateArray();
    for (size_t i = 0; i < ranges.len && i < server->client.folding_limit; i++)
        json_push(reply->result, new_folding_range(&question.snapshot->text, &ranges.items[i]));
    planls_results_free(results);
}
