/* plan_view.c: planls/planView and planls/planPlace on the wire: requests of our own, for clients that
 * draw a plan. README.md says what goes over.
 */
#include "lsp/plan_view.h"

#include "host/report_json.h"
#include "lsp/documents.h"
#include "lsp/places.h"

#include <planls/plan_view.h>

static cJSON *new_range(void *context, const char *path, struct planls_range range)
{
    return places_new_range(context, path, range);
}

static cJSON *new_plans(struct places *places, const struct planls_plan_view *view)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < view->plan_count; i++) {
        cJSON *json = json_push(list, cJSON_CreateObject());
        json_set(json, "uri", places_new_uri(places, view->plans[i].path));
        json_set(json, "path", json_new_string(slice_of(view->plans[i].path)));
        json_set(json, "title", json_new_string(slice_of(view->plans[i].title)));
    }
    return list;
}

void plan_view_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    if (!question_read(server, params, &question, reply))
        return;
    struct project *project = question.document->project;
    struct planls_results *results = planls_results_new();
    struct planls_plan_view view;
    struct places places;
    places_init(&places, project);
    planls_plan_view(question.workspace, question.path, results, &view);
    struct report_places written = {new_range, &places};
    reply->result = report_new_json(&view.report, &written);
    json_set(reply->result, "uri", cJSON_CreateString(question.document->uri));
    json_set(reply->result, "documentVersion",
             question.document->has_version ? cJSON_CreateNumber(question.document->version)
                                            : cJSON_CreateNull());
    json_set(reply->result, "workspacePlans", new_plans(&places, &view));
    places_release(&places);
    planls_results_free(results);
    project->plan_shown = true;
    project->plan_generation = project->generation;
}

void plan_view_place(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_plan_place place;
    if (planls_plan_place_at(question.workspace, question.path, offset, results, &place)) {
        struct places places;
        places_init(&places, question.document->project);
        reply->result = cJSON_CreateObject();
        json_set(reply->result, "uri", places_new_uri(&places, place.path));
        json_set(reply->result, "key",
                 place.key ? json_new_string(slice_of(place.key)) : cJSON_CreateNull());
        places_release(&places);
    }
    planls_results_free(results);
}

void plan_view_follow(struct server *server)
{
    for (struct project *project = server->projects; project; project = project->next) {
        if (!project->plan_shown || project->plan_generation == project->generation)
            continue;
        project->plan_shown = false; /* until it is asked for anew */
        refresh_want(server, REFRESH_PLANS);
    }
}
