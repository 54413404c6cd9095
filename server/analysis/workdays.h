/* workdays.h: which days people work: the weekdays of the settings without the holidays. */
#ifndef PLANLS_ANALYSIS_WORKDAYS_H
#define PLANLS_ANALYSIS_WORKDAYS_H

#include "base/arena.h"
#include "model/settings.h"

struct workdays {
    bool weekdays[7];    /* by enum weekday */
    date_days *holidays; /* sorted, each once, none on a weekday off */
    size_t holiday_count;
};

/* Holidays that are no date are left out. */
struct workdays workdays_of(const struct settings *settings, struct arena *arena);

bool workdays_is_workday(const struct workdays *workdays, date_days day);

/* How many from the first to the last day, both counted; 0 where last < first. Does not walk the days:
 * whole weeks, the rest of a week, and the holidays between by binary search. */
int workdays_count(const struct workdays *workdays, date_days first, date_days last);

/* The first workday on or after the day; the day itself where nobody works any day. */
date_days workdays_next(const struct workdays *workdays, date_days day);

#endif
