/* index_records.c: references, gates, stops, checkpoints and index entries in the index's JSON. */
#include "cli/index_formats.h"
#include "cli/index_values.h"
#include "features/facade.h"

/* ---- references ------------------------------------------------------------------------------ */

/* "13", "2-4", "#anchor's name", or nothing. */
static struct slice section_said(const struct index_document *in, const struct reference *reference)
{
    if (reference->section_from.len && reference->section_to.len &&
        !slice_equal(reference->section_from, reference->section_to))
        return slice_of(arena_printf(in->arena, "%.*s-%.*s", SLICE_ARG(reference->section_from),
                                     SLICE_ARG(reference->section_to)));
    if (reference->section_from.len)
        return reference->section_from;
    return reference->fragment.len ? reference->fragment : reference->section_title;
}

static const char *target_path(const struct index_document *in, const struct reference *reference,
                               const struct target *target)
{
    if (target->document)
        return arena_cstring(in->arena, target->document->path);
    struct slice path = path_resolve(in->document->path, reference->path, in->arena);
    return path.len ? arena_cstring(in->arena, path) : NULL;
}

static cJSON *target_json(const struct index_document *in, const struct reference *reference,
                          const struct target *target)
{
    cJSON *object = cJSON_CreateObject();
    const char *path = target_path(in, reference, target);
    json_set(object, "path",
             path ? json_new_string(slice_of(project_path(in->projects, in->project, path)))
                  : json_string_or_null(reference->path));
    json_set(object, "section", json_string_or_null(section_said(in, reference)));
    const struct text *text =
        target->document ? project_text(in->projects, in->project, path) : NULL;
    json_set(object, "line",
             text ? cJSON_CreateNumber(text_line_of(text, target->span.start) + 1.0)
                  : cJSON_CreateNull());
    return object;
}

/* true, false, or null where nothing can be said (a URL, a pattern, outside the workspace). */
static cJSON *resolved_json(enum resolution resolution)
{
    switch (resolution) {
    case RESOLVED:
    case RESOLVED_PATH_ONLY:
        return cJSON_CreateTrue();
    case UNRESOLVED_FILE:
    case UNRESOLVED_FRAGMENT:
    case AMBIGUOUS:
        return cJSON_CreateFalse();
    case UNRESOLVED_UNKNOWN:
        break;
    }
    return cJSON_CreateNull();
}

void index_references(const struct index_document *in)
{
    const struct model *model = in->document->model;
    for (size_t i = 0; i < model->references.len; i++) {
        const struct reference *reference = &model->references.items[i];
        struct target target = {NULL, NO_INDEX, NO_INDEX, NO_INDEX, {0, 0}};
        enum resolution resolution =
            resolve_reference(in->project->workspace->ws, in->document, reference, &target);
        cJSON *record = index_record(in, reference->span);
        json_set(record, "target", target_json(in, reference, &target));
        json_set(record, "resolved", resolved_json(resolution));
        json_list_add(in->list, record);
    }
}

/* ---- gates, stops, checkpoints, entries ------------------------------------------------------ */

void index_gates(const struct index_document *in)
{
    const struct model *model = in->document->model;
    for (size_t i = 0; i < model->gates.len; i++) {
        const struct gate *gate = &model->gates.items[i];
        cJSON *record = index_record(in, gate->span);
        json_set(record, "title", json_string_or_null(gate->title));
        json_set(record, "item", index_item_link(in, in->document, gate->item));
        json_set(record, "criteria", index_criteria(&gate->criteria));
        json_list_add(in->list, record);
    }
}

void index_stops(const struct index_document *in)
{
    const struct model *model = in->document->model;
    for (size_t i = 0; i < model->stops.len; i++) {
        const struct stop *stop = &model->stops.items[i];
        cJSON *record = index_record(in, stop->span);
        json_set(record, "condition", json_new_string(stop->condition));
        json_set(record, "signal", json_string_or_null(stop->signal));
        json_set(record, "action", json_string_or_null(stop->action));
        json_list_add(in->list, record);
    }
}

void index_checkpoints(const struct index_document *in)
{
    const struct model *model = in->document->model;
    for (size_t i = 0; i < model->checkpoints.len; i++) {
        const struct checkpoint *checkpoint = &model->checkpoints.items[i];
        const struct money *money = &checkpoint->amount;
        bool stated = money->where.end > money->where.start && !money->placeholder;
        cJSON *record = index_record(in, checkpoint->span);
        json_set(record, "title", json_string_or_null(checkpoint->title));
        json_set(record, "at", index_time_point(checkpoint->at));
        json_set(record, "amount", stated ? cJSON_CreateNumber(money->amount) : cJSON_CreateNull());
        if (stated)
            json_set(record, "currency",
                     json_new_string(money->currency[0] ? slice_of(money->currency)
                                                        : in->project->settings.currency));
        if (stated && money->approx)
            json_set(record, "approx", cJSON_CreateTrue());
        json_list_add(in->list, record);
    }
}

void index_entries(const struct index_document *in)
{
    const struct model *model = in->document->model;
    for (size_t i = 0; i < model->entries.len; i++) {
        const struct index_entry *entry = &model->entries.items[i];
        cJSON *record = index_record(in, entry->span);
        json_set(record, "target", json_new_string(entry->target));
        json_set(record, "cadence", json_string_or_null(entry->cadence));
        json_set(record, "owner", json_string_or_null(entry->owner));
        json_set(record, "audience", json_string_or_null(entry->audience));
        json_set(record, "sections", json_string_or_null(entry->sections));
        json_list_add(in->list, record);
    }
}
