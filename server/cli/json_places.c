/* json_places.c: places and records of a document in the command line's JSON. */
#include "cli/json_places.h"

static cJSON *json_position(struct place_cursor *cursor, const struct text *text, uint32_t offset)
{
    struct text_position at = {0, 0};
    if (text)
        at = place_of(cursor, text, offset);
    cJSON *position = cJSON_CreateObject();
    json_set(position, "line", cJSON_CreateNumber(at.line + 1.0));
    json_set(position, "column", cJSON_CreateNumber(at.column + 1.0));
    return position;
}

cJSON *json_range(struct place_cursor *cursor, const struct text *text, struct span span)
{
    cJSON *range = cJSON_CreateObject();
    json_set(range, "start", json_position(cursor, text, span.start));
    json_set(range, "end", json_position(cursor, text, span.end));
    return range;
}

cJSON *json_string_or_null(struct slice s)
{
    return s.len ? json_new_string(s) : cJSON_CreateNull();
}

void json_list_begin(struct json_list *list, struct output *output, const char *name)
{
    *list = (struct json_list){output, false};
    strbuf_printf(&output->text, "  \"%s\": [", name);
}

void json_list_add(struct json_list *list, cJSON *record)
{
    struct strbuf *out = &list->output->text;
    strbuf_puts(out, list->any ? ",\n    " : "\n    ");
    list->any = true;
    json_print_utf8(record, out);
    cJSON_Delete(record);
    output_flush(list->output);
}

void json_list_end(struct json_list *list)
{
    strbuf_puts(&list->output->text, list->any ? "\n  ]" : "]");
}
