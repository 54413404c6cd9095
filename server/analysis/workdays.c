/* workdays.c: which days people work. */
#include "analysis/workdays.h"

#include <stdlib.h>

static int compare_days(const void *a, const void *b)
{
    date_days x = *(const date_days *)a, y = *(const date_days *)b;
    return (x > y) - (x < y);
}

struct workdays workdays_of(const struct settings *settings, struct arena *arena)
{
    struct workdays workdays = {
        .holidays = arena_array(arena, settings->holiday_count, sizeof(date_days)),
    };
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < 7; i++)
        workdays.weekdays[i] = settings->workdays[i];
    for (size_t i = 0; i < settings->holiday_count; i++) {
        date_days day = date_parse_iso(settings->holidays[i]);
        if (day != DATE_NONE && workdays.weekdays[date_weekday(day)])
            workdays.holidays[count++] = day;
    }
    qsort(workdays.holidays, count, sizeof *workdays.holidays, compare_days);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || workdays.holidays[i] != workdays.holidays[kept - 1])
            workdays.holidays[kept++] = workdays.holidays[i];
    workdays.holiday_count = kept;
    return workdays;
}

/* How many holidays lie before the day. */
static size_t holidays_before(const struct workdays *workdays, date_days day)
{
    size_t low = 0, high = workdays->holiday_count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (workdays->holidays[mid] < day)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

bool workdays_is_workday(const struct workdays *workdays, date_days day)
{
    size_t holiday = holidays_before(workdays, day);
    return workdays->weekdays[date_weekday(day)] &&
           !(holiday < workdays->holiday_count && workdays->holidays[holiday] == day);
}

int workdays_count(const struct workdays *workdays, date_days first, date_days last)
{
    int per_week = 0, count;
    if (last < first)
        return 0;
    for (size_t i = 0; i < 7; i++)
        per_week += workdays->weekdays[i];
    int days = last - first + 1;
    count = days / 7 * per_week;
    for (date_days day = first + days / 7 * 7; day <= last; day++)
        count += workdays->weekdays[date_weekday(day)];
    return count - (int)(holidays_before(workdays, last + 1) - holidays_before(workdays, first));
}

date_days workdays_next(const struct workdays *workdays, date_days day)
{
    /* In a row of more days than there are holidays and a week has, one is a workday if any is. */
    date_days end = day + 7 * ((date_days)workdays->holiday_count + 1);
    for (date_days next = day; next <= end; next++)
        if (workdays_is_workday(workdays, next))
            return next;
    return day;
}
