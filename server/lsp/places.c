/* places.c: places in documents, open or closed, as the protocol writes them. */
#include "lsp/places.h"

#include "host/files.h"
#include "host/paths.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/folders.h"

struct place_text {
    UT_hash_handle hh;
    struct text text;
    struct positions positions;
    bool missing;
};

void places_init(struct places *places, const struct project *project)
{
    *places = (struct places){.project = project};
    arena_init(&places->arena);
}

void places_release(struct places *places)
{
    HASH_CLEAR(hh, places->texts);
    arena_release(&places->arena);
}

cJSON *places_new_uri(const struct places *places, const char *path)
{
    const struct project *project = places->project;
    const struct file *file = files_find(project, slice_of(path));
    if (file && file->open)
        return cJSON_CreateString(file->open->uri);
    struct strbuf uri;
    struct arena arena;
    strbuf_init(&uri, STRBUF_NO_LIMIT);
    arena_init(&arena);
    if (project->root)
        folders_uri(project->server, paths_join(&arena, project->root, slice_of(path)), &uri);
    cJSON *json = json_new_string(strbuf_slice(&uri));
    strbuf_release(&uri);
    arena_release(&arena);
    return json;
}

static void read_text(struct places *places, const char *path, struct place_text *entry)
{
    const struct document *document = facade_document(places->project->workspace, path);
    struct slice bytes = {"", 0};
    if (document) {
        entry->text = document->text;
        return;
    }
    struct strbuf read;
    strbuf_init(&read, STRBUF_NO_LIMIT);
    const char *root = places->project->root;
    entry->missing =
        !root || file_read(paths_join(&places->arena, root, slice_of(path)), &read) != HOST_OK;
    bytes = arena_copy(&places->arena, strbuf_slice(&read));
    strbuf_release(&read);
    text_init(&entry->text, bytes, &places->arena);
}

static struct place_text *add(struct places *places, const char *path)
{
    struct place_text *entry = ARENA_NEW(&places->arena, struct place_text);
    const char *key = arena_cstring(&places->arena, slice_of(path));
    HASH_ADD_KEYPTR(hh, places->texts, key, slice_of(key).len, entry);
    positions_init(&entry->positions, &entry->text, places->project->server->client.encoding);
    return entry;
}

void places_put_text(struct places *places, const char *path, const struct text *text)
{
    add(places, path)->text = *text;
}

static struct place_text *text_of(struct places *places, const char *path)
{
    struct place_text *entry = NULL;
    HASH_FIND(hh, places->texts, path, slice_of(path).len, entry);
    if (!entry) {
        entry = add(places, path);
        read_text(places, path, entry);
    }
    return entry->missing ? NULL : entry;
}

cJSON *places_new_range(struct places *places, const char *path, struct planls_range range)
{
    struct place_text *entry = text_of(places, path);
    return entry ? positions_new_range(&entry->positions, facade_span(range)) : NULL;
}

cJSON *places_new_location(struct places *places, const char *path, struct planls_range range)
{
    cJSON *lsp_range = places_new_range(places, path, range);
    if (!lsp_range)
        return NULL;
    cJSON *location = cJSON_CreateObject();
    json_set(location, "uri", places_new_uri(places, path));
    json_set(location, "range", lsp_range);
    return location;
}
