/* date.h: calendar days in the proleptic Gregorian calendar, as plain numbers.
 *
 * Conversions are Howard Hinnant's civil-day algorithms ("chrono-Compatible Low-Level Date
 * Algorithms"). No clock is read here.
 */
#ifndef PLANLS_BASE_DATE_H
#define PLANLS_BASE_DATE_H

#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

typedef int32_t date_days; /* days since 1970-01-01; may be negative */

#define DATE_NONE INT32_MIN

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

struct date {
    int year;  /* 1 to 9999 */
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
};

bool date_is_valid(struct date date);
date_days date_to_days(struct date date);   /* date must be valid */
struct date date_from_days(date_days days); /* days past either end of struct date: that end */
enum weekday date_weekday(date_days days);
int date_month_length(int year, int month);
/* The same day so many months later (earlier where negative), or that month's last where it is shorter;
 * the result must lie within struct date's years. */
date_days date_add_months(date_days days, int months);
/* "YYYY-MM-DD" and NUL. */
void date_format(date_days days, char out[11]);
/* Exactly YYYY-MM-DD and a valid date, else DATE_NONE. */
date_days date_parse_iso(struct slice text);

#endif
