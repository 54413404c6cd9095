/* diagnostics.c: findings as the protocol's Diagnostics. */
#include "lsp/diagnostics.h"

#include "host/rule_link.h"

#include <stdio.h>

#define TAG_UNNECESSARY 1

/* enum planls_severity to DiagnosticSeverity. */
static const int severities[] = {
    [PLANLS_ERROR] = 1,
    [PLANLS_WARNING] = 2,
    [PLANLS_HINT] = 3,
};

static cJSON *new_key(const struct planls_diagnostic *diagnostic)
{
    char key[160];
    snprintf(key, sizeof key, "%s:%u-%u", diagnostic->code, diagnostic->range.start,
             diagnostic->range.end);
    return cJSON_CreateString(key);
}

static void set_page_link(cJSON *json, const char *code)
{
    struct strbuf href;
    strbuf_init(&href, STRBUF_NO_LIMIT);
    if (rule_link(code, &href)) {
        cJSON *description = json_set(json, "codeDescription", cJSON_CreateObject());
        json_set(description, "href", json_new_string(strbuf_slice(&href)));
    }
    strbuf_release(&href);
}

static cJSON *new_related(struct places *places, const struct planls_diagnostic *diagnostic)
{
    cJSON *all = cJSON_CreateArray();
    for (size_t i = 0; i < diagnostic->related_count; i++) {
        const struct planls_related *related = &diagnostic->related[i];
        cJSON *location = places_new_location(places, related->where.path, related->where.name);
        if (!location)
            continue;
        cJSON *one = json_push(all, cJSON_CreateObject());
        json_set(one, "location", location);
        json_set(one, "message", json_new_string(slice_of(related->message)));
    }
    return all;
}

cJSON *diagnostics_new(struct places *places, const struct planls_diagnostic *diagnostic)
{
    const struct client *client = &places->project->server->client;
    cJSON *range = places_new_range(places, diagnostic->path, diagnostic->range);
    if (!range)
        return NULL;
    cJSON *json = cJSON_CreateObject();
    json_set(json, "range", range);
    json_set(json, "severity", cJSON_CreateNumber(severities[diagnostic->severity]));
    json_set(json, "code", cJSON_CreateString(diagnostic->code));
    set_page_link(json, diagnostic->code);
    json_set(json, "source", cJSON_CreateString("planls"));
    json_set(json, "message", json_new_string(slice_of(diagnostic->message)));
    if (diagnostic->unnecessary && client->tag_unnecessary)
        json_push(json_set(json, "tags", cJSON_CreateArray()), cJSON_CreateNumber(TAG_UNNECESSARY));
    if (diagnostic->related_count > 0 && client->related_information)
        json_set(json, "relatedInformation", new_related(places, diagnostic));
    json_set(json_set(json, "data", cJSON_CreateObject()), "key", new_key(diagnostic));
    return json;
}

cJSON *diagnostics_echo(struct places *places, const struct planls_diagnostic *diagnostic,
                        const cJSON *context)
{
    cJSON *key = new_key(diagnostic);
    cJSON *echo = NULL;
    const cJSON *theirs;
    struct slice named;
    cJSON_ArrayForEach(theirs, context)
    {
        if (!echo && json_get_string(theirs, "data.key", &named) &&
            slice_is(named, key->valuestring))
            echo = cJSON_Duplicate(theirs, true);
    }
    cJSON_Delete(key);
    return echo ? echo : diagnostics_new(places, diagnostic);
}
