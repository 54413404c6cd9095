/* write_date.h: a written date made to say another day, in its own form. */
#ifndef PLANLS_EDITS_WRITE_DATE_H
#define PLANLS_EDITS_WRITE_DATE_H

#include "base/strbuf.h"
#include "model/values.h"
#include "text/span.h"

/* The parts of a date as written, as spans within it; empty where it does not say that part. */
struct date_parts {
    enum time_unit grain; /* TIME_DATE: a day; TIME_WEEK: "KW 12"; TIME_MONTH; TIME_QUARTER */
    struct span year, month, day;
    bool named;    /* the month is a word */
    bool lone_day; /* "16" of "January 12 to 16": the month is said elsewhere */
};

/* Takes a date as the reader of time gives it (time_value.first, .second: no weekday, no time of day)
 * apart: "2026-01-15", "15.1.2026", "1/15/2026", "Jan 26, 2026", "26. Januar", "12月1日", "2026-01",
 * "Q1 2026", "KW 12/2026". `known` is the day it was read as (its first or last day, where it is
 * longer than one) and decides what could be day or month. False where the form is none of these. */
bool date_parts_read(struct slice written, date_days known, struct date_parts *parts);

/* Appends the date written for the day `day`: the same parts in the same order, with the same marks,
 * zeros, and the month in the same language and length. False, with nothing appended, where that
 * would be ambiguous (6/3/2026) or where the month's name in that language is not known. */
bool date_write_like(struct slice written, const struct date_parts *parts, date_days day,
                     struct strbuf *out);

/* Is it "26. Januar"? English and German share some names of months. */
bool date_is_german(struct slice written, const struct date_parts *parts);

/* The name of a month in the language and length of `like` (a month's name), in the same case; empty
 * where the language is not known or the name is a word of several that differ. */
struct slice month_name_like(struct slice like, int month, bool german, struct arena *arena);

#endif
