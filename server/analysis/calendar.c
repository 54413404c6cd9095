/* calendar.c: from a plan's own counting to dates. */
#include "analysis/calendar.h"

/* A floating calendar's week 1: any Monday far from both ends of the number range. */
#define CALENDAR_SOME_MONDAY 4 /* 1970-01-05 */

struct calendar calendar_of(const struct settings *settings, const struct model *model)
{
    struct calendar calendar = {CALENDAR_STATED, model->start};
    if (calendar.week_one == DATE_NONE)
        calendar.week_one = settings->start;
    if (calendar.week_one == DATE_NONE)
        calendar = (struct calendar){CALENDAR_ASSUMED, model->own_date};
    if (calendar.week_one == DATE_NONE)
        calendar = (struct calendar){CALENDAR_FLOATING, CALENDAR_SOME_MONDAY};
    int days_past_monday = (int)date_weekday(calendar.week_one);
    if (days_past_monday)
        calendar.week_one += 7 - days_past_monday;
    return calendar;
}

int calendar_week(const struct calendar *calendar, date_days day)
{
    date_days days = day - calendar->week_one;
    return days >= 0 ? days / 7 + 1 : -((6 - days) / 7) + 1;
}

/* Nothing a plan counts reaches further; keeps the arithmetic within its types. */
#define CALENDAR_MAX_COUNT 10000

static bool place_point(const struct calendar *calendar, struct time_point point, date_days *first,
                        date_days *last)
{
    int32_t n = point.value;
    bool counted = point.unit == TIME_WEEK || point.unit == TIME_DAY || point.unit == TIME_MONTH;
    if (counted ? n < 1 || n > CALENDAR_MAX_COUNT : calendar->anchor == CALENDAR_FLOATING)
        return false;
    switch (point.unit) {
    case TIME_WEEK:
        *first = calendar->week_one + (n - 1) * 7;
        *last = *first + 6;
        return true;
    case TIME_DAY:
        *first = *last = calendar->week_one + n - 1;
        return true;
    case TIME_MONTH:
        *first = date_add_months(calendar->week_one, n - 1);
        *last = date_add_months(calendar->week_one, n) - 1;
        return true;
    case TIME_QUARTER: {
        struct date begin = {n / 4, n % 4 * 3 + 1, 1};
        if (!date_is_valid(begin))
            return false;
        *first = date_to_days(begin);
        *last = date_add_months(*first, 3) - 1;
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

bool calendar_place(const struct calendar *calendar, const struct time_value *time, date_days *from,
                    date_days *to)
{
    date_days ignored;
    if (time->kind != TIME_SPAN || time->problem == TIME_REVERSED ||
        !place_point(calendar, time->from, from, &ignored))
        return false;
    *to = DATE_NONE;
    return time->open || place_point(calendar, time->to, &ignored, to);
}

static bool is_counted(struct time_point point)
{
    return point.unit == TIME_WEEK || point.unit == TIME_DAY || point.unit == TIME_MONTH;
}

bool calendar_day_span(const struct calendar *calendar, const struct time_value *time,
                       struct day_span *span)
{
    bool counted = is_counted(time->from);
    struct calendar dates = {CALENDAR_STATED, calendar->week_one};
    if (time->kind != TIME_SPAN || (!time->open && counted != is_counted(time->to)) ||
        !calendar_place(counted ? calendar : &dates, time, &span->from, &span->to))
        return false;
    span->counted = counted;
    span->anchor = counted            ? calendar->anchor
                   : time->year_given ? CALENDAR_STATED
                                      : CALENDAR_ASSUMED;
    if (time->until)
        span->from = DATE_NONE;
    return true;
}

bool day_span_comparable(const struct day_span *a, const struct day_span *b)
{
    return a->anchor == b->anchor && (a->anchor == CALENDAR_STATED || a->counted == b->counted);
}
