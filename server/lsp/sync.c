/* sync.c: opening, changing, saving and closing documents. */
#include "lsp/sync.h"

#include "lsp/config_buffer.h"
#include "lsp/files.h"
#include "lsp/scan.h"
#include "lsp/uri.h"
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
    struct slice uri, text, language = {NULL, 0};
    if (!json_get_string(item, "uri", &uri) || !json_get_string(item, "text", &text)) {
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
    documents_put(document, text);
    scan_if_stale(document->project);
}

/* ---- changes --------------------------------------------------------------------------------- */

/* A text being changed: the bytes so far, in one of two buffers. */
struct changing {
    struct strbuf bytes, spare;
    enum text_encoding encoding;
};

static bool is_change(const cJSON *change)
{
    struct slice text;
    struct span span;
    struct text empty = {SLICE_INIT(""), (const uint32_t[]){0}, 1};
    struct positions positions;
    positions_init(&positions, &empty, TEXT_UTF8);
    const cJSON *range = json_get(change, "range");
    return json_get_string(change, "text", &text) &&
           (!range || positions_read_range(&positions, range, &span));
}

static struct text_edit edit_of(const cJSON *change, const struct text *text,
                                enum text_encoding encoding)
{
    struct text_edit edit = {{0, (uint32_t)text->bytes.len}, {NULL, 0}};
    struct positions positions;
    positions_init(&positions, text, encoding);
    json_get_string(change, "text", &edit.new_text);
    positions_read_range(&positions, json_get(change, "range"), &edit.span);
    return edit;
}

static void apply(struct changing *changing, const cJSON *change)
{
    struct arena arena;
    struct text text;
    arena_init(&arena);
    text_init(&text, strbuf_slice(&changing->bytes), &arena);
    struct text_edit edit = edit_of(change, &text, changing->encoding);
    strbuf_clear(&changing->spare);
    text_edits_apply(text.bytes, &edit, 1, &changing->spare);
    struct strbuf done = changing->spare;
    changing->spare = changing->bytes;
    changing->bytes = done;
    arena_release(&arena);
}

static void apply_each(struct changing *changing, const cJSON *changes, struct slice old)
{
    const cJSON *change;
    strbuf_init(&changing->bytes, TEXT_MAX_BYTES);
    strbuf_init(&changing->spare, TEXT_MAX_BYTES);
    strbuf_append(&changing->bytes, old);
    cJSON_ArrayForEach(change, changes)
    {
        apply(changing, change);
    }
}

static void apply_to_buffer(struct open_document *document, const cJSON *changes,
                            enum text_encoding encoding)
{
    struct changing changing = {.encoding = encoding};
    apply_each(&changing, changes, document->buffer->text.bytes);
    config_buffer_put(document, strbuf_slice(&changing.bytes));
    strbuf_release(&changing.bytes);
    strbuf_release(&changing.spare);
}

/* All changes of one message as one edit of the old text: it is parsed again only once. */
static bool apply_all(struct open_document *document, const cJSON *changes,
                      enum text_encoding encoding)
{
    struct workspace *ws = document->project->workspace->ws;
    const struct text *old = &workspace_find(ws, path_of(document))->text;
    struct text_edit edit;
    if (cJSON_GetArraySize(changes) == 1) {
        edit = text_edit_minimal(old->bytes, edit_of(changes->child, old, encoding));
        return workspace_edit(ws, path_of(document), edit.span, edit.new_text) != NULL;
    }
    struct changing changing = {.encoding = encoding};
    apply_each(&changing, changes, old->bytes);
    edit.span = (struct span){0, (uint32_t)old->bytes.len};
    edit.new_text = strbuf_slice(&changing.bytes);
    edit = text_edit_minimal(old->bytes, edit);
    bool good = workspace_edit(ws, path_of(document), edit.span, edit.new_text) != NULL;
    strbuf_release(&changing.bytes);
    strbuf_release(&changing.spare);
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
