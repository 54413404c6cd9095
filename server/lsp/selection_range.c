/* selection_range.c: textDocument/selectionRange on the wire. */
#include "lsp/selection_range.h"

#include "lsp/documents.h"

#include <planls/selection_range.h>

/* From the outermost in: each is the parent of the next. */
static cJSON *new_selection_range(struct question *question, uint32_t offset)
{
    struct planls_results *results = planls_results_new();
    struct planls_ranges ranges = {0};
    cJSON *json = NULL;
    planls_selection_ranges_at(question->workspace, question->path, offset, results, &ranges);
    for (size_t i = ranges.len; i-- > 0;) {
        cJSON *inner = cJSON_CreateObject();
        json_set(inner, "range",
                 positions_new_range(&question->positions, facade_span(ranges.items[i])));
        if (json)
            json_set(inner, "parent", json);
        json = inner;
    }
    planls_results_free(results);
    return json;
}

void selection_range_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    const cJSON *positions = json_get(params, "positions");
    const cJSON *position;
    if (!question_read(server, params, &question, reply))
        return;
    cJSON *all = cJSON_CreateArray();
    cJSON_ArrayForEach(position, positions)
    {
        uint32_t offset;
        if (!positions_read(&question.positions, position, &offset))
            break;
        json_push(all, new_selection_range(&question, offset));
    }
    if (!cJSON_IsArray(positions) || position) {
        cJSON_Delete(all);
        reply_invalid(reply, "expected positions, an array");
        return;
    }
    reply->result = all;
}
