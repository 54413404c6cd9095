/* semantic_tokens.c: textDocument/semanticTokens on the wire: five numbers a token, each place relative to
 * the one before.
 */
#include "lsp/semantic_tokens.h"

#include "lsp/documents.h"

#include <planls/semantic_tokens.h>
#include <stdlib.h>

/* The protocol's own types, so that every theme knows them; their order is the legend. */
static const char *const types[PLANLS_TOKEN_KINDS] = {
    [PLANLS_TOKEN_LABEL] = "property",      [PLANLS_TOKEN_PERSON] = "variable",
    [PLANLS_TOKEN_MONEY] = "number",        [PLANLS_TOKEN_TIME] = "event",
    [PLANLS_TOKEN_ID] = "enumMember",       [PLANLS_TOKEN_STATE] = "keyword",
    [PLANLS_TOKEN_BOX] = "operator",        [PLANLS_TOKEN_PLACEHOLDER] = "macro",
    [PLANLS_TOKEN_REFERENCE] = "namespace",
};

#define NUMBERS 5 /* line, start, length, type, modifiers */

cJSON *semantic_tokens_new_capability(const struct client *client)
{
    cJSON *all = cJSON_CreateObject();
    cJSON *legend = json_set(all, "legend", cJSON_CreateObject());
    cJSON *list = json_set(legend, "tokenTypes", cJSON_CreateArray());
    for (size_t i = 0; i < PLANLS_TOKEN_KINDS; i++)
        json_push(list, cJSON_CreateString(types[i]));
    list = json_set(legend, "tokenModifiers", cJSON_CreateArray());
    json_push(list, cJSON_CreateString("declaration"));
    cJSON *full =
        json_set(all, "full", client->token_deltas ? cJSON_CreateObject() : cJSON_CreateTrue());
    if (client->token_deltas)
        json_set(full, "delta", cJSON_CreateBool(true));
    json_set(all, "range", cJSON_CreateBool(client->token_ranges));
    return all;
}

/* The numbers of the tokens in a range; the caller frees them. */
static uint32_t *read_numbers(struct question *question, struct planls_range range, size_t *len)
{
    struct planls_results *results = planls_results_new();
    struct planls_tokens tokens = {0};
    struct text_position before = {0, 0};
    planls_semantic_tokens(question->workspace, question->path, range, results, &tokens);
    uint32_t *data = memory_alloc(tokens.len * NUMBERS * sizeof *data);
    for (size_t i = 0; i < tokens.len; i++) {
        const struct planls_token *token = &tokens.items[i];
        struct text_position at = positions_of(&question->positions, token->range.start);
        struct text_position end = positions_of(&question->positions, token->range.end);
        uint32_t *numbers = data + i * NUMBERS;
        numbers[0] = at.line - before.line;
        numbers[1] = at.line == before.line ? at.column - before.column : at.column;
        numbers[2] = end.column - at.column;
        numbers[3] = (uint32_t)token->kind;
        numbers[4] = token->declares;
        before = at;
    }
    *len = tokens.len * NUMBERS;
    planls_results_free(results);
    return data;
}

static cJSON *new_numbers(const uint32_t *data, size_t len)
{
    cJSON *array = cJSON_CreateArray();
    for (size_t i = 0; i < len; i++)
        json_push(array, cJSON_CreateNumber(data[i]));
    return array;
}

static void set_id(cJSON *json, uint32_t id)
{
    char name[16];
    snprintf(name, sizeof name, "%u", id);
    json_set(json, "resultId", cJSON_CreateString(name));
}

/* Remembers what is told now (taken over). */
static void keep(struct server *server, struct open_document *document, uint32_t *data, size_t len)
{
    free(document->tokens.data);
    document->tokens = (struct told_tokens){data, len, ++server->last_tokens};
}

static cJSON *new_full(struct server *server, struct question *question)
{
    size_t len;
    uint32_t *data = read_numbers(question, (struct planls_range){0, UINT32_MAX}, &len);
    cJSON *json = cJSON_CreateObject();
    if (server->client.token_deltas) {
        keep(server, question->document, data, len);
        set_id(json, question->document->tokens.id);
    }
    json_set(json, "data", new_numbers(data, len));
    if (!server->client.token_deltas)
        free(data);
    return json;
}

/* One edit: what lies between the tokens that both begin with and those that both end with. */
static cJSON *new_edits(const struct told_tokens *old, const uint32_t *data, size_t len)
{
    size_t shorter = old->len < len ? old->len : len, head = 0, tail = 0;
    cJSON *edits = cJSON_CreateArray();
    while (head < shorter && memcmp(old->data + head, data + head, NUMBERS * sizeof *data) == 0)
        head += NUMBERS;
    while (tail < shorter - head &&
           memcmp(old->data + old->len - tail - NUMBERS, data + len - tail - NUMBERS,
                  NUMBERS * sizeof *data) == 0)
        tail += NUMBERS;
    if (head == len && head == old->len)
        return edits;
    cJSON *edit = json_push(edits, cJSON_CreateObject());
    json_set(edit, "start", cJSON_CreateNumber((double)head));
    json_set(edit, "deleteCount", cJSON_CreateNumber((double)(old->len - head - tail)));
    json_set(edit, "data", new_numbers(data + head, len - head - tail));
    return edits;
}

void semantic_tokens_full(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    if (question_read(server, params, &question, reply))
        reply->result = new_full(server, &question);
}

void semantic_tokens_delta(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct slice previous;
    uint32_t id;
    if (!json_get_string(params, "previousResultId", &previous)) {
        reply_invalid(reply, "expected previousResultId, a string");
        return;
    }
    if (!question_read(server, params, &question, reply))
        return;
    const struct told_tokens *old = &question.document->tokens;
    if (!old->data || !slice_to_u32(previous, &id) || id != old->id) {
        reply->result = new_full(server, &question);
        return;
    }
    size_t len;
    uint32_t *data = read_numbers(&question, (struct planls_range){0, UINT32_MAX}, &len);
    reply->result = cJSON_CreateObject();
    json_set(reply->result, "edits", new_edits(old, data, len));
    keep(server, question.document, data, len);
    set_id(reply->result, question.document->tokens.id);
}

void semantic_tokens_range(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct span span;
    size_t len;
    if (!question_read(server, params, &question, reply))
        return;
    if (!positions_read_range(&question.positions, json_get(params, "range"), &span)) {
        reply_invalid(reply, "expected range, with start and end");
        return;
    }
    uint32_t *data = read_numbers(&question, facade_range(span), &len);
    reply->result = cJSON_CreateObject();
    json_set(reply->result, "data", new_numbers(data, len));
    free(data);
}
