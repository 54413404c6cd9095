/* cadence.h: how often something is promised, in words: "weekly", "every Friday 4pm", "monthly: 1st
 * Monday", "bi-weekly", "alle zwei Wochen", "每周五".
 *
 * Pure. Several promises in one text ("Daily: only if critical; Weekly: Friday; Monthly: review") give
 * the one that comes round soonest of those that hang on nothing else. What hangs on an event or on a
 * part of the plan ("as needed", "after each phase", "Weekly (Week 10-13)") is no regular promise.
 * Words with two readings take the longer interval: "bi-weekly" is every two weeks.
 */
#ifndef PLANLS_MODEL_CADENCE_H
#define PLANLS_MODEL_CADENCE_H

#include "base/date.h"

enum cadence_kind {
    CADENCE_UNKNOWN,  /* no words that say how often */
    CADENCE_NEVER,    /* "not updated after creation", "reference only" */
    CADENCE_ON_EVENT, /* "as needed", "after each phase", "every sprint" */
    CADENCE_REGULAR
};

enum cadence_unit { CADENCE_DAYS, CADENCE_WEEKS, CADENCE_MONTHS };

struct cadence {
    enum cadence_kind kind;
    enum cadence_unit unit; /* the rest is for CADENCE_REGULAR */
    int every;              /* 2 of "every two weeks"; a quarter is 3 months, a year 12; from 1 */
    int weekday;            /* enum weekday, or -1 where none or several are named */
    int nth; /* which of that weekday in the month: 1 to 5, -1 the last; 0 where none is named */
    int month_day; /* 1 to 31, -1 the last day of the month; 0 where none is named */
};

struct cadence cadence_read(struct slice words);

/* Is this promise one of those the text makes? A day left out agrees with any day. */
bool cadence_is_said(struct slice words, const struct cadence *cadence);

/* Do two say the same: kind, interval, day? */
bool cadence_equal(const struct cadence *a, const struct cadence *b);

#endif
