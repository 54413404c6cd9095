/* check_gitlab.c: what was found, as GitLab's code quality report: a list of
 * {description, check_name, fingerprint, severity, location: {path, lines: {begin, end}}}. */
#include "cli/check_formats.h"
#include "cli/ci_places.h"
#include "host/json.h"

static const char *severity_name(enum planls_severity severity)
{
    switch (severity) {
    case PLANLS_ERROR:
        return "major";
    case PLANLS_WARNING:
        return "minor";
    case PLANLS_HINT:
        break;
    }
    return "info";
}

static cJSON *record_of(const struct planls_diagnostic *diagnostic, const char *path,
                        struct ci_region at, const char *fingerprint)
{
    cJSON *record = cJSON_CreateObject();
    json_set(record, "description", json_new_string(slice_of(diagnostic->message)));
    json_set(record, "check_name", json_new_string(slice_of(diagnostic->code)));
    json_set(record, "fingerprint", json_new_string(slice_of(fingerprint)));
    json_set(record, "severity", cJSON_CreateString(severity_name(diagnostic->severity)));
    cJSON *location = json_set(record, "location", cJSON_CreateObject());
    json_set(location, "path", json_new_string(slice_of(path)));
    cJSON *lines = json_set(location, "lines", cJSON_CreateObject());
    json_set(lines, "begin", cJSON_CreateNumber(at.start_line));
    json_set(lines, "end", cJSON_CreateNumber(at.end_line));
    return record;
}

void check_print_gitlab(struct output *output, struct projects *projects,
                        const struct findings *findings, const struct arguments *arguments)
{
    (void)arguments;
    struct strbuf *out = &output->text;
    struct place_cursor cursor = {0};
    const char *root = ci_root(projects);
    struct ci_fingerprint *prints =
        ci_fingerprints(projects, findings->all.items, findings->all.len, &projects->arena);
    strbuf_puts(out, "[");
    for (size_t i = 0; i < findings->all.len; i++) {
        const struct finding *finding = &findings->all.items[i];
        const struct planls_diagnostic *diagnostic = finding->diagnostic;
        const struct text *text = project_text(projects, finding->project, diagnostic->path);
        cJSON *record =
            record_of(diagnostic, ci_path(projects, root, finding->project, diagnostic->path),
                      ci_region(&cursor, text, diagnostic->range), prints[i].hex);
        strbuf_puts(out, i ? ",\n  " : "\n  ");
        json_print_utf8(record, out);
        cJSON_Delete(record);
        output_flush(output);
    }
    strbuf_puts(out, findings->all.len ? "\n]\n" : "]\n");
}
