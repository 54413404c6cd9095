/* hierarchy.c: nodes of the call and type hierarchies as the protocol's items. The ranges in an item are
 * those of the moment it was told, so it is known again by its data alone.
 */
#include "lsp/hierarchy.h"

#include "lsp/documents.h"
#include "lsp/symbol_kind.h"

cJSON *hierarchy_new_item(struct places *places, const struct planls_node *node)
{
    const struct planls_symbol *symbol = &node->symbol;
    const char *path = symbol->where.path;
    cJSON *range = places_new_range(places, path, symbol->where.range);
    if (!range)
        return NULL;
    cJSON *json = cJSON_CreateObject();
    json_set(json, "name", json_new_string(slice_of(symbol->name)));
    json_set(json, "kind", symbol_kind_new(symbol->kind));
    symbol_kind_set_tags(json, symbol, true); /* a hierarchy has had them from its beginning */
    if (symbol->detail[0])
        json_set(json, "detail", json_new_string(slice_of(symbol->detail)));
    json_set(json, "uri", places_new_uri(places, path));
    json_set(json, "range", range);
    json_set(json, "selectionRange", places_new_range(places, path, symbol->where.name));
    cJSON *data = json_set(json, "data", cJSON_CreateObject());
    if (places->project->root)
        json_set(data, "root", json_new_string(slice_of(places->project->root)));
    json_set(data, "path", json_new_string(slice_of(path)));
    json_set(data, "key", json_new_string(slice_of(node->key)));
    return json;
}

/* The project of a root, or of the one document that has none. */
static struct project *find_project(struct server *server, const cJSON *item)
{
    struct slice root, uri;
    struct project *project = server->projects;
    if (json_get_string(item, "data.root", &root)) {
        while (project && !(project->root && slice_is(root, project->root)))
            project = project->next;
        return project;
    }
    struct open_document *document =
        json_get_string(item, "uri", &uri) ? documents_find(server, uri) : NULL;
    return document ? document->project : NULL;
}

bool hierarchy_read(struct server *server, const cJSON *params, struct hierarchy_question *question,
                    struct reply *reply)
{
    const cJSON *item = json_get(params, "item");
    struct slice path, key;
    if (!json_get_string(item, "data.path", &path) || !json_get_string(item, "data.key", &key)) {
        reply_invalid(reply, "expected item, with its data as it was told");
        return false;
    }
    *question = (struct hierarchy_question){find_project(server, item), path.ptr, key.ptr};
    return question->project != NULL;
}
