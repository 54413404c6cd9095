/* index_values.h: the values of a plan (time, money, people, criteria) in the index's JSON. */
#ifndef PLANLS_CLI_INDEX_VALUES_H
#define PLANLS_CLI_INDEX_VALUES_H

#include "host/json.h"
#include "model/model.h"

/* {"week": 5}, {"day": 1}, {"month": 4}, {"quarter": "2026-Q1"}, {"date": "2026-01-15"}; null for
 * none. */
cJSON *index_time_point(struct time_point point);
/* {"text", "from", "to", "label"}. */
cJSON *index_timeline_entry(const struct timeline_entry *entry);
/* {"amount", "currency", "per", "label"}; `currency` holds where the money names none. */
cJSON *index_money(const struct money *money, struct slice currency);
/* {"name", "role", "scope"}. */
cJSON *index_person(const struct person *person);
/* [{"text", "done"}]: done only where there is a box. */
cJSON *index_criteria(const struct criteria *criteria);
/* ["T012", "phase 1"]. */
cJSON *index_dependencies(const struct dependencies *dependencies);

#endif
