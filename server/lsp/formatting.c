/* formatting.c: textDocument/formatting, rangeFormatting and onTypeFormatting on the wire. What an editor
 * says of tabs does not count: nothing here indents. */
#include "lsp/formatting.h"

#include "lsp/documents.h"

#include <planls/formatting.h>

static cJSON *new_edits(struct question *question, const struct planls_fix *fix)
{
    cJSON *edits = cJSON_CreateArray();
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        cJSON *json = json_push(edits, cJSON_CreateObject());
        json_set(json, "range",
                 positions_new_range(&question->positions, facade_span(edit->range)));
        json_set(json, "newText", json_new_string((struct slice){edit->new_text, edit->new_len}));
    }
    return edits;
}

static void answer(struct question *question, struct planls_range range, struct reply *reply)
{
    struct planls_results *results = planls_results_new();
    struct planls_fix fix;
    planls_format(question->workspace, question->path, range, results, &fix);
    reply->result = new_edits(question, &fix);
    planls_results_free(results);
}

void formatting_document(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    if (question_read(server, params, &question, reply))
        answer(&question, (struct planls_range){0, UINT32_MAX}, reply);
}

void formatting_range(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct span span;
    if (!question_read(server, params, &question, reply))
        return;
    if (!positions_read_range(&question.positions, json_get(params, "range"), &span))
        reply_invalid(reply, "expected range, with start and end");
    else
        answer(&question, facade_range(span), reply);
}

void formatting_typed(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct slice typed;
    uint32_t offset;
    if (!json_get_string(params, "ch", &typed)) {
        reply_invalid(reply, "expected ch, a string");
        return;
    }
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_fix fix = {.title = ""};
    if (slice_is(typed, "|"))
        planls_format_typed(question.workspace, question.path, offset, results, &fix);
    reply->result = new_edits(&question, &fix);
    planls_results_free(results);
}
