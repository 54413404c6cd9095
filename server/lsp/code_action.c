/* code_action.c: textDocument/codeAction and codeAction/resolve on the wire.
 *
 * A client that resolves gets titles and, in `data`, what planls_action_edits needs to find the edits of
 * the one that is chosen; another client gets all edits at once.
 */
#include "lsp/code_action.h"

#include "host/config.h"
#include "lsp/checks.h"
#include "lsp/diagnostics.h"
#include "lsp/reading.h"
#include "lsp/shape.h"
#include "lsp/workspace_edit.h"

#include <planls/code_action.h>

static const char *const kinds[] = {
    [PLANLS_ACTION_QUICK_FIX] = "quickfix",
    [PLANLS_ACTION_FIX_ALL] = "source.fixAll.planls",
    [PLANLS_ACTION_ORGANIZE] = "source.organizePlan",
    [PLANLS_ACTION_REFACTOR] = "refactor",
    [PLANLS_ACTION_EXTRACT] = "refactor.extract",
    [PLANLS_ACTION_INLINE] = "refactor.inline",
    [PLANLS_ACTION_MOVE] = "refactor.move",
    [PLANLS_ACTION_REWRITE] = "refactor.rewrite",
};

cJSON *code_action_new_kinds(void)
{
    cJSON *all = cJSON_CreateArray();
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        json_push(all, cJSON_CreateString(kinds[i]));
    return all;
}

/* A kind is wanted where the client asks for none in particular, for it, or for one it is a part of:
 * "source" wants "source.fixAll.planls". */
static bool is_wanted(const cJSON *only, const char *kind)
{
    const cJSON *asked;
    struct slice name;
    if (!cJSON_IsArray(only))
        return true;
    cJSON_ArrayForEach(asked, only)
    {
        struct slice rest = slice_of(kind);
        if (!json_string(asked, &name) || !slice_starts(rest, name))
            continue;
        rest = slice_from(rest, name.len);
        if (name.len == 0 || rest.len == 0 || rest.ptr[0] == '.')
            return true;
    }
    return false;
}

cJSON *code_action_new_edit(struct question *question, struct planls_range range, const char *name,
                            int argument, struct reply *reply)
{
    struct project *project = question->document->project;
    struct planls_results *results = planls_results_new();
    const char *const *paths;
    size_t count;
    struct planls_fix fix;
    const char *refusal;
    cJSON *edit = NULL;
    planls_action_documents(question->workspace, question->path, range, name, argument, results,
                            &paths, &count);
    reading_load(project, paths, count);
    if (planls_action_edits(question->workspace, question->path, range, name, argument, results,
                            &fix, &refusal)) {
        struct places places;
        places_init(&places, project);
        edit = workspace_edit_new(&places, &fix);
        places_release(&places);
        if (!edit)
            reply_refuse(reply, "this needs a client that creates and deletes files");
    } else {
        reply_refuse(reply, refusal);
    }
    reading_unload(project, paths, count);
    planls_results_free(results);
    return edit;
}

/* What resolve is to be told again. */
static cJSON *new_data(const struct question *question, struct planls_range range,
                       const struct planls_action *action)
{
    cJSON *data = cJSON_CreateObject();
    cJSON *document = json_set(data, "textDocument", cJSON_CreateObject());
    json_set(document, "uri", cJSON_CreateString(question->document->uri));
    if (question->document->has_version)
        json_set(document, "version", cJSON_CreateNumber(question->document->version));
    json_set(data, "start", cJSON_CreateNumber(range.start));
    json_set(data, "end", cJSON_CreateNumber(range.end));
    json_set(data, "name", cJSON_CreateString(action->name));
    json_set(data, "argument", cJSON_CreateNumber(action->argument));
    return data;
}

/* Sets the edit, or what it can be found by. False where there is none. */
static bool set_edit(cJSON *json, struct places *places, struct question *question,
                     struct planls_range range, const struct planls_action *action)
{
    if (action->name && places->project->server->client.action_resolve) {
        json_set(json, "data", new_data(question, range, action));
        return true;
    }
    struct reply ignored = {0};
    cJSON *edit = action->name ? code_action_new_edit(question, range, action->name,
                                                      action->argument, &ignored)
                               : workspace_edit_new(places, &action->fix);
    if (edit)
        json_set(json, "edit", edit);
    return edit != NULL;
}

static cJSON *new_action(struct places *places, struct question *question,
                         struct planls_range range, const struct planls_action *action,
                         const struct echoes *echoes)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "title", json_new_string(slice_of(action->fix.title)));
    json_set(json, "kind", cJSON_CreateString(kinds[action->kind]));
    cJSON *mends = action->diagnostic ? echoes_new(echoes, places, action->diagnostic) : NULL;
    if (mends)
        json_push(json_set(json, "diagnostics", cJSON_CreateArray()), mends);
    if (action->fix.preferred && places->project->server->client.action_preferred)
        json_set(json, "isPreferred", cJSON_CreateBool(true));
    if (set_edit(json, places, question, range, action))
        return json;
    cJSON_Delete(json);
    return NULL;
}

/* The actions of a kind that is wanted. */
static cJSON *new_list(struct places *places, struct question *question, struct span span,
                       const struct planls_actions *actions, const cJSON *context)
{
    cJSON *list = cJSON_CreateArray();
    struct echoes echoes;
    echoes_init(&echoes, json_get(context, "diagnostics"));
    for (size_t i = 0; i < actions->len; i++) {
        const struct planls_action *action = &actions->items[i];
        if (!is_wanted(json_get(context, "only"), kinds[action->kind]))
            continue;
        cJSON *json = new_action(places, question, facade_range(span), action, &echoes);
        if (json)
            json_push(list, json);
    }
    echoes_release(&echoes);
    return list;
}

/* A configuration's problems that know what was meant. False where the document is none. */
static bool answer_configuration(struct server *server, const cJSON *params, struct reply *reply)
{
    struct slice uri;
    struct span span;
    struct question question = {0};
    if (json_get_string(params, "textDocument.uri", &uri))
        question.document = documents_find(server, uri);
    if (!question.document || !question.document->buffer)
        return false;
    const struct config *config = question.document->buffer;
    positions_init(&question.positions, &config->text, server->client.encoding);
    if (!positions_read_range(&question.positions, json_get(params, "range"), &span))
        return false;
    struct arena arena;
    struct planls_actions actions = {0};
    arena_init(&arena);
    for (size_t i = 0; i < config->problems.len; i++) {
        const struct planls_diagnostic *problem = &config->problems.items[i];
        bool touched = problem->range.start <= span.end && span.start <= problem->range.end;
        for (size_t f = 0; touched && f < problem->fix_count; f++)
            *VEC_PUSH(&arena, &actions) = (struct planls_action){
                .kind = PLANLS_ACTION_QUICK_FIX, .diagnostic = problem, .fix = problem->fixes[f]};
    }
    struct places places;
    places_init(&places, question.document->project);
    places_put_text(&places, question.document->file->path, &config->text);
    reply->result = new_list(&places, &question, span, &actions, json_get(params, "context"));
    places_release(&places);
    arena_release(&arena);
    return true;
}

void code_action_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct span span;
    if (server->client.action_literals && answer_configuration(server, params, reply))
        return;
    if (!question_read(server, params, &question, reply))
        return;
    if (!positions_read_range(&question.positions, json_get(params, "range"), &span)) {
        reply_invalid(reply, "expected range, with start and end");
        return;
    }
    if (!server->client.action_literals)
        return; /* such a client knows commands only, and there are none */
    struct planls_results *results = planls_results_new();
    struct planls_actions actions = {0};
    planls_actions_at(question.workspace, question.path, facade_range(span),
                      checks_findings(question.document), results, &actions);
    struct places places;
    places_init(&places, question.document->project);
    reply->result = new_list(&places, &question, span, &actions, json_get(params, "context"));
    places_release(&places);
    planls_results_free(results);
}

void code_action_resolve(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    const cJSON *data = json_get(params, "data");
    const cJSON *name = json_get(data, "name"), *argument = json_get(data, "argument");
    const cJSON *version = json_at(data, "textDocument.version");
    struct planls_range range;
    if (!shape_fits(params, &shape_code_action)) {
        reply_invalid(reply, "expected a code action as this server sent it");
        return;
    }
    if (!data) { /* it was complete when it went out */
        reply->result = cJSON_Duplicate(params, true);
        return;
    }
    if (!cJSON_IsString(name) || !cJSON_IsNumber(argument) ||
        !json_get_u32(data, "start", &range.start) || !json_get_u32(data, "end", &range.end)) {
        reply_invalid(reply, "expected data as this server sent it");
        return;
    }
    if (!question_read(server, data, &question, reply)) {
        if (!reply->error)
            reply_fail(reply, RPC_CONTENT_MODIFIED, "the document is no longer open");
        return;
    }
    if (version && (!cJSON_IsNumber(version) || !question.document->has_version ||
                    version->valueint != question.document->version)) {
        reply_fail(reply, RPC_CONTENT_MODIFIED, "the document has changed since");
        return;
    }
    cJSON *edit =
        code_action_new_edit(&question, range, name->valuestring, argument->valueint, reply);
    if (!edit)
        return;
    reply->result = cJSON_Duplicate(params, true);
    cJSON_DeleteItemFromObject(reply->result, "data");
    json_set(reply->result, "edit", edit);
}
