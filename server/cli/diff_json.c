/* diff_json.c: what changed in the plan, for programs. */
#include "cli/diff_formats.h"
#include "cli/json_places.h"

#include <planls/workspace.h>

struct source {
    struct projects *projects;
    struct project *project;
    struct place_cursor cursor;
};

static void set_side(struct source *source, cJSON *record, const struct plan_place *place)
{
    const char *path = place->document->path.ptr;
    json_set(record, "path",
             json_new_string(slice_of(project_path(source->projects, source->project, path))));
    if (!place->document->loaded)
        return; /* the text of the revision is not kept */
    const struct model *model = place->document->model;
    struct span span = place->task != NO_INDEX   ? model->tasks.items[place->task].title_span
                       : place->item != NO_INDEX ? model->items.items[place->item].name_span
                                                 : (struct span){0, 0};
    json_set(record, "range", json_range(&source->cursor, &place->document->text, span));
}

static cJSON *change_json(struct source *source, const struct plan_change *change)
{
    cJSON *record = cJSON_CreateObject();
    const struct plan_place *place = change->now.document ? &change->now : &change->before;
    struct slice title = plan_place_title(place, &source->projects->arena);
    json_set(record, "change", cJSON_CreateString(plan_change_name(change->kind)));
    set_side(source, record, place);
    json_set(record, place->task != NO_INDEX ? "task" : "item",
             place->task == NO_INDEX && place->item == NO_INDEX ? cJSON_CreateNull()
                                                                : json_new_string(title));
    json_set(record, "before", json_string_or_null(change->before_text));
    json_set(record, "now", json_string_or_null(change->now_text));
    if (change->measured)
        json_set(record, "by", cJSON_CreateNumber(change->by));
    if (change->currency[0])
        json_set(record, "currency", cJSON_CreateString(change->currency));
    return record;
}

static cJSON *summary_json(const struct diff_result *result)
{
    static const char *const names[COUNT_COUNT] = {[COUNT_SLIPPED] = "datesSlipped",
                                                   [COUNT_EARLIER] = "datesEarlier",
                                                   [COUNT_GROWN] = "budgetsGrown",
                                                   [COUNT_CUT] = "budgetsCut",
                                                   [COUNT_WEAKENED] = "weakened",
                                                   [COUNT_ADDED] = "itemsAdded",
                                                   [COUNT_REMOVED] = "itemsRemoved",
                                                   [COUNT_TASKS_ADDED] = "tasksAdded",
                                                   [COUNT_TASKS_REMOVED] = "tasksRemoved",
                                                   [COUNT_TASKS_DONE] = "tasksDone",
                                                   [COUNT_OTHER] = "other"};
    size_t counts[COUNT_COUNT] = {0};
    for (size_t p = 0; p < result->all.len; p++)
        for (size_t i = 0; i < result->all.items[p].changes.len; i++)
            counts[diff_count_of(&result->all.items[p].changes.items[i])]++;
    cJSON *summary = cJSON_CreateObject();
    for (size_t i = 0; i < COUNT_COUNT; i++)
        json_set(summary, names[i], cJSON_CreateNumber((double)counts[i]));
    return summary;
}

void diff_print_json(struct output *output, const struct diff_result *result)
{
    struct strbuf *out = &output->text;
    strbuf_puts(out, "{\n  \"version\": 1,\n  \"tool\": {\"name\": \"planls\", \"version\": \"");
    strbuf_printf(out, "%s\"},\n  \"root\": ", planls_version());
    json_print_string(slice_of(result->projects->all.items[0]->root), false, out);
    strbuf_puts(out, ",\n  \"revision\": ");
    json_print_string(slice_of(result->revision), false, out);
    strbuf_puts(out, ",\n  \"summary\": ");
    cJSON *summary = summary_json(result);
    json_print_utf8(summary, out);
    cJSON_Delete(summary);
    strbuf_puts(out, ",\n");
    struct json_list list;
    struct source source = {.projects = result->projects};
    json_list_begin(&list, output, "changes");
    for (size_t p = 0; p < result->all.len; p++) {
        source.project = result->all.items[p].project;
        for (size_t i = 0; i < result->all.items[p].changes.len; i++)
            json_list_add(&list, change_json(&source, &result->all.items[p].changes.items[i]));
    }
    json_list_end(&list);
    strbuf_puts(out, "\n}\n");
}
