/* location_answer.c: places as Locations or LocationLinks. */
#include "lsp/location_answer.h"

#include "lsp/places.h"

static cJSON *new_link(struct places *places, const struct planls_location *target,
                       const struct question *question, struct planls_range origin)
{
    cJSON *range = places_new_range(places, target->path, target->range);
    if (!range)
        return NULL;
    cJSON *link = cJSON_CreateObject();
    json_set(link, "originSelectionRange", places_new_range(places, question->path, origin));
    json_set(link, "targetUri", places_new_uri(places, target->path));
    json_set(link, "targetRange", range);
    json_set(link, "targetSelectionRange", places_new_range(places, target->path, target->name));
    return link;
}

cJSON *location_answer_new(const struct question *question, struct planls_range origin,
                           const struct planls_locations *found, bool links)
{
    struct places places;
    places_init(&places, question->document->project);
    cJSON *answer = cJSON_CreateArray();
    for (size_t i = 0; i < found->len; i++) {
        const struct planls_location *target = &found->items[i];
        cJSON *one = links ? new_link(&places, target, question, origin)
                           : places_new_location(&places, target->path, target->name);
        if (one)
            json_push(answer, one);
    }
    places_release(&places);
    return answer;
}

void location_answer(struct server *server, const cJSON *params, location_find *find, bool links,
                     struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_locations found = {0};
    struct planls_range origin = {offset, offset};
    find(question.workspace, question.path, offset, results, &origin, &found);
    reply->result = location_answer_new(&question, origin, &found, links);
    planls_results_free(results);
}
