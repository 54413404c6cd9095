/* calendar.h: from a plan's own counting (week 5, month 2, Q1 2026) to dates. */
#ifndef PLANLS_ANALYSIS_CALENDAR_H
#define PLANLS_ANALYSIS_CALENDAR_H

#include "model/model.h"

/* First day of a plan's week 1: the first Monday on or after the start that the document states, else
 * the settings'. DATE_NONE where neither says one. */
date_days calendar_week_one(const struct settings *settings, const struct model *model);

/* First and last day of a span. Days and months count from the start itself. False where the span has
 * no place on a calendar, is reversed, or `week_one` would be needed and is DATE_NONE. *to is DATE_NONE where the
 * span is open. */
bool calendar_project(date_days week_one, const struct time_value *time, date_days *from,
                      date_days *to);

#endif
