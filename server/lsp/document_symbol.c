/* document_symbol.c: textDocument/documentSymbol on the wire. */
#include "lsp/document_symbol.h"

#include "lsp/documents.h"
#include "lsp/symbol_kind.h"

/* The tree; `made` holds the JSON of each symbol, so that children find their parents. */
static cJSON *new_symbol(struct question *question, const struct planls_symbol *symbol)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "name", json_new_string(slice_of(symbol->name)));
    if (symbol->detail[0])
        json_set(json, "detail", json_new_string(slice_of(symbol->detail)));
    json_set(json, "kind", symbol_kind_new(symbol->kind));
    symbol_kind_set_tags(json, symbol, question->document->project->server->client.symbol_tags);
    json_set(json, "range",
             positions_new_range(&question->positions, facade_span(symbol->where.range)));
    json_set(json, "selectionRange",
             positions_new_range(&question->positions, facade_span(symbol->where.name)));
    return json;
}

static cJSON *new_tree(struct question *question, const struct planls_symbols *symbols,
                       struct arena *arena)
{
    cJSON *roots = cJSON_CreateArray();
    cJSON **children = arena_array(arena, symbols->len + 1, sizeof(cJSON *));
    cJSON **made = arena_array(arena, symbols->len + 1, sizeof(cJSON *));
    for (size_t i = 0; i < symbols->len; i++) {
        uint32_t parent = symbols->items[i].parent;
        cJSON *into = roots;
        made[i] = new_symbol(question, &symbols->items[i]);
        if (parent != PLANLS_NO_PARENT) {
            if (!children[parent])
                children[parent] = json_set(made[parent], "children", cJSON_CreateArray());
            into = children[parent];
        }
        json_push(into, made[i]);
    }
    return roots;
}

/* For clients from before the tree: SymbolInformation, with the parent's name. */
static cJSON *new_list(struct question *question, const struct planls_symbols *symbols)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < symbols->len; i++) {
        const struct planls_symbol *symbol = &symbols->items[i];
        cJSON *json = json_push(list, cJSON_CreateObject());
        json_set(json, "name", json_new_string(slice_of(symbol->name)));
        json_set(json, "kind", symbol_kind_new(symbol->kind));
        symbol_kind_set_tags(json, symbol, question->document->project->server->client.symbol_tags);
        cJSON *location = json_set(json, "location", cJSON_CreateObject());
        json_set(location, "uri", cJSON_CreateString(question->document->uri));
        json_set(location, "range",
                 positions_new_range(&question->positions, facade_span(symbol->where.range)));
        if (symbol->parent != PLANLS_NO_PARENT)
            json_set(json, "containerName",
                     json_new_string(slice_of(symbols->items[symbol->parent].name)));
    }
    return list;
}

void document_symbol_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    if (!question_read(server, params, &question, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_symbols symbols = {0};
    planls_document_symbols(question.workspace, question.path, results, &symbols);
    reply->result = server->client.symbol_tree ? new_tree(&question, &symbols, &results->arena)
                                               : new_list(&question, &symbols);
    planls_results_free(results);
}
