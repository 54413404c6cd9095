/* stamp_date.h: another day in place of a date, in the form the date is written in. */
#ifndef PLANLS_EDITS_STAMP_DATE_H
#define PLANLS_EDITS_STAMP_DATE_H

#include "base/arena.h"
#include "base/date.h"

/* "2026-01-26", "January 26, 2026", "Jan 26, 2026", "26 January 2026", "26.01.2026"; a time behind it is
 * the caller's. Empty where the form is another one or has two readings. In the arena. */
struct slice stamp_date(struct slice written, date_days day, struct arena *arena);

#endif
