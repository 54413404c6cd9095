/* date.c: days in the Gregorian calendar, after Howard Hinnant's civil-day algorithms. */
#include "base/date.h"

/* Days from 0000-03-01, where the 400-year eras begin, to 1970-01-01. */
#define EPOCH        719468
#define ERA_DAYS     146097
#define LAST_DAY     2932896   /* 9999-12-31 */
#define FIRST_DAY    (-719162) /* 0001-01-01 */
#define ISO_LENGTH   10
#define DAYS_IN_WEEK 7

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

bool date_is_valid(struct date date)
{
    return date.year >= 1 && date.year <= 9999 && date.day >= 1 &&
           date.day <= date_month_length(date.year, date.month);
}

date_days date_to_days(struct date date)
{
    /* The year begins in March, so that the leap day is its last. */
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = year / 400;
    int year_of_era = year - era * 400;
    int month = date.month > 2 ? date.month - 3 : date.month + 9;
    int day_of_year = (153 * month + 2) / 5 + date.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - EPOCH;
}

struct date date_from_days(date_days days)
{
    if (days < FIRST_DAY)
        days = FIRST_DAY;
    if (days > LAST_DAY)
        days = LAST_DAY;
    int shifted = days + EPOCH;
    int era = shifted / ERA_DAYS;
    int day_of_era = shifted - era * ERA_DAYS;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month = (5 * day_of_year + 2) / 153;
    struct date date;
    date.day = day_of_year - (153 * month + 2) / 5 + 1;
    date.month = month < 10 ? month + 3 : month - 9;
    date.year = era * 400 + year_of_era + (date.month <= 2 ? 1 : 0);
    return date;
}

enum weekday date_weekday(date_days days)
{
    /* 1970-01-01 was a Thursday. */
    int weekday = (int)((days % DAYS_IN_WEEK + THURSDAY) % DAYS_IN_WEEK);
    return (enum weekday)(weekday < 0 ? weekday + DAYS_IN_WEEK : weekday);
}

static void put_digits(char *out, int count, int value)
{
    for (int i = count; i-- > 0; value /= 10)
        out[i] = (char)('0' + value % 10);
}

date_days date_add_months(date_days days, int months)
{
    struct date date = date_from_days(days);
    int count = date.year * 12 + date.month - 1 + months;
    date.year = count / 12;
    date.month = count % 12 + 1;
    int length = date_month_length(date.year, date.month);
    date.day = date.day < length ? date.day : length;
    return date_to_days(date);
}

void date_format(date_days days, char out[11])
{
    struct date date = date_from_days(days);
    put_digits(out, 4, date.year);
    put_digits(out + 5, 2, date.month);
    put_digits(out + 8, 2, date.day);
    out[4] = out[7] = '-';
    out[ISO_LENGTH] = '\0';
}

/* The number `count` digits make, or -1. */
static int take_digits(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

date_days date_parse_iso(struct slice text)
{
    if (text.len != ISO_LENGTH || text.ptr[4] != '-' || text.ptr[7] != '-')
        return DATE_NONE;
    struct date date = {take_digits(text.ptr, 4), take_digits(text.ptr + 5, 2),
                        take_digits(text.ptr + 8, 2)};
    return date_is_valid(date) ? date_to_days(date) : DATE_NONE;
}
