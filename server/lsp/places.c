/* places.c: places in documents, open or closed, as the protocol writes them. */
#include "lsp/places.h"

#include "host/files.h"
#include "host/paths.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/folders.h"
#include "lsp/uri.h"
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
    strbuf_init(&places->root_uri, STRBUF_NO_LIMIT);
    strbuf_init(&places->uri, STRBUF_NO_LIMIT);
}

void places_release(struct places *places)
{
    HASH_CLEAR(hh, places->texts);
    arena_release(&places->arena);
    strbuf_release(&places->root_uri);
    strbuf_release(&places->uri);
}

/* Does a folder of the client's lie below the root? Its URI counts for what is in it, then. */
static bool is_divided(const struct project *project)
{
    for (const struct folder *folder = project->server->folders; folder; folder = folder->next) {
        struct slice relative;
        if (paths_inside(project->root, folder->path, &relative) && relative.len > 0)
            return true;
    }
    return false;
}

static void read_root_uri(struct places *places)
{
    const struct project *project = places->project;
    folders_uri(project->server, paths_join(&places->arena, project->root, SLICE("-")),
                &places->root_uri);
    places->root_uri.ptr[--places->root_uri.len] = '\0';
}

struct slice places_uri(struct places *places, const char *path)
{
    const struct project *project = places->project;
    const struct file *file = files_find(project, slice_of(path));
    if (file && file->open)
        return slice_of(file->open->uri);
    strbuf_clear(&places->uri);
    if (project->root && is_divided(project)) {
        folders_uri(project->server, paths_join(&places->arena, project->root, slice_of(path)),
                    &places->uri);
    } else if (project->root) {
        if (places->root_uri.len == 0)
            read_root_uri(places);
        strbuf_append(&places->uri, strbuf_slice(&places->root_uri));
        uri_escape(slice_of(path), &places->uri);
    }
    return strbuf_slice(&places->uri);
}

cJSON *places_new_uri(struct places *places, const char *path)
{
    return json_new_string(places_uri(places, path));
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
