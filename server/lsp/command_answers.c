/* command_answers.c: what `planls check`, `explain`, `next` and `report` say, for an editor. Places are the
 * protocol's locations and ranges. */
#include "lsp/command_answers.h"

#include "base/date.h"
#include "host/report_json.h"
#include "lsp/checks.h"
#include "lsp/diagnostics.h"
#include "lsp/places.h"
#include "rules/rule.h"

#include <planls/next.h>

cJSON *command_answers_check(struct question *question)
{
    struct places places;
    places_init(&places, question->document->project);
    cJSON *list = diagnostics_new_list(&places, checks_findings(question->document));
    places_release(&places);
    return list;
}

cJSON *command_answers_explain(const char *rule)
{
    const char *page = rule_page(rule);
    return page ? json_new_string(slice_of(page)) : NULL;
}

static cJSON *new_text_or_null(const char *text)
{
    return text[0] ? json_new_string(slice_of(text)) : cJSON_CreateNull();
}

static cJSON *new_entry(struct places *places, const struct planls_next_entry *entry)
{
    cJSON *location = places_new_location(places, entry->where.path, entry->where.name);
    if (!location)
        return NULL;
    char due[11];
    bool dated = entry->due != INT32_MIN;
    if (dated)
        date_format(entry->due, due);
    cJSON *json = cJSON_CreateObject();
    json_set(json, "location", location);
    json_set(json, "turn", cJSON_CreateString(planls_turn_name(entry->turn)));
    json_set(json, "kind", cJSON_CreateString(entry->task ? "task" : "item"));
    json_set(json, "name", json_new_string(slice_of(entry->name)));
    json_set(json, "item", new_text_or_null(entry->item));
    json_set(json, "owners", new_text_or_null(entry->owners));
    json_set(json, "due", dated ? cJSON_CreateString(due) : cJSON_CreateNull());
    json_set(json, "week", entry->week ? cJSON_CreateNumber(entry->week) : cJSON_CreateNull());
    cJSON *waits = json_set(json, "waitsFor", cJSON_CreateArray());
    for (size_t i = 0; i < entry->waits_count; i++)
        json_push(waits, json_new_string(slice_of(entry->waits_for[i])));
    return json;
}

cJSON *command_answers_next(struct question *question, const char *owner)
{
    struct planls_results *results = planls_results_new();
    struct planls_next_entries entries = {0};
    struct places places;
    cJSON *list = cJSON_CreateArray();
    planls_next(question->workspace, NULL, 0, owner, results, &entries);
    places_init(&places, question->document->project);
    for (size_t i = 0; i < entries.len; i++) {
        cJSON *json = new_entry(&places, &entries.items[i]);
        if (json)
            json_push(list, json);
    }
    places_release(&places);
    planls_results_free(results);
    return list;
}

static cJSON *new_range(void *context, const char *path, struct planls_range range)
{
    return places_new_range(context, path, range);
}

cJSON *command_answers_report(struct question *question)
{
    struct planls_results *results = planls_results_new();
    struct planls_report report;
    struct places places;
    places_init(&places, question->document->project);
    planls_report(question->workspace, &question->path, 1, results, &report);
    struct report_places writer = {new_range, &places};
    cJSON *json = report_new_json(&report, &writer);
    places_release(&places);
    planls_results_free(results);
    return json;
}
