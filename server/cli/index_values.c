/* index_values.c: the values of a plan (time, money, people, criteria) in the index's JSON. */
#include "cli/index_values.h"

#include "cli/json_places.h"

#include <stdio.h>

cJSON *index_time_point(struct time_point point)
{
    if (point.unit == TIME_NONE)
        return cJSON_CreateNull();
    cJSON *object = cJSON_CreateObject();
    char text[32];
    switch (point.unit) {
    case TIME_WEEK:
        json_set(object, "week", cJSON_CreateNumber(point.value));
        break;
    case TIME_DAY:
        json_set(object, "day", cJSON_CreateNumber(point.value));
        break;
    case TIME_MONTH:
        json_set(object, "month", cJSON_CreateNumber(point.value));
        break;
    case TIME_QUARTER:
        if (point.value < 4)
            snprintf(text, sizeof text, "Q%d", (int)point.value % 4 + 1);
        else
            snprintf(text, sizeof text, "%04d-Q%d", (int)point.value / 4, (int)point.value % 4 + 1);
        json_set(object, "quarter", json_new_string(slice_of(text)));
        break;
    case TIME_DATE:
        date_format(point.value, text);
        json_set(object, "date", json_new_string(slice_of(text)));
        break;
    case TIME_NONE:
        break;
    }
    return object;
}

cJSON *index_timeline_entry(const struct timeline_entry *entry)
{
    cJSON *object = cJSON_CreateObject();
    json_set(object, "text", json_new_string(entry->text));
    json_set(object, "from", index_time_point(entry->time.from));
    json_set(object, "to", index_time_point(entry->time.to));
    json_set(object, "label", json_string_or_null(entry->label));
    if (entry->time.kind == TIME_DURATION)
        json_set(object, "days", cJSON_CreateNumber(entry->time.days));
    return object;
}

cJSON *index_money(const struct money *money, struct slice currency)
{
    cJSON *object = cJSON_CreateObject();
    json_set(object, "amount",
             money->placeholder ? cJSON_CreateNull() : cJSON_CreateNumber(money->amount));
    json_set(object, "currency",
             json_new_string(money->currency[0] ? slice_of(money->currency) : currency));
    if (money->per.len)
        json_set(object, "per", json_new_string(money->per));
    if (money->range) {
        json_set(object, "min", cJSON_CreateNumber(money->min));
        json_set(object, "max", cJSON_CreateNumber(money->max));
    }
    if (money->approx)
        json_set(object, "approx", cJSON_CreateTrue());
    if (money->total)
        json_set(object, "total", cJSON_CreateTrue());
    json_set(object, "label", json_string_or_null(money->label));
    return object;
}

cJSON *index_person(const struct person *person)
{
    cJSON *object = cJSON_CreateObject();
    json_set(object, "name", json_new_string(person->name));
    json_set(object, "role", json_string_or_null(person->role));
    json_set(object, "scope", json_string_or_null(person->scope));
    if (person->share > 0)
        json_set(object, "share", cJSON_CreateNumber(person->share));
    return object;
}

cJSON *index_criteria(const struct criteria *criteria)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < criteria->len; i++) {
        cJSON *object = json_push(list, cJSON_CreateObject());
        json_set(object, "text", json_new_string(criteria->items[i].text));
        if (criteria->items[i].has_box)
            json_set(object, "done", cJSON_CreateBool(criteria->items[i].done));
    }
    return list;
}

cJSON *index_dependencies(const struct dependencies *dependencies)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < dependencies->len; i++)
        if (!dependencies->items[i].blocks)
            json_push(list, json_new_string(dependencies->items[i].target));
    return list;
}
