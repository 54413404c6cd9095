/* execute_command.c: workspace/executeCommand on the wire.
 *
 *     planls.fixAll [uri]                         `planls fix`
 *     planls.organizePlan [uri]                   `planls refactor --action organize-plan FILE`
 *     planls.gantt [uri]                          `planls refactor --action gantt FILE`
 *     planls.shift [uri, position, weeks, with?]  `planls refactor --action shift-dependents --by WEEKS
 *                                                 --line N FILE`; with "following" shift-following
 *     planls.refactor [uri, position, name, by?]  `planls refactor --action NAME --line N FILE`
 *     planls.report [uri]                         `planls report --format json FILE`
 *     planls.check [uri]                          `planls check --format json FILE`
 *     planls.next [uri, owner?]                   `planls next --format json --owner OWNER`
 *     planls.explain [rule]                       `planls explain RULE`
 *
 * A command changes nothing itself: it asks the client to (workspace/applyEdit). Its result is null, of
 * one that answers the answer (command_answers.h); an error says why there is nothing to change.
 */
#include "lsp/execute_command.h"

#include "lsp/code_action.h"
#include "lsp/command_answers.h"

#include <string.h>

struct command {
    const char *name, *label;
    const char *action; /* of planls/code_action.h; NULL: see run */
    void (*run)(struct server *server, const struct command *command, const cJSON *arguments,
                struct reply *reply);
};

/* ---- edits --------------------------------------------------------------------------------------- */

static void applied(struct server *server, const cJSON *result)
{
    bool done;
    struct slice why;
    if (json_get_bool(result, "applied", &done) && done)
        return;
    if (!json_get_string(result, "failureReason", &why))
        why = SLICE("no reason given");
    server_log(server, LOG_WARNING, "the client did not apply an edit: %.*s", SLICE_ARG(why));
}

/* The document of the first argument. */
static bool read_document(struct server *server, const cJSON *arguments, struct question *question,
                          struct reply *reply)
{
    const cJSON *uri = cJSON_GetArrayItem(arguments, 0);
    if (!cJSON_IsString(uri)) {
        reply_invalid(reply, "expected a document's uri, a string, as the first argument");
        return false;
    }
    cJSON *params = cJSON_CreateObject();
    json_set(json_set(params, "textDocument", cJSON_CreateObject()), "uri",
             cJSON_CreateString(uri->valuestring));
    bool found = question_read(server, params, question, reply);
    cJSON_Delete(params);
    if (!found && !reply->error)
        reply_refuse(reply, "this document is not open");
    else if (found && !question->document->project->ready)
        reply_refuse(reply, "the plan is still being read; try again in a moment");
    return found && !reply->error;
}

static bool read_place(struct question *question, const cJSON *arguments,
                       struct planls_range *range, struct reply *reply)
{
    if (!positions_read(&question->positions, cJSON_GetArrayItem(arguments, 1), &range->start)) {
        reply_invalid(reply,
                      "expected a position, with line and character, as the second argument");
        return false;
    }
    range->end = range->start;
    return true;
}

/* A whole number among the arguments; `otherwise` where it is left out and need not be there. */
static bool read_number(const cJSON *arguments, int index, const int *otherwise, int *number,
                        struct reply *reply)
{
    const cJSON *value = cJSON_GetArrayItem(arguments, index);
    bool whole = cJSON_IsNumber(value) && value->valuedouble > -10000 &&
                 value->valuedouble < 10000 && value->valuedouble == (double)value->valueint;
    if (!whole && !(otherwise && (!value || cJSON_IsNull(value)))) {
        snprintf(reply->message, sizeof reply->message,
                 "expected a whole number between -10000 and 10000 as argument %d", index + 1);
        reply->error = RPC_INVALID_PARAMS;
        return false;
    }
    *number = whole ? value->valueint : *otherwise;
    return true;
}

static void apply(struct server *server, struct question *question, struct planls_range range,
                  const char *label, const char *action, int argument, struct reply *reply)
{
    if (!server->client.apply_edit) {
        reply_refuse(reply, "this needs a client that applies edits");
        return;
    }
    cJSON *edit = code_action_new_edit(question, range, action, argument, reply);
    if (!edit)
        return;
    cJSON *params = cJSON_CreateObject();
    json_set(params, "label", cJSON_CreateString(label));
    json_set(params, "edit", edit);
    server_request(server, "workspace/applyEdit", params, applied);
}

/* ---- commands ------------------------------------------------------------------------------------ */

static void run_on_document(struct server *server, const struct command *command,
                            const cJSON *arguments, struct reply *reply)
{
    struct question question;
    if (read_document(server, arguments, &question, reply))
        apply(server, &question, (struct planls_range){0, 0}, command->label, command->action, 0,
              reply);
}

static void run_shift(struct server *server, const struct command *command, const cJSON *arguments,
                      struct reply *reply)
{
    struct question question;
    struct planls_range range;
    int weeks;
    const cJSON *with = cJSON_GetArrayItem(arguments, 3);
    bool following = cJSON_IsString(with) && strcmp(with->valuestring, "following") == 0;
    bool dependents = !with || cJSON_IsNull(with) ||
                      (cJSON_IsString(with) && strcmp(with->valuestring, "dependents") == 0);
    if (!read_document(server, arguments, &question, reply) ||
        !read_place(&question, arguments, &range, reply) ||
        !read_number(arguments, 2, NULL, &weeks, reply))
        return;
    if (!following && !dependents) {
        reply_invalid(reply, "expected \"dependents\" or \"following\" as the fourth argument");
        return;
    }
    apply(server, &question, range, command->label,
          following ? "shift-following" : "shift-dependents", weeks, reply);
}

static void run_refactor(struct server *server, const struct command *command,
                         const cJSON *arguments, struct reply *reply)
{
    static const int none = 0;
    struct question question;
    struct planls_range range;
    int argument;
    const cJSON *name = cJSON_GetArrayItem(arguments, 2);
    if (!read_document(server, arguments, &question, reply) ||
        !read_place(&question, arguments, &range, reply))
        return;
    if (!cJSON_IsString(name)) {
        reply_invalid(reply, "expected an action's name, a string, as the third argument");
        return;
    }
    if (read_number(arguments, 3, &none, &argument, reply))
        apply(server, &question, range, command->label, name->valuestring, argument, reply);
}

static void run_check(struct server *server, const struct command *command, const cJSON *arguments,
                      struct reply *reply)
{
    (void)command;
    struct question question;
    if (read_document(server, arguments, &question, reply))
        reply->result = command_answers_check(&question);
}

static void run_report(struct server *server, const struct command *command, const cJSON *arguments,
                       struct reply *reply)
{
    (void)command;
    struct question question;
    if (read_document(server, arguments, &question, reply))
        reply->result = command_answers_report(&question);
}

static void run_next(struct server *server, const struct command *command, const cJSON *arguments,
                     struct reply *reply)
{
    (void)command;
    struct question question;
    const cJSON *owner = cJSON_GetArrayItem(arguments, 1);
    if (owner && !cJSON_IsNull(owner) && !cJSON_IsString(owner))
        reply_invalid(reply, "expected an owner's name, a string, as the second argument");
    else if (read_document(server, arguments, &question, reply))
        reply->result =
            command_answers_next(&question, cJSON_IsString(owner) ? owner->valuestring : NULL);
}

static void run_explain(struct server *server, const struct command *command,
                        const cJSON *arguments, struct reply *reply)
{
    (void)server;
    (void)command;
    const cJSON *rule = cJSON_GetArrayItem(arguments, 0);
    if (!cJSON_IsString(rule))
        reply_invalid(reply, "expected a rule's name, a string, as the first argument");
    else if (!(reply->result = command_answers_explain(rule->valuestring)))
        reply_refuse(reply, "there is no such rule");
}

static const struct command commands[] = {
    {"planls.fixAll", "Apply all safe planls fixes", "fix-all", run_on_document},
    {"planls.organizePlan", "Order the fields", "organize-plan", run_on_document},
    {"planls.gantt", "Gantt chart", "gantt", run_on_document},
    {"planls.shift", "Shift by weeks", NULL, run_shift},
    {"planls.refactor", "Change the plan", NULL, run_refactor},
    {"planls.report", "Report", NULL, run_report},
    {"planls.check", "Check", NULL, run_check},
    {"planls.next", "What is next", NULL, run_next},
    {"planls.explain", "Explain a rule", NULL, run_explain},
};
#define COMMANDS (sizeof commands / sizeof *commands)

cJSON *execute_command_new_names(void)
{
    cJSON *names = cJSON_CreateArray();
    for (size_t i = 0; i < COMMANDS; i++)
        json_push(names, cJSON_CreateString(commands[i].name));
    return names;
}

void execute_command_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct slice name;
    const cJSON *arguments = json_get(params, "arguments");
    if (!json_get_string(params, "command", &name) || (arguments && !cJSON_IsArray(arguments))) {
        reply_invalid(reply, "expected command, a string, and arguments, an array");
        return;
    }
    for (size_t i = 0; i < COMMANDS; i++) {
        if (!slice_is(name, commands[i].name))
            continue;
        commands[i].run(server, &commands[i], arguments, reply);
        return;
    }
    snprintf(reply->message, sizeof reply->message, "there is no command \"%.*s\"",
             name.len < 200 ? (int)name.len : 200, name.ptr);
    reply->error = RPC_INVALID_PARAMS;
}
