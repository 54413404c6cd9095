/* places.c: places in documents, open or closed, as the protocol writes them. */
#include "lsp/places.h"

#include "host/files.h"
#include "host/paths.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/folders.h"
#include "text/line_lengths.h"

struct place_text {
    UT_hash_handle hh;
    struct line_place lines; /* of a closed document; of NULL where they are not kept */
    bool read;               /* the text is here, or `missing` */
    bool missing;
    struct text text;
    struct positions positions;
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
    struct slice bytes = {"", 0};
    struct strbuf read;
    entry->read = true;
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
    struct place_text *entry = add(places, path);
    entry->text = *text;
    entry->read = true;
}

static struct place_text *entry_of(struct places *places, const char *path)
{
    struct place_text *entry = NULL;
    HASH_FIND(hh, places->texts, path, slice_of(path).len, entry);
    if (!entry) {
        entry = add(places, path);
        const struct document *document =
            workspace_find(places->project->workspace->ws, slice_of(path));
        entry->read = document && document->loaded;
        if (entry->read)
            entry->text = document->text;
        else
            line_place_init(&entry->lines, document ? document->lines : NULL);
    }
    return entry;
}

bool places_range(struct places *places, const char *path, struct planls_range range,
                  struct text_range *out)
{
    struct place_text *entry = entry_of(places, path);
    enum text_encoding encoding = places->project->server->client.encoding;
    if (!entry->read && entry->lines.lengths &&
        line_place_position(&entry->lines, range.start, encoding, &out->start) &&
        line_place_position(&entry->lines, range.end, encoding, &out->end))
        return true;
    if (!entry->read)
        read_text(places, path, entry);
    if (entry->missing)
        return false;
    out->start = positions_of(&entry->positions, range.start);
    out->end = positions_of(&entry->positions, range.end);
    return true;
}

cJSON *places_new_range(struct places *places, const char *path, struct planls_range range)
{
    struct text_range found;
    return places_range(places, path, range, &found) ? text_range_new_json(&found) : NULL;
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
