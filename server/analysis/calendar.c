/* calendar.c: from a plan's own counting to dates. */
#include "analysis/calendar.h"

date_days calendar_week_one(const struct settings *settings, const struct model *model)
{
    date_days start = model->start != DATE_NONE ? model->start : settings->start;
    if (start == DATE_NONE)
        return DATE_NONE;
    int days_past_monday = (int)date_weekday(start);
    return days_past_monday == 0 ? start : start + 7 - days_past_monday;
}

static date_days add_months(date_days start, int months)
{
    struct date date = date_from_days(start);
    int count = date.year * 12 + date.month - 1 + months;
    date.year = count / 12;
    date.month = count % 12 + 1;
    int length = date_month_length(date.year, date.month);
    date.day = date.day < length ? date.day : length;
    return date_to_days(date);
}

/* Nothing a plan counts reaches further; keeps the arithmetic within its types. */
#define CALENDAR_MAX_COUNT 10000

static bool project_point(date_days week_one, struct time_point point, date_days *first,
                          date_days *last)
{
    int32_t n = point.value;
    bool counted = point.unit == TIME_WEEK || point.unit == TIME_DAY || point.unit == TIME_MONTH;
    if (counted && (week_one == DATE_NONE || n < 1 || n > CALENDAR_MAX_COUNT))
        return false;
    switch (point.unit) {
    case TIME_WEEK:
        *first = week_one + (n - 1) * 7;
        *last = *first + 6;
        return true;
    case TIME_DAY:
        *first = *last = week_one + n - 1;
        return true;
    case TIME_MONTH:
        *first = add_months(week_one, n - 1);
        *last = add_months(week_one, n) - 1;
        return true;
    case TIME_QUARTER: {
        struct date begin = {n / 4, n % 4 * 3 + 1, 1};
        if (!date_is_valid(begin))
            return false;
        *first = date_to_days(begin);
        *last = add_months(*first, 3) - 1;
        return true;
    }
    case TIME_DATE:
        *first = *last = n;
        return true;
    case TIME_NONE:
        break;
    }
    return false;
}

bool calendar_project(date_days week_one, const struct time_value *time, date_days *from,
                      date_days *to)
{
    date_days ignored;
    if (time->kind != TIME_SPAN || time->problem == TIME_REVERSED ||
        !project_point(week_one, time->from, from, &ignored))
        return false;
    *to = DATE_NONE;
    return time->open || project_point(week_one, time->to, &ignored, to);
}
