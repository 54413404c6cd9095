/* code_action.c: textDocument/codeAction on the wire. */
#include "lsp/code_action.h"

#include "lsp/checks.h"
#include "lsp/diagnostics.h"
#include "lsp/workspace_edit.h"

#include <planls/code_action.h>

static const char *const kinds[] = {
    [PLANLS_ACTION_QUICK_FIX] = "quickfix",
    [PLANLS_ACTION_FIX_ALL] = "source.fixAll.planls",
    [PLANLS_ACTION_REFACTOR] = "refactor",
};

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

static cJSON *new_action(struct places *places, const struct planls_action *action,
                         const struct echoes *echoes)
{
    cJSON *edit = workspace_edit_new(places, &action->fix);
    if (!edit)
        return NULL;
    cJSON *json = cJSON_CreateObject();
    json_set(json, "title", json_new_string(slice_of(action->fix.title)));
    json_set(json, "kind", cJSON_CreateString(kinds[action->kind]));
    cJSON *mends = action->diagnostic ? echoes_new(echoes, places, action->diagnostic) : NULL;
    if (mends)
        json_push(json_set(json, "diagnostics", cJSON_CreateArray()), mends);
    if (action->fix.preferred && places->project->server->client.action_preferred)
        json_set(json, "isPreferred", cJSON_CreateBool(true));
    json_set(json, "edit", edit);
    return json;
}

void code_action_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    struct span span;
    const cJSON *context = json_get(params, "context");
    const cJSON *range = json_get(params, "range");
    if (!question_read(server, params, &question, reply))
        return;
    if (!positions_read_range(&question.positions, range, &span)) {
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
    struct echoes echoes;
    places_init(&places, question.document->project);
    echoes_init(&echoes, json_get(context, "diagnostics"));
    reply->result = cJSON_CreateArray();
    for (size_t i = 0; i < actions.len; i++) {
        const struct planls_action *action = &actions.items[i];
        if (!is_wanted(json_get(context, "only"), kinds[action->kind]))
            continue;
        cJSON *json = new_action(&places, action, &echoes);
        if (json)
            json_push(reply->result, json);
    }
    echoes_release(&echoes);
    places_release(&places);
    planls_results_free(results);
}
