/* diagnostics.c: findings as the protocol's Diagnostics. */
#include "lsp/diagnostics.h"

#include "base/hash.h"
#include "host/rule_link.h"
#include "lsp/shape.h"

#include <stdio.h>
#include <string.h>

#define TAG_UNNECESSARY 1

/* enum planls_severity to DiagnosticSeverity. */
static const int severities[] = {
    [PLANLS_ERROR] = 1,
    [PLANLS_WARNING] = 2,
    [PLANLS_HINT] = 3,
};

#define KEY_SIZE 160

static void write_key(const struct planls_diagnostic *diagnostic, char key[KEY_SIZE])
{
    snprintf(key, KEY_SIZE, "%s:%u-%u", diagnostic->code, diagnostic->range.start,
             diagnostic->range.end);
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
    if (client->rule_pages)
        set_page_link(json, diagnostic->code);
    json_set(json, "source", cJSON_CreateString("planls"));
    json_set(json, "message", json_new_string(slice_of(diagnostic->message)));
    if (diagnostic->unnecessary && client->tag_unnecessary)
        json_push(json_set(json, "tags", cJSON_CreateArray()), cJSON_CreateNumber(TAG_UNNECESSARY));
    if (diagnostic->related_count > 0 && client->related_information)
        json_set(json, "relatedInformation", new_related(places, diagnostic));
    if (client->diagnostic_data) {
        char key[KEY_SIZE];
        write_key(diagnostic, key);
        json_set(json_set(json, "data", cJSON_CreateObject()), "key", cJSON_CreateString(key));
    }
    return json;
}

cJSON *diagnostics_new_list(struct places *places, const struct planls_diagnostics *findings)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < findings->len; i++) {
        cJSON *one = diagnostics_new(places, &findings->items[i]);
        if (one)
            json_push(list, one);
    }
    return list;
}

uint64_t diagnostics_hash(const cJSON *list)
{
    struct strbuf printed;
    strbuf_init(&printed, STRBUF_NO_LIMIT);
    json_print(list, &printed);
    uint64_t value = hash_add(HASH_START, strbuf_slice(&printed));
    strbuf_release(&printed);
    return value;
}

/* ---- the client's own ------------------------------------------------------------------------ */

struct echo {
    UT_hash_handle hh;
    const cJSON *theirs;
};

void echoes_init(struct echoes *echoes, const cJSON *context)
{
    echoes->by_key = NULL;
    arena_init(&echoes->arena);
    const cJSON *theirs;
    struct slice key;
    cJSON_ArrayForEach(theirs, context)
    {
        struct echo *echo = NULL;
        if (!shape_fits(theirs, &shape_diagnostic) || !json_get_string(theirs, "data.key", &key))
            continue;
        HASH_FIND(hh, echoes->by_key, key.ptr, key.len, echo);
        if (echo)
            continue;
        echo = ARENA_NEW(&echoes->arena, struct echo);
        echo->theirs = theirs;
        HASH_ADD_KEYPTR(hh, echoes->by_key, key.ptr, key.len, echo);
    }
}

void echoes_release(struct echoes *echoes)
{
    HASH_CLEAR(hh, echoes->by_key);
    arena_release(&echoes->arena);
}

cJSON *echoes_new(const struct echoes *echoes, struct places *places,
                  const struct planls_diagnostic *diagnostic)
{
    char key[KEY_SIZE];
    struct echo *echo = NULL;
    write_key(diagnostic, key);
    HASH_FIND(hh, echoes->by_key, key, strlen(key), echo);
    return echo ? cJSON_Duplicate(echo->theirs, true) : diagnostics_new(places, diagnostic);
}
