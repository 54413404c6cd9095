/* check_sarif.c: what was found, in the Static Analysis Results Interchange Format 2.1.0.
 *
 * Section numbers are those of the OASIS standard (27 March 2020). Results say how they were
 * suppressed (3.35) where a gate asked for it.
 */
#include "cli/check_formats.h"
#include "cli/ci_places.h"
#include "host/json.h"
#include "host/rule_link.h"
#include "rules/rule.h"
#include "text/utf8.h"

#include <planls/workspace.h>

#define INFORMATION "https://github.com/planls/planls"
#define SCHEMA      "https://json.schemastore.org/sarif-2.1.0.json"
#define ROOT_ID     "SRCROOT"

struct sarif {
    struct output *output;
    struct projects *projects;
    struct project *project;
    const char *root;
    struct place_cursor results, related, edits;
    bool *used; /* parallel to rule_table */
};

static const char *level_of(enum planls_severity severity)
{
    switch (severity) {
    case PLANLS_ERROR:
        return "error";
    case PLANLS_WARNING:
        return "warning";
    case PLANLS_HINT:
        break;
    }
    return "note";
}

static cJSON *message_json(struct slice text)
{
    cJSON *message = cJSON_CreateObject();
    json_set(message, "text", json_new_string(text));
    return message;
}

/* ---- places ---------------------------------------------------------------------------------- */

static cJSON *artifact_json(struct sarif *sarif, const char *path)
{
    struct strbuf uri;
    strbuf_init(&uri, STRBUF_NO_LIMIT);
    ci_uri(&uri, ci_path(sarif->projects, sarif->root, sarif->project, path));
    cJSON *artifact = cJSON_CreateObject();
    json_set(artifact, "uri", json_new_string(strbuf_slice(&uri)));
    json_set(artifact, "uriBaseId", cJSON_CreateString(ROOT_ID));
    strbuf_release(&uri);
    return artifact;
}

static cJSON *region_json(struct sarif *sarif, struct place_cursor *cursor, const char *path,
                          struct planls_range range)
{
    const struct text *text = project_text(sarif->projects, sarif->project, path);
    struct ci_region at = ci_region(cursor, text, range);
    cJSON *region = cJSON_CreateObject();
    json_set(region, "startLine", cJSON_CreateNumber(at.start_line));
    json_set(region, "startColumn", cJSON_CreateNumber(at.start_column));
    json_set(region, "endLine", cJSON_CreateNumber(at.end_line));
    json_set(region, "endColumn", cJSON_CreateNumber(at.end_column));
    return region;
}

static cJSON *location_json(struct sarif *sarif, struct place_cursor *cursor, const char *path,
                            struct planls_range range)
{
    cJSON *location = cJSON_CreateObject();
    cJSON *physical = json_set(location, "physicalLocation", cJSON_CreateObject());
    json_set(physical, "artifactLocation", artifact_json(sarif, path));
    json_set(physical, "region", region_json(sarif, cursor, path, range));
    return location;
}

/* ---- fixes (3.55) ---------------------------------------------------------------------------- */

/* A replacement cannot make a file, nor carry bytes that are no text. */
static bool fix_can_be_said(const struct planls_fix *fix)
{
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        struct slice text = {edit->new_text, edit->new_len};
        if (edit->create || utf8_valid_prefix(text) != text.len)
            return false;
    }
    return fix->edit_count > 0;
}

static cJSON *fix_json(struct sarif *sarif, const struct planls_fix *fix)
{
    cJSON *object = cJSON_CreateObject();
    json_set(object, "description", message_json(slice_of(fix->title)));
    cJSON *changes = json_set(object, "artifactChanges", cJSON_CreateArray());
    cJSON *replacements = NULL;
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        if (i == 0 || strcmp(edit->path, fix->edits[i - 1].path) != 0) {
            cJSON *change = json_push(changes, cJSON_CreateObject());
            json_set(change, "artifactLocation", artifact_json(sarif, edit->path));
            replacements = json_set(change, "replacements", cJSON_CreateArray());
        }
        cJSON *replacement = json_push(replacements, cJSON_CreateObject());
        json_set(replacement, "deletedRegion",
                 region_json(sarif, &sarif->edits, edit->path, edit->range));
        json_set(replacement, "insertedContent",
                 message_json((struct slice){edit->new_text, edit->new_len}));
    }
    return object;
}

/* ---- results (3.27) -------------------------------------------------------------------------- */

static void set_related(struct sarif *sarif, cJSON *result,
                        const struct planls_diagnostic *diagnostic)
{
    if (diagnostic->related_count == 0)
        return;
    cJSON *list = json_set(result, "relatedLocations", cJSON_CreateArray());
    for (size_t i = 0; i < diagnostic->related_count; i++) {
        const struct planls_related *related = &diagnostic->related[i];
        cJSON *location = json_push(
            list, location_json(sarif, &sarif->related, related->where.path, related->where.range));
        json_set(location, "message", message_json(slice_of(related->message)));
    }
}

static void set_fixes(struct sarif *sarif, cJSON *result,
                      const struct planls_diagnostic *diagnostic)
{
    cJSON *fixes = NULL;
    for (size_t i = 0; i < diagnostic->fix_count; i++) {
        if (!fix_can_be_said(&diagnostic->fixes[i]))
            continue;
        if (!fixes)
            fixes = json_set(result, "fixes", cJSON_CreateArray());
        json_push(fixes, fix_json(sarif, &diagnostic->fixes[i]));
    }
}

static cJSON *result_json(struct sarif *sarif, struct project *project,
                          const struct planls_diagnostic *diagnostic, const char *fingerprint)
{
    sarif->project = project;
    cJSON *result = cJSON_CreateObject();
    json_set(result, "ruleId", json_new_string(slice_of(diagnostic->code)));
    json_set(result, "level", cJSON_CreateString(level_of(diagnostic->severity)));
    json_set(result, "message", message_json(slice_of(diagnostic->message)));
    cJSON *locations = json_set(result, "locations", cJSON_CreateArray());
    json_push(locations,
              location_json(sarif, &sarif->results, diagnostic->path, diagnostic->range));
    cJSON *prints = json_set(result, "partialFingerprints", cJSON_CreateObject());
    json_set(prints, "planlsFinding/v1", cJSON_CreateString(fingerprint));
    set_related(sarif, result, diagnostic);
    set_fixes(sarif, result, diagnostic);
    return result;
}

static cJSON *suppression_json(const struct planls_waived *waived)
{
    cJSON *suppression = cJSON_CreateObject();
    json_set(suppression, "kind", cJSON_CreateString(waived->where.path ? "inSource" : "external"));
    json_set(suppression, "status", cJSON_CreateString("accepted"));
    json_set(suppression, "justification", json_new_string(slice_of(waived->reason)));
    return suppression;
}

static void print_record(struct sarif *sarif, cJSON *record, bool *any)
{
    struct strbuf *out = &sarif->output->text;
    strbuf_puts(out, *any ? ",\n        " : "\n        ");
    *any = true;
    json_print_utf8(record, out);
    cJSON_Delete(record);
    output_flush(sarif->output);
}

static void print_results(struct sarif *sarif, const struct findings *findings)
{
    struct strbuf *out = &sarif->output->text;
    struct arena *arena = &sarif->projects->arena;
    /* Suppressed ones are counted behind the others, so that a waiver changes no fingerprint. */
    size_t count = findings->all.len, waived = findings->gate ? findings->waived.len : 0;
    struct finding *all = arena_array(arena, count + waived + 1, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = findings->all.items[i];
    for (size_t i = 0; i < waived; i++)
        all[count + i] = (struct finding){findings->waived.items[i].project,
                                          &findings->waived.items[i].waived->diagnostic,
                                          findings->waived.items[i].path};
    struct ci_fingerprint *prints = ci_fingerprints(sarif->projects, all, count + waived, arena);
    bool any = false;
    strbuf_puts(out, "      \"results\": [");
    for (size_t i = 0; i < count + waived; i++) {
        cJSON *result = result_json(sarif, all[i].project, all[i].diagnostic, prints[i].hex);
        if (waived) { /* 3.27.23: all results say it, or none does */
            cJSON *list = json_set(result, "suppressions", cJSON_CreateArray());
            if (i >= count)
                json_push(list, suppression_json(findings->waived.items[i - count].waived));
        }
        print_record(sarif, result, &any);
    }
    strbuf_puts(out, any ? "\n      ]" : "]");
}

/* ---- the tool (3.18, 3.49) ------------------------------------------------------------------- */

static cJSON *rule_json(const struct rule *rule)
{
    const char *name = rule->name;
    cJSON *object = cJSON_CreateObject();
    json_set(object, "id", json_new_string(slice_of(name)));
    json_set(object, "shortDescription", message_json(slice_of(rule->summary)));
    cJSON *help = json_set(object, "help", message_json(slice_of(rule_page(name))));
    json_set(help, "markdown", json_new_string(slice_of(rule_page(name))));
    struct strbuf url;
    strbuf_init(&url, STRBUF_NO_LIMIT);
    if (rule_link(name, &url))
        json_set(object, "helpUri", json_new_string(strbuf_slice(&url)));
    strbuf_release(&url);
    cJSON *configuration = json_set(object, "defaultConfiguration", cJSON_CreateObject());
    json_set(configuration, "level", cJSON_CreateString(level_of(rule->severity)));
    return object;
}

/* Says of the rule with that code that it found something; false where it is no rule's. */
static bool use_rule(struct sarif *sarif, const char *code)
{
    for (size_t i = 0; i < rule_count; i++)
        if (strcmp(rule_table[i]->name, code) == 0)
            return sarif->used[i] = true;
    return false;
}

static void print_rules(struct sarif *sarif, const struct findings *findings)
{
    bool any = false, configuration = false;
    for (size_t i = 0; i < findings->all.len; i++)
        configuration = !use_rule(sarif, findings->all.items[i].diagnostic->code) || configuration;
    for (size_t i = 0; findings->gate && i < findings->waived.len; i++)
        use_rule(sarif, findings->waived.items[i].waived->diagnostic.code);
    strbuf_puts(&sarif->output->text, "\"rules\": [");
    for (size_t i = 0; i < rule_count; i++)
        if (sarif->used[i])
            print_record(sarif, rule_json(rule_table[i]), &any);
    if (configuration)
        print_record(sarif, rule_json(rule_find_page(CONFIG_PROBLEM_CODE)), &any);
    strbuf_puts(&sarif->output->text, "]");
}

static void print_base(struct sarif *sarif)
{
    struct strbuf *out = &sarif->output->text;
    strbuf_puts(out, "      \"originalUriBaseIds\": {\"" ROOT_ID "\": {\"uri\": \"file://");
    if (sarif->root[0] != '/')
        strbuf_putc(out, '/'); /* "C:/…" */
    ci_uri(out, sarif->root);
    strbuf_puts(out, "/\"}},\n");
}

void check_print_sarif(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments)
{
    (void)arguments;
    struct sarif sarif = {.output = output, .projects = projects, .root = ci_root(projects)};
    sarif.used = arena_array(&projects->arena, rule_count, sizeof *sarif.used);
    struct strbuf *out = &output->text;
    strbuf_puts(out, "{\n  \"$schema\": \"" SCHEMA "\",\n  \"version\": \"2.1.0\",\n  \"runs\": "
                     "[\n    {\n      \"tool\": {\"driver\": {\"name\": \"planls\", ");
    strbuf_printf(out,
                  "\"semanticVersion\": \"%s\", \"informationUri\": \"" INFORMATION "\",\n"
                  "        ",
                  planls_version());
    print_rules(&sarif, findings);
    strbuf_printf(out,
                  "}},\n      \"invocations\": [{\"executionSuccessful\": %s}],\n"
                  "      \"columnKind\": \"unicodeCodePoints\",\n",
                  projects->unreadable ? "false" : "true");
    print_base(&sarif);
    print_results(&sarif, findings);
    strbuf_puts(out, "\n    }\n  ]\n}\n");
}
