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

static void put_text(struct strbuf *out, const char *name, const char *text)
{
    strbuf_puts(out, name);
    json_print_string(slice_of(text), true, out);
}

static void put_number(struct strbuf *out, const char *name, int64_t number)
{
    strbuf_puts(out, name);
    json_print_integer(number, out);
}

static void put_range(struct strbuf *out, const char *name, struct question *question,
                      struct planls_range range)
{
    struct text_position start = positions_of(&question->positions, range.start);
    struct text_position end = positions_of(&question->positions, range.end);
    strbuf_puts(out, name);
    put_number(out, "{\"start\":{\"line\":", start.line);
    put_number(out, ",\"character\":", start.column);
    put_number(out, "},\"end\":{\"line\":", end.line);
    put_number(out, ",\"character\":", end.column);
    strbuf_puts(out, "}}");
}

static void put_edit(struct strbuf *out, struct question *question,
                     const struct planls_completion *completion, const char *text)
{
    put_text(out, ",\"textEdit\":{\"newText\":", text);
    if (question->document->project->server->client.completion_insert_replace) {
        put_range(out, ",\"insert\":", question, completion->insert);
        put_range(out, ",\"replace\":", question, completion->replace);
    } else {
        put_range(out, ",\"range\":", question, completion->replace);
    }
    strbuf_putc(out, '}');
}

static void put_data(struct strbuf *out, const struct question *question,
                     const struct planls_about *about)
{
    put_text(out, ",\"data\":{\"uri\":", question->document->uri);
    put_number(out, ",\"kind\":", about->kind);
    put_text(out, ",\"path\":", about->path);
    put_number(out, ",\"index\":", about->index);
    put_text(out, ",\"name\":", about->name);
    strbuf_putc(out, '}');
}

/* As text: a list of them is long, and it is asked for at every letter. */
static void put_completion(struct strbuf *out, struct question *question,
                           const struct planls_completion *completion, size_t place)
{
    const struct client *client = &question->document->project->server->client;
    bool snippet = completion->snippet && client->completion_snippets;
    const char *text = snippet ? completion->snippet : completion->new_text;
    put_text(out, "{\"label\":", completion->label);
    int kind = kind_number(completion->kind);
    if (client->completion_kinds >> kind & 1)
        put_number(out, ",\"kind\":", kind);
    if (completion->cancelled && client->completion_tags)
        strbuf_puts(out, ",\"tags\":[1]");
    else if (completion->cancelled && client->completion_deprecated)
        strbuf_puts(out, ",\"deprecated\":true");
    if (completion->detail[0])
        put_text(out, ",\"detail\":", completion->detail);
    strbuf_puts(out, ",\"sortText\":\"");
    for (size_t least = 1000; least > 1 && place < least; least /= 10)
        strbuf_putc(out, '0');
    put_number(out, "", (int64_t)place);
    strbuf_putc(out, '"');
    /* Neovim 0.7 puts what is accepted where its edit begins only if no text to filter by is sent. */
    if (strcmp(completion->filter, completion->label) != 0)
        put_text(out, ",\"filterText\":", completion->filter);
    put_number(out, ",\"insertTextFormat\":", snippet ? 2 : 1);
    if (client->completion_as_is && slice_find_byte(slice_of(text), '\n') != SLICE_NONE)
        strbuf_puts(out, ",\"insertTextMode\":1");
    put_edit(out, question, completion, text);
    if (completion->about.kind != PLANLS_ABOUT_NOTHING)
        put_data(out, question, &completion->about);
    strbuf_putc(out, '}');
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
    struct strbuf item;
    strbuf_init(&item, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < completions.len; i++) {
        strbuf_clear(&item);
        put_completion(&item, &question, &completions.items[i], i);
        json_push(items, json_new_raw(&item));
    }
    strbuf_release(&item);
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
