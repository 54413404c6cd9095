/* workspace_edit.c: edits as the protocol's WorkspaceEdit. */
#include "lsp/workspace_edit.h"

#include "lsp/documents.h"
#include "lsp/files.h"

#include <string.h>

static cJSON *new_text_edit(struct places *places, const struct planls_edit *edit)
{
    struct text empty = {SLICE_INIT(""), (const uint32_t[]){0}, 1};
    struct positions start;
    positions_init(&start, &empty, TEXT_UTF8);
    cJSON *range = edit->create ? positions_new_range(&start, SPAN_NONE)
                                : places_new_range(places, edit->path, edit->range);
    if (!range)
        return NULL;
    cJSON *json = cJSON_CreateObject();
    json_set(json, "range", range);
    json_set(json, "newText", json_new_string((struct slice){edit->new_text, edit->new_len}));
    return json;
}

/* The edits of the first edit's document; NULL where one of them cannot be said. */
static cJSON *new_edits_of(struct places *places, const struct planls_fix *fix, const char *path)
{
    cJSON *edits = cJSON_CreateArray();
    for (size_t i = 0; i < fix->edit_count; i++) {
        if (strcmp(fix->edits[i].path, path) != 0)
            continue;
        cJSON *edit = new_text_edit(places, &fix->edits[i]);
        if (!edit) {
            cJSON_Delete(edits);
            return NULL;
        }
        json_push(edits, edit);
    }
    return edits;
}

static bool is_first_of_path(const struct planls_fix *fix, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(fix->edits[i].path, fix->edits[index].path) == 0)
            return false;
    return true;
}

static void push_operation(struct places *places, cJSON *changes, const char *kind,
                           const char *path)
{
    cJSON *operation = json_push(changes, cJSON_CreateObject());
    json_set(operation, "kind", cJSON_CreateString(kind));
    json_set(operation, "uri", places_new_uri(places, path));
}

/* Can the client do what the edits do to files? It can do that in documentChanges only, so who announces
 * such operations takes those too. */
static bool can_do(const struct client *client, const struct planls_fix *fix, bool *operations)
{
    bool can = true;
    *operations = false;
    for (size_t i = 0; i < fix->edit_count; i++) {
        *operations = *operations || fix->edits[i].create || fix->edits[i].remove;
        can = can && (!fix->edits[i].create || client->create_files) &&
              (!fix->edits[i].remove || client->delete_files);
    }
    return can;
}

static void push_document_edit(struct places *places, cJSON *changes, const char *path,
                               cJSON *edits)
{
    const struct file *file = files_find(places->project, slice_of(path));
    bool versioned = file && file->open && file->open->has_version;
    cJSON *change = json_push(changes, cJSON_CreateObject());
    cJSON *document = json_set(change, "textDocument", cJSON_CreateObject());
    json_set(document, "uri", places_new_uri(places, path));
    json_set(document, "version",
             versioned ? cJSON_CreateNumber(file->open->version) : cJSON_CreateNull());
    json_set(change, "edits", edits);
}

cJSON *workspace_edit_new(struct places *places, const struct planls_fix *fix)
{
    const struct client *client = &places->project->server->client;
    bool operations;
    if (!can_do(client, fix, &operations))
        return NULL;
    bool by_document = client->document_changes || operations;
    cJSON *json = cJSON_CreateObject();
    cJSON *changes = by_document ? json_set(json, "documentChanges", cJSON_CreateArray())
                                 : json_set(json, "changes", cJSON_CreateObject());
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        if (!is_first_of_path(fix, i))
            continue;
        if (edit->remove) {
            push_operation(places, changes, "delete", edit->path);
            continue;
        }
        cJSON *edits = new_edits_of(places, fix, edit->path);
        if (!edits) {
            cJSON_Delete(json);
            return NULL;
        }
        if (edit->create)
            push_operation(places, changes, "create", edit->path);
        if (by_document) {
            push_document_edit(places, changes, edit->path, edits);
        } else {
            cJSON *uri = places_new_uri(places, edit->path);
            json_set_copied(changes, uri->valuestring, edits);
            cJSON_Delete(uri);
        }
    }
    return json;
}
