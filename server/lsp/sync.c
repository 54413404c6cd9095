/* sync.c: opening, changing, saving and closing documents. */
#include "lsp/sync.h"

#include "lsp/config_buffer.h"
#include "lsp/files.h"
#include "lsp/scan.h"
#include "lsp/uri.h"
#include "text/changing.h"
#include "text/edit.h"

/* JSON is not a plan; it is opened where a client wants its configuration's findings. */
static bool is_plain(struct slice uri, struct slice language)
{
    return slice_starts(language, SLICE("json")) || slice_ends_nocase(uri, SLICE(".json")) ||
           slice_ends_nocase(uri, SLICE(".jsonc"));
}

static void read_version(struct open_document *document, const cJSON *params)
{
    int64_t version;
    document->has_version = json_int(json_at(params, "textDocument.version"), &version) &&
                            version >= INT32_MIN && version <= INT32_MAX;
    document->version = document->has_version ? (int32_t)version : 0;
    document->edit = ++document->project->server->edits;
}

static struct slice path_of(const struct open_document *document)
{
    return (struct slice){document->file->path, document->file->path_len};
}

void sync_did_open(struct server *server, const cJSON *params, struct reply *reply)
{
    const cJSON *item = json_get(params, "textDocument");
    const cJSON *text = json_get(item, "text");
    struct slice uri, bytes, language = {NULL, 0};
    if (!json_get_string(item, "uri", &uri) || !cJSON_IsString(text)) {
        reply_invalid(reply, "expected textDocument with uri and text");
        return;
    }
    if (!uri_has_scheme(uri)) {
        reply_invalid(reply, "textDocument.uri is no URI");
        return;
    }
    json_get_string(item, "languageId", &language);
    if (documents_find(server, uri))
        server_log(server, LOG_WARNING, "opened twice: %.*s", SLICE_ARG(uri));
    struct open_document *document = documents_open(server, uri, is_plain(uri, language));
    read_version(document, params);
    struct arena arena;
    arena_init(&arena);
    json_text(text, &arena, &bytes);
    documents_put(document, bytes);
    arena_release(&arena);
    scan_if_stale(document->project);
}

/* ---- changes --------------------------------------------------------------------------------- */

/* What a change's range says; false where there is none, and the whole text is replaced. */
static bool read_range(const cJSON *change, struct text_position *start, struct text_position *end)
{
    const cJSON *range = json_get(change, "range");
    return positions_read_place(json_get(range, "start"), start) &&
           positions_read_place(json_get(range, "end"), end);
}

static bool is_change(const cJSON *change)
{
    struct text_position start, end;
    const cJSON *range = json_get(change, "range");
    /* Some write null for what is left out; refused, the text would be another than the client's. */
    return cJSON_IsString(json_get(change, "text")) &&
           (!range || cJSON_IsNull(range) || read_range(change, &start, &end));
}

/* All of them, one after the other. */
static void apply_each(struct changing *changing, const cJSON *changes, enum text_encoding encoding)
{
    const cJSON *change;
    struct text_position start, end;
    cJSON_ArrayForEach(change, changes)
    {
        struct arena arena;
        struct slice text;
        arena_init(&arena);
        json_text(json_get(change, "text"), &arena, &text);
        if (read_range(change, &start, &end))
            changing_replace(changing, start, end, encoding, text);
        else
            changing_set(changing, text);
        arena_release(&arena);
    }
}

static void apply_to_buffer(struct open_document *document, const cJSON *changes,
                            enum text_encoding encoding)
{
    struct changing changing;
    changing_init(&changing, document->buffer->text.bytes);
    apply_each(&changing, changes, encoding);
    config_buffer_put(document, changing_text(&changing));
    changing_release(&changing);
}

/* One change, which most are, needs no copy of the text. */
static bool apply_one(struct open_document *document, const cJSON *change,
                      enum text_encoding encoding)
{
    struct workspace *ws = document->project->workspace->ws;
    const struct text *old = &workspace_find(ws, path_of(document))->text;
    struct text_edit edit = {{0, (uint32_t)old->bytes.len}, {NULL, 0}};
    struct positions positions;
    struct arena arena;
    arena_init(&arena);
    positions_init(&positions, old, encoding);
    json_text(json_get(change, "text"), &arena, &edit.new_text);
    positions_read_range(&positions, json_get(change, "range"), &edit.span);
    edit = text_edit_minimal(old->bytes, edit);
    bool good = workspace_edit(ws, path_of(document), edit.span, edit.new_text) != NULL;
    arena_release(&arena);
    return good;
}

/* All changes of one message as one edit of the old text: it is parsed again only once. */
static bool apply_all(struct open_document *document, const cJSON *changes,
                      enum text_encoding encoding)
{
    struct workspace *ws = document->project->workspace->ws;
    struct slice old = workspace_find(ws, path_of(document))->text.bytes;
    struct changing changing;
    if (cJSON_GetArraySize(changes) == 1)
        return apply_one(document, changes->child, encoding);
    changing_init(&changing, old);
    apply_each(&changing, changes, encoding);
    struct text_edit edit = {{0, (uint32_t)old.len}, changing_text(&changing)};
    edit = text_edit_minimal(old, edit);
    bool good = workspace_edit(ws, path_of(document), edit.span, edit.new_text) != NULL;
    changing_release(&changing);
    return good;
}

/* The open document that params name; NULL, with the reply filled, where there is none. */
static struct open_document *named(struct server *server, const cJSON *params, struct reply *reply)
{
    struct slice uri = {NULL, 0};
    if (!json_get_string(params, "textDocument.uri", &uri)) {
        reply_invalid(reply, "expected textDocument.uri, a string");
        return NULL;
    }
    struct open_document *document = documents_find(server, uri);
    if (!document)
        reply_invalid(reply, "the document is not open");
    return document;
}

void sync_did_change(struct server *server, const cJSON *params, struct reply *reply)
{
    struct open_document *document = named(server, params, reply);
    const cJSON *changes = json_get(params, "contentChanges");
    const cJSON *change;
    if (!document)
        return;
    bool good = cJSON_IsArray(changes);
    cJSON_ArrayForEach(change, changes)
    {
        good = good && is_change(change);
    }
    if (!good) {
        reply_invalid(reply, "expected contentChanges, each with a text and a range or none");
        return;
    }
    read_version(document, params);
    if (document->buffer)
        apply_to_buffer(document, changes, server->client.encoding);
    if (document->plain)
        return;
    struct project *project = document->project;
    project_before_change(project, path_of(document));
    if (cJSON_GetArraySize(changes) > 0 && !apply_all(document, changes, server->client.encoding))
        server_log(server, LOG_ERROR, "%s: the text has become too long", document->uri);
    project_after_change(project, path_of(document));
    documents_mark_edited(document);
}

void sync_did_save(struct server *server, const cJSON *params, struct reply *reply)
{
    struct open_document *document = named(server, params, reply);
    if (document)
        scan_start(document->project);
}

void sync_did_close(struct server *server, const cJSON *params, struct reply *reply)
{
    struct open_document *document = named(server, params, reply);
    if (document)
        documents_close(server, document);
}
