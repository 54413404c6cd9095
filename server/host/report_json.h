/* report_json.h: a report as JSON: what `planls report --format json` prints and plan views are sent. */
#ifndef PLANLS_HOST_REPORT_JSON_H
#define PLANLS_HOST_REPORT_JSON_H

#include "host/json.h"

#include <planls/report.h>

/* How the one who sends it writes a place; NULL is written as null. */
struct report_places {
    cJSON *(*new_range)(void *context, const char *path, struct planls_range range);
    void *context;
};

/* {"version": 1, "today", "plans": […], "loads": […]}; the members are those of struct planls_report, days
 * as "YYYY-MM-DD", null where only weeks are known. The caller owns it. */
cJSON *report_new_json(const struct planls_report *report, const struct report_places *places);

#endif
