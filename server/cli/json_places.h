/* json_places.h: places and records of a document in the command line's JSON. */
#ifndef PLANLS_CLI_JSON_PLACES_H
#define PLANLS_CLI_JSON_PLACES_H

#include "cli/output.h"
#include "cli/places.h"
#include "host/json.h"

/* {"start": {"line", "column"}, "end": {…}}: from 1, columns in Unicode code points, the end
 * exclusive. Without a text everything is line 1, column 1. */
cJSON *json_range(struct place_cursor *cursor, const struct text *text, struct span span);

/* A string, or null for an empty one. */
cJSON *json_string_or_null(struct slice s);

/* A list that is printed record by record, so that only one of them is in memory:
 *     "name": [
 *       {…},
 *       {…}
 *     ]
 */
struct json_list {
    struct output *output;
    bool any;
};
void json_list_begin(struct json_list *list, struct output *output, const char *name);
/* Takes the record over. */
void json_list_add(struct json_list *list, cJSON *record);
void json_list_end(struct json_list *list);

#endif
