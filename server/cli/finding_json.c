/* finding_json.c: a finding as a record of the command line's JSON. */
#include "cli/finding_json.h"

#include "cli/json_places.h"
#include "host/rule_link.h"

/* Path and range of a place in any document of the project. */
static void set_place(struct finding_source *source, struct place_cursor *cursor, cJSON *object,
                      const char *path, struct planls_range range)
{
    const struct text *text = project_text(source->projects, source->project, path);
    json_set(object, "path",
             json_new_string(slice_of(project_path(source->projects, source->project, path))));
    json_set(object, "range", json_range(cursor, text, (struct span){range.start, range.end}));
}

static cJSON *edit_json(struct finding_source *source, const struct planls_edit *edit)
{
    cJSON *object = cJSON_CreateObject();
    if (edit->create)
        json_set(
            object, "create",
            json_new_string(slice_of(project_path(source->projects, source->project, edit->path))));
    else
        set_place(source, &source->edits, object, edit->path, edit->range);
    json_set(object, "newText", json_new_string((struct slice){edit->new_text, edit->new_len}));
    return object;
}

static cJSON *fix_json(struct finding_source *source, const struct planls_fix *fix)
{
    cJSON *object = cJSON_CreateObject();
    json_set(object, "title", json_new_string(slice_of(fix->title)));
    json_set(object, "safe", cJSON_CreateBool(fix->safe));
    cJSON *edits = json_set(object, "edits", cJSON_CreateArray());
    for (size_t i = 0; i < fix->edit_count; i++)
        json_push(edits, edit_json(source, &fix->edits[i]));
    return object;
}

static void set_url(cJSON *object, const char *code)
{
    struct strbuf url;
    strbuf_init(&url, STRBUF_NO_LIMIT);
    if (rule_link(code, &url))
        json_set(object, "url", json_new_string(strbuf_slice(&url)));
    strbuf_release(&url);
}

cJSON *finding_json(struct finding_source *source, struct project *project,
                    const struct planls_diagnostic *d)
{
    source->project = project;
    cJSON *object = cJSON_CreateObject();
    set_place(source, &source->findings, object, d->path, d->range);
    json_set(object, "severity", json_new_string(slice_of(human_severity(d->severity))));
    json_set(object, "code", json_new_string(slice_of(d->code)));
    json_set(object, "message", json_new_string(slice_of(d->message)));
    set_url(object, d->code);
    cJSON *related = json_set(object, "related", cJSON_CreateArray());
    for (size_t i = 0; i < d->related_count; i++) {
        cJSON *other = json_push(related, cJSON_CreateObject());
        set_place(source, &source->related, other, d->related[i].where.path,
                  d->related[i].where.range);
        json_set(other, "message", json_new_string(slice_of(d->related[i].message)));
    }
    cJSON *fixes = json_set(object, "fixes", cJSON_CreateArray());
    for (size_t i = 0; i < d->fix_count; i++)
        json_push(fixes, fix_json(source, &d->fixes[i]));
    return object;
}

cJSON *findings_summary_json(const struct findings *findings)
{
    const struct human_counts *counts = &findings->counts;
    const struct {
        const char *name;
        size_t count;
    } members[] = {{"files", findings->files},      {"items", findings->items},
                   {"tasks", findings->tasks},      {"errors", counts->errors},
                   {"warnings", counts->warnings},  {"hints", counts->hints},
                   {"waived", findings->waived.len}};
    /* What was waived is told where it was asked for: by a gate. */
    size_t count = sizeof members / sizeof *members - !findings->gate;
    cJSON *object = cJSON_CreateObject();
    for (size_t i = 0; i < count; i++)
        json_set(object, members[i].name, cJSON_CreateNumber((double)members[i].count));
    return object;
}

cJSON *waived_json(struct finding_source *source, const struct waived_finding *finding)
{
    const struct planls_waived *waived = finding->waived;
    cJSON *object = finding_json(source, finding->project, &waived->diagnostic);
    json_set(object, "because", json_new_string(slice_of(waived->reason)));
    json_set(object, "until", json_string_or_null(slice_of(waived->until)));
    json_set(object, "by", cJSON_CreateString(waived->where.path ? "comment" : "configuration"));
    return object;
}
