/* inlay_hint.c: textDocument/inlayHint on the wire. Tooltips go along: not every client resolves. */
#include "lsp/inlay_hint.h"

#include "lsp/documents.h"

#include <planls/inlay_hint.h>

void inlay_hint_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct span span;
    if (!question_read(server, params, &question, reply))
        return;
    if (!positions_read_range(&question.positions, json_get(params, "range"), &span)) {
        reply_invalid(reply, "expected range, with start and end");
        return;
    }
    struct planls_results *results = planls_results_new();
    struct planls_inlays hints = {0};
    planls_inlays(question.workspace, question.path, facade_range(span), results, &hints);
    reply->result = cJSON_CreateArray();
    for (size_t i = 0; i < hints.len; i++) {
        const struct planls_inlay *hint = &hints.items[i];
        cJSON *json = json_push(reply->result, cJSON_CreateObject());
        cJSON *range =
            positions_new_range(&question.positions, (struct span){hint->offset, hint->offset});
        json_set(json, "position", cJSON_DetachItemFromObject(range, "start"));
        cJSON_Delete(range);
        json_set(json, "label", json_new_string(slice_of(hint->label)));
        json_set(json, "paddingLeft", cJSON_CreateBool(true));
        if (hint->tooltip[0])
            json_set(json, "tooltip", json_new_string(slice_of(hint->tooltip)));
    }
    planls_results_free(results);
    refresh_told_hints(question.document);
}
