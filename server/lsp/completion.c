/* completion.c: textDocument/completion and completionItem/resolve on the wire. */
#include "lsp/completion.h"

#include "lsp/documents.h"
#include "lsp/shape.h"

#include <planls/completion.h>
#include <planls/hover.h>

/* The protocol's CompletionItemKind. */
static int kind_number(enum planls_completion_kind kind)
{
    static const int numbers[] = {
        [PLANLS_COMPLETION_FIELD] = 10,                                  /* Property */
        [PLANLS_COMPLETION_PERSON] = 6,                                  /* Variable */
        [PLANLS_COMPLETION_ITEM] = 7,                                    /* Class */
        [PLANLS_COMPLETION_TASK] = 23,                                   /* Event */
        [PLANLS_COMPLETION_FILE] = 17,                                   /* File */
        [PLANLS_COMPLETION_FOLDER] = 19,                                 /* Folder */
        [PLANLS_COMPLETION_SECTION] = 18,                                /* Reference */
        [PLANLS_COMPLETION_STATUS] = 20,                                 /* EnumMember */
        [PLANLS_COMPLETION_TIME] = 12,                                   /* Value */
        [PLANLS_COMPLETION_VALUE] = 12,   [PLANLS_COMPLETION_RULE] = 14, /* Keyword */
        [PLANLS_COMPLETION_SNIPPET] = 15,
    };
    return numbers[kind];
}

static cJSON *new_edit(struct question *question, const struct planls_completion *completion,
                       const char *text)
{
    const struct client *client = &question->document->project->server->client;
    struct span insert = facade_span(completion->insert);
    struct span replace = facade_span(completion->replace);
    cJSON *edit = cJSON_CreateObject();
    json_set(edit, "newText", json_new_string(slice_of(text)));
    if (client->completion_insert_replace) {
        json_set(edit, "insert", positions_new_range(&question->positions, insert));
        json_set(edit, "replace", positions_new_range(&question->positions, replace));
    } else {
        json_set(edit, "range", positions_new_range(&question->positions, replace));
    }
    return edit;
}

static cJSON *new_data(struct question *question, const struct planls_about *about)
{
    cJSON *data = cJSON_CreateObject();
    json_set(data, "uri", cJSON_CreateString(question->document->uri));
    json_set(data, "kind", cJSON_CreateNumber(about->kind));
    json_set(data, "path", json_new_string(slice_of(about->path)));
    json_set(data, "index", cJSON_CreateNumber(about->index));
    json_set(data, "name", json_new_string(slice_of(about->name)));
    return data;
}

static cJSON *new_completion(struct question *question, const struct planls_completion *completion,
                             size_t place)
{
    const struct client *client = &question->document->project->server->client;
    bool snippet = completion->snippet && client->completion_snippets;
    const char *text = snippet ? completion->snippet : completion->new_text;
    char order[24];
    cJSON *json = cJSON_CreateObject();
    json_set(json, "label", json_new_string(slice_of(completion->label)));
    int kind = kind_number(completion->kind);
    if (client->completion_kinds >> kind & 1)
        json_set(json, "kind", cJSON_CreateNumber(kind));
    if (completion->cancelled && client->completion_tags)
        json_push(json_set(json, "tags", cJSON_CreateArray()), cJSON_CreateNumber(1));
    else if (completion->cancelled && client->completion_deprecated)
        json_set(json, "deprecated", cJSON_CreateBool(true));
    if (completion->detail[0])
        json_set(json, "detail", json_new_string(slice_of(completion->detail)));
    snprintf(order, sizeof order, "%04zu", place);
    json_set(json, "sortText", cJSON_CreateString(order));
    /* Neovim 0.7 puts what is accepted where its edit begins only if no text to filter by is sent. */
    if (strcmp(completion->filter, completion->label) != 0)
        json_set(json, "filterText", json_new_string(slice_of(completion->filter)));
    json_set(json, "insertTextFormat", cJSON_CreateNumber(snippet ? 2 : 1));
    if (client->completion_as_is && slice_find_byte(slice_of(text), '\n') != SLICE_NONE)
        json_set(json, "insertTextMode", cJSON_CreateNumber(1));
    json_set(json, "textEdit", new_edit(question, completion, text));
    if (completion->about.kind != PLANLS_ABOUT_NOTHING)
        json_set(json, "data", new_data(question, &completion->about));
    return json;
}

/* The character that the question came of, if it came of one. */
static char trigger_of(const cJSON *params)
{
    uint32_t kind;
    struct slice character;
    const cJSON *context = json_get(params, "context");
    if (!json_get_u32(context, "triggerKind", &kind) || kind != 2 ||
        !json_get_string(context, "triggerCharacter", &character) || character.len != 1)
        return 0;
    return character.ptr[0];
}

void completion_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_completions completions = {0};
    planls_complete(question.workspace, question.path, offset, trigger_of(params), results,
                    &completions);
    reply->result = cJSON_CreateObject();
    json_set(reply->result, "isIncomplete", cJSON_CreateBool(completions.cut));
    cJSON *items = json_set(reply->result, "items", cJSON_CreateArray());
    for (size_t i = 0; i < completions.len; i++)
        json_push(items, new_completion(&question, &completions.items[i], i));
    planls_results_free(results);
}

/* ---- documentation --------------------------------------------------------------------------- */

static bool read_data(const cJSON *data, struct slice *uri, struct planls_about *about)
{
    uint32_t kind;
    struct slice path, name;
    if (!json_get_string(data, "uri", uri) || !json_get_u32(data, "kind", &kind) ||
        kind > PLANLS_ABOUT_RULE || !json_get_string(data, "path", &path) ||
        !json_get_u32(data, "index", &about->index) || !json_get_string(data, "name", &name))
        return false;
    about->kind = (enum planls_about_kind)kind;
    about->path = path.ptr; /* the JSON's strings end in NUL */
    about->name = name.ptr;
    return true;
}

void completion_resolve(struct server *server, const cJSON *params, struct reply *reply)
{
    struct slice uri;
    struct planls_about about;
    if (!shape_fits(params, &shape_completion_item)) {
        reply_invalid(reply, "expected a completion as this server sent it");
        return;
    }
    reply->result = cJSON_Duplicate(params, true);
    const struct open_document *document = NULL;
    if (read_data(json_get(params, "data"), &uri, &about))
        document = documents_find(server, uri);
    if (!document)
        return; /* as it came: nothing more is known */
    struct planls_results *results = planls_results_new();
    const char *card =
        planls_completion_card(document->project->workspace, document->file->path, &about, results);
    if (card[0] && !json_get(params, "documentation")) {
        bool markdown = server->client.completion_markdown;
        const char *text = markdown ? card : planls_plain_text(card, results);
        cJSON *documentation = json_set(reply->result, "documentation", cJSON_CreateObject());
        json_set(documentation, "kind", cJSON_CreateString(markdown ? "markdown" : "plaintext"));
        json_set(documentation, "value", json_new_string(slice_of(text)));
    }
    planls_results_free(results);
}

cJSON *completion_new_capability(void)
{
    cJSON *json = cJSON_CreateObject();
    cJSON *triggers = json_set(json, "triggerCharacters", cJSON_CreateArray());
    for (const char *const *trigger = planls_completion_triggers; *trigger; trigger++)
        json_push(triggers, cJSON_CreateString(*trigger));
    json_set(json, "resolveProvider", cJSON_CreateBool(true));
    return json;
}
