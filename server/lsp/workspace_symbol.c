/* workspace_symbol.c: workspace/symbol and workspaceSymbol/resolve on the wire. */
#include "lsp/workspace_symbol.h"

#include "lsp/documents.h"
#include "lsp/places.h"
#include "lsp/shape.h"
#include "lsp/symbol_kind.h"

/* So many are told of each workspace root: nobody scrolls further, they type another letter. */
#define MAX_SYMBOLS 128

/* A closed document's text would have to be read to tell lines, so where the client asks for one
 * symbol's place later (location.range), bytes go along for then. All of a list are of one form: some
 * clients take the first for all. */
static void set_place(struct places *places, const struct planls_symbol *symbol, cJSON *json)
{
    cJSON *location = NULL;
    if (!places->project->server->client.symbol_resolve) {
        location = places_new_location(places, symbol->where.path, symbol->where.name);
    } else {
        location = cJSON_CreateObject();
        json_set(location, "uri", places_new_uri(places, symbol->where.path));
        cJSON *data = json_set(json, "data", cJSON_CreateObject());
        if (places->project->root)
            json_set(data, "root", json_new_string(slice_of(places->project->root)));
        json_set(data, "path", json_new_string(slice_of(symbol->where.path)));
        json_set(data, "start", cJSON_CreateNumber(symbol->where.name.start));
        json_set(data, "end", cJSON_CreateNumber(symbol->where.name.end));
    }
    if (location)
        json_set(json, "location", location);
}

static void add_symbols(struct project *project, const char *query, cJSON *list)
{
    struct planls_results *results = planls_results_new();
    struct planls_symbols symbols = {0};
    struct places places;
    planls_workspace_symbols(project->workspace, query, MAX_SYMBOLS, results, &symbols);
    places_init(&places, project);
    for (size_t i = 0; i < symbols.len; i++) {
        const struct planls_symbol *symbol = &symbols.items[i];
        cJSON *json = cJSON_CreateObject();
        json_set(json, "name", json_new_string(slice_of(symbol->name)));
        json_set(json, "kind", symbol_kind_new(symbol->kind));
        symbol_kind_set_tags(json, symbol, project->server->client.found_symbol_tags);
        if (symbol->container[0])
            json_set(json, "containerName", json_new_string(slice_of(symbol->container)));
        set_place(&places, symbol, json);
        if (json_get(json, "location"))
            json_push(list, json);
        else
            cJSON_Delete(json); /* its file has gone since it was read */
    }
    places_release(&places);
    planls_results_free(results);
}

void workspace_symbol_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    const cJSON *query = json_get(params, "query");
    if (!cJSON_IsString(query)) {
        reply_invalid(reply, "expected query, a string");
        return;
    }
    reply->result = cJSON_CreateArray();
    for (struct project *project = server->projects; project; project = project->next)
        add_symbols(project, query->valuestring, reply->result);
}

/* The project of a root, or of the one document that has none. */
static struct project *find_project(struct server *server, const cJSON *symbol)
{
    struct slice root, uri;
    struct project *project = server->projects;
    if (!json_get_string(symbol, "data.root", &root)) {
        struct open_document *document =
            json_get_string(symbol, "location.uri", &uri) ? documents_find(server, uri) : NULL;
        return document ? document->project : NULL;
    }
    while (project && !(project->root && slice_is(root, project->root)))
        project = project->next;
    return project;
}

void workspace_symbol_resolve(struct server *server, const cJSON *params, struct reply *reply)
{
    struct slice path;
    struct planls_range range;
    const cJSON *data = json_get(params, "data");
    if (!shape_fits(params, &shape_workspace_symbol)) {
        reply_invalid(reply, "expected a symbol as this server sent it");
        return;
    }
    reply->result = cJSON_Duplicate(params, true);
    if (!json_get_string(data, "path", &path) || !json_get_u32(data, "start", &range.start) ||
        !json_get_u32(data, "end", &range.end))
        return; /* as it came: it has all that it will have */
    struct project *project = find_project(server, params);
    struct slice file = path;
    if (!project || !workspace_find(project->workspace->ws, file))
        return;
    struct places places;
    places_init(&places, project);
    cJSON *location = places_new_location(&places, path.ptr, range);
    if (location)
        cJSON_ReplaceItemInObjectCaseSensitive(reply->result, "location", location);
    places_release(&places);
}
