/* workspace_symbol.c: workspace/symbol and workspaceSymbol/resolve on the wire. */
#include "lsp/workspace_symbol.h"

#include "lsp/documents.h"
#include "lsp/places.h"
#include "lsp/shape.h"
#include "lsp/symbol_kind.h"

/* So many are told of each workspace root: nobody scrolls further, they type another letter. */
#define MAX_SYMBOLS 128

static void put_name(struct strbuf *out, const char *name, const char *text)
{
    strbuf_puts(out, name);
    json_print_string(slice_of(text), true, out);
}

static void put_position(struct strbuf *out, struct text_position position)
{
    strbuf_puts(out, "{\"line\":");
    json_print_integer(position.line, out);
    strbuf_puts(out, ",\"character\":");
    json_print_integer(position.column, out);
    strbuf_putc(out, '}');
}

/* Where the client asks for one symbol's place later (location.range), bytes go along for then. All of a list
 * are of one form: some clients take the first for all. */
static void put_data(struct strbuf *out, const struct places *places,
                     const struct planls_location *where)
{
    put_name(out, "},\"data\":{\"path\":", where->path);
    if (places->project->root)
        put_name(out, ",\"root\":", places->project->root);
    strbuf_puts(out, ",\"start\":");
    json_print_integer(where->name.start, out);
    strbuf_puts(out, ",\"end\":");
    json_print_integer(where->name.end, out);
}

/* A symbol as text, since lists are long. False where its file has gone since it was read. */
static bool put_symbol(struct strbuf *out, struct places *places,
                       const struct planls_symbol *symbol)
{
    struct text_range range;
    bool later = places->project->server->client.symbol_resolve;
    const struct planls_location *where = &symbol->where;
    if (!later && !places_range(places, where->path, where->name, &range))
        return false;
    put_name(out, "{\"name\":", symbol->name);
    strbuf_puts(out, ",\"kind\":");
    json_print_integer(symbol_kind_number(symbol->kind), out);
    if (symbol_kind_has_tags(symbol, places->project->server->client.found_symbol_tags))
        strbuf_puts(out, ",\"tags\":[1]");
    if (symbol->container[0])
        put_name(out, ",\"containerName\":", symbol->container);
    strbuf_puts(out, ",\"location\":{\"uri\":");
    json_print_string(places_uri(places, where->path), true, out);
    if (later) {
        put_data(out, places, where);
    } else {
        strbuf_puts(out, ",\"range\":{\"start\":");
        put_position(out, range.start);
        strbuf_puts(out, ",\"end\":");
        put_position(out, range.end);
        strbuf_putc(out, '}');
    }
    strbuf_puts(out, "}}");
    return true;
}

static void add_symbols(struct project *project, const char *query, cJSON *list)
{
    struct planls_results *results = planls_results_new();
    struct planls_symbols symbols = {0};
    struct places places;
    struct strbuf text;
    planls_workspace_symbols(project->workspace, query, MAX_SYMBOLS, results, &symbols);
    places_init(&places, project);
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < symbols.len; i++) {
        strbuf_clear(&text);
        if (put_symbol(&text, &places, &symbols.items[i]))
            json_push(list, json_new_raw(&text));
    }
    strbuf_release(&text);
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
