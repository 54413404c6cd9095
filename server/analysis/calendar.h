/* calendar.h: from a plan's own counting (week 5, month 2, Q1 2026) to days that can be compared. */
#ifndef PLANLS_ANALYSIS_CALENDAR_H
#define PLANLS_ANALYSIS_CALENDAR_H

#include "model/model.h"

/* What a plan's weeks hang on. */
enum calendar_anchor {
    CALENDAR_FLOATING, /* nothing: weeks can be compared with weeks, never with dates or with the
                          weeks of another document */
    CALENDAR_ASSUMED,  /* the document's own date (timestamp, "Last Updated"): likely, said nowhere;
                          good for showing dates, not for judging by today */
    CALENDAR_STATED    /* a start that the document or the settings state */
};

struct calendar {
    enum calendar_anchor anchor;
    date_days week_one; /* first day of week 1, a Monday; of a floating one some Monday */
};

/* Week 1 begins on the first Monday on or after the start. */
struct calendar calendar_of(const struct settings *settings, const struct model *model);

/* First and last day of a span. Days and months count from the first day of week 1. False where the
 * span has no place in this calendar: a duration, "this week", reversed, zero or negative numbers,
 * a date or quarter in a floating one. *to is DATE_NONE where the span is open. */
bool calendar_place(const struct calendar *calendar, const struct time_value *time, date_days *from,
                    date_days *to);

/* A stretch of days, and what it hangs on. */
struct day_span {
    date_days from;              /* DATE_NONE where only the end is said ("by 13 March 2026") */
    date_days to;                /* DATE_NONE where it is open ("Month 2+") */
    enum calendar_anchor anchor; /* of dates with their year: CALENDAR_STATED */
    bool counted; /* placed by counting weeks, days or months; false: by dates of its own */
};

/* Where a time lies, whatever the calendar: unlike calendar_place it gives dates and quarters in a
 * floating calendar too, and says what the days hang on. A date whose year is the reader's guess is
 * CALENDAR_ASSUMED, as are weeks in an assumed calendar. False for a duration, "this week" and the
 * like. */
bool calendar_day_span(const struct calendar *calendar, const struct time_value *time,
                       struct day_span *span);

/* Can the days of two spans of one document be compared? Stated ones with each other; weeks with
 * weeks, since both hang on the same week 1; guessed years with each other. Of two documents: only
 * where both are CALENDAR_STATED. */
bool day_span_comparable(const struct day_span *a, const struct day_span *b);

/* The number of the week a day lies in, 1 for week 1; zero and less before it. */
int calendar_week(const struct calendar *calendar, date_days day);

#endif
