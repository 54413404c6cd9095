/* code_lens.c: textDocument/codeLens on the wire.
 *
 * A lens runs the client's own command `planls.showPlaces` with [uri, position, locations], as the
 * references list of editors wants them; a client that does not know it shows the words alone, or
 * names another in its capabilities (`experimental.planls.showPlaces`).
 */
#include "lsp/code_lens.h"

#include "lsp/documents.h"
#include "lsp/places.h"
#include "lsp/shape.h"

#include <planls/code_lens.h>

static cJSON *new_command(const char *name, struct places *places, struct question *question,
                          const struct planls_lens *lens)
{
    cJSON *command = cJSON_CreateObject();
    json_set(command, "title", json_new_string(slice_of(lens->title)));
    json_set(command, "command", cJSON_CreateString(lens->places.len ? name : ""));
    if (lens->places.len == 0)
        return command;
    cJSON *arguments = json_set(command, "arguments", cJSON_CreateArray());
    cJSON *range = positions_new_range(&question->positions, facade_span(lens->range));
    json_push(arguments, cJSON_CreateString(question->document->uri));
    json_push(arguments, cJSON_DetachItemFromObject(range, "start"));
    cJSON_Delete(range);
    cJSON *locations = json_push(arguments, cJSON_CreateArray());
    for (size_t i = 0; i < lens->places.len; i++) {
        cJSON *one =
            places_new_location(places, lens->places.items[i].path, lens->places.items[i].name);
        if (one)
            json_push(locations, one);
    }
    return command;
}

void code_lens_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    if (!question_read(server, params, &question, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_lenses lenses = {0};
    struct places places;
    planls_lenses(question.workspace, question.path, results, &lenses);
    places_init(&places, question.document->project);
    reply->result = cJSON_CreateArray();
    for (size_t i = 0; i < lenses.len; i++) {
        cJSON *json = json_push(reply->result, cJSON_CreateObject());
        json_set(json, "range",
                 positions_new_range(&question.positions, facade_span(lenses.items[i].range)));
        json_set(json, "command",
                 new_command(server->client.show_places, &places, &question, &lenses.items[i]));
    }
    places_release(&places);
    planls_results_free(results);
    refresh_told_lenses(question.document);
}

void code_lens_resolve(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)server;
    if (shape_fits(params, &shape_code_lens))
        reply->result = cJSON_Duplicate(params, true);
    else
        reply_invalid(reply, "expected a lens as this server sent it");
}
