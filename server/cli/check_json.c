/* check_json.c: what was found, for programs. */
#include "cli/check_formats.h"
#include "cli/json_places.h"
#include "host/rule_link.h"

#include <planls/workspace.h>

struct source {
    struct projects *projects;
    struct project *project;
    struct place_cursor findings, related, edits; /* each in order, more or less */
};

/* Path and range of a place in any document of the project. */
static void set_place(struct source *source, struct place_cursor *cursor, cJSON *object,
                      const char *path, struct planls_range range)
{
    const struct text *text = project_text(source->projects, source->project, path);
    json_set(object, "path",
             json_new_string(slice_of(project_path(source->projects, source->project, path))));
    json_set(object, "range", json_range(cursor, text, (struct span){range.start, range.end}));
}

static cJSON *edit_json(struct source *source, const struct planls_edit *edit)
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

static cJSON *fix_json(struct source *source, const struct planls_fix *fix)
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

static cJSON *diagnostic_json(struct source *source, const struct finding *finding)
{
    const struct planls_diagnostic *d = finding->diagnostic;
    source->project = finding->project;
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

static void print_summary(struct strbuf *out, const struct findings *findings)
{
    strbuf_printf(
        out,
        "  \"summary\": {\"files\": %zu, \"items\": %zu, \"tasks\": %zu, \"errors\": %zu, "
        "\"warnings\": %zu, \"hints\": %zu},\n",
        findings->files, findings->items, findings->tasks, findings->counts.errors,
        findings->counts.warnings, findings->counts.hints);
}

void check_print_json(struct output *output, struct projects *projects,
                      const struct findings *findings, const struct arguments *arguments)
{
    (void)arguments;
    struct strbuf *out = &output->text;
    strbuf_printf(out,
                  "{\n  \"version\": 1,\n  \"tool\": {\"name\": \"planls\", \"version\": \"%s\"},\n"
                  "  \"root\": ",
                  planls_version());
    json_print_string(slice_of(projects->all.items[0]->root), false, out);
    strbuf_puts(out, ",\n");
    print_summary(out, findings);
    struct source source = {.projects = projects};
    struct json_list list;
    json_list_begin(&list, output, "diagnostics");
    for (size_t i = 0; i < findings->all.len; i++)
        json_list_add(&list, diagnostic_json(&source, &findings->all.items[i]));
    json_list_end(&list);
    strbuf_puts(out, "\n}\n");
}
