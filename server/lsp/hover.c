/* hover.c: textDocument/hover on the wire. */
#include "lsp/hover.h"

#include "lsp/documents.h"

#include <planls/hover.h>

static cJSON *new_hover(struct question *question, const struct planls_hover *hover, bool markdown,
                        struct planls_results *results)
{
    const char *text = markdown ? hover->markdown : planls_plain_text(hover->markdown, results);
    cJSON *json = cJSON_CreateObject();
    cJSON *contents = json_set(json, "contents", cJSON_CreateObject());
    json_set(contents, "kind", cJSON_CreateString(markdown ? "markdown" : "plaintext"));
    json_set(contents, "value", json_new_string(slice_of(text)));
    json_set(json, "range", positions_new_range(&question->positions, facade_span(hover->range)));
    return json;
}

void hover_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_hover hover;
    bool found = planls_hover_at(question.workspace, question.path, offset, results, &hover);
    const struct open_document *document = question.document;
    /* Findings of an older text are left out: a hover waits for no check. */
    if (document->results && document->generation == document->project->generation)
        found = planls_hover_add_findings(&document->findings, offset, found, results, &hover);
    if (found)
        reply->result = new_hover(&question, &hover, server->client.hover_markdown, results);
    planls_results_free(results);
}
