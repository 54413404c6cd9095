/* formatting.c: the four requests for formatting on the wire. What an editor says of tabs does not count:
 * nothing here indents. */
#include "lsp/formatting.h"

#include "lsp/documents.h"

#include <planls/formatting.h>
#include <stdlib.h>

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

static int compare_spans(const void *a, const void *b)
{
    const struct span *one = a, *other = b;
    return (one->start > other->start) - (one->start < other->start);
}

/* The ranges as whole lines, in order, those that share a line as one. False where one is none. */
static bool read_ranges(const struct question *question, const cJSON *ranges, struct span *spans,
                        size_t *count)
{
    const struct text *text = question->positions.text;
    const cJSON *range;
    size_t all = 0;
    cJSON_ArrayForEach(range, ranges)
    {
        struct span *span = &spans[all++];
        if (!positions_read_range(&question->positions, range, span))
            return false;
        *span = (struct span){text_line(text, text_line_of(text, span->start)).start,
                              text_line(text, text_line_of(text, span->end)).end};
    }
    qsort(spans, all, sizeof *spans, compare_spans);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        struct span *last = *count ? &spans[*count - 1] : NULL;
        if (last && spans[i].start <= last->end)
            last->end = spans[i].end > last->end ? spans[i].end : last->end;
        else
            spans[(*count)++] = spans[i];
    }
    return true;
}

void formatting_ranges(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    const cJSON *ranges = json_get(params, "ranges");
    size_t count;
    if (!question_read(server, params, &question, reply))
        return;
    struct arena arena;
    arena_init(&arena);
    struct span *spans =
        arena_array(&arena, (size_t)cJSON_GetArraySize(ranges) + 1, sizeof(struct span));
    if (!cJSON_IsArray(ranges) || !read_ranges(&question, ranges, spans, &count)) {
        reply_invalid(reply, "expected ranges, an array of ranges");
        count = 0;
    }
    cJSON *all = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++) {
        answer(&question, facade_range(spans[i]), reply);
        while (reply->result->child)
            json_push(all, cJSON_DetachItemViaPointer(reply->result, reply->result->child));
        cJSON_Delete(reply->result);
    }
    reply->result = all;
    arena_release(&arena);
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
