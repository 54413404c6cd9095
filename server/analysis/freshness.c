/* freshness.c: by when the next update of a document was due. */
#include "analysis/freshness.h"

static date_days month_first(int months) /* since year 0 */
{
    return date_to_days((struct date){months / 12, months % 12 + 1, 1});
}

/* The day of a month that a cadence names: "1st Monday", "the 15th", "last day". */
static date_days named_day(const struct cadence *cadence, int months)
{
    date_days first = month_first(months);
    int length = date_month_length(months / 12, months % 12 + 1);
    if (!cadence->nth) {
        int day = cadence->month_day;
        return first + (day < 0 || day > length ? length : day) - 1;
    }
    int offset = (cadence->weekday - (int)date_weekday(first) + 7) % 7;
    if (cadence->nth > 0 && offset + 7 * (cadence->nth - 1) < length)
        return first + offset + 7 * (cadence->nth - 1);
    return first + offset + 7 * ((length - 1 - offset) / 7);
}

static date_days due_monthly(const struct cadence *cadence, date_days updated)
{
    struct date date = date_from_days(updated);
    int month = date.year * 12 + date.month - 1;
    if (!cadence->nth && !cadence->month_day)
        return date_add_months(updated, cadence->every);
    month += cadence->every - 1;
    date_days due = named_day(cadence, month);
    return due > updated ? due : named_day(cadence, month + 1);
}

static date_days due_weekly(const struct cadence *cadence, date_days updated)
{
    if (cadence->weekday < 0)
        return updated + 7 * cadence->every;
    date_days from = updated + 7 * (cadence->every - 1) + 1;
    return from + (cadence->weekday - (int)date_weekday(from) + 7) % 7;
}

static date_days due_daily(const struct cadence *cadence, date_days updated)
{
    date_days due = updated + cadence->every;
    int past_friday = (int)date_weekday(due) - FRIDAY;
    return cadence->every == 1 && past_friday > 0 ? due + 3 - past_friday : due;
}

date_days freshness_due(const struct cadence *cadence, date_days updated)
{
    if (cadence->kind != CADENCE_REGULAR || updated == DATE_NONE)
        return DATE_NONE;
    switch (cadence->unit) {
    case CADENCE_DAYS:
        return due_daily(cadence, updated);
    case CADENCE_WEEKS:
        return due_weekly(cadence, updated);
    case CADENCE_MONTHS:
        break;
    }
    return due_monthly(cadence, updated);
}

struct freshness freshness_by(struct slice cadence, const struct model *model)
{
    struct freshness freshness = {cadence_read(cadence), model->updated, DATE_NONE};
    freshness.due = freshness_due(&freshness.cadence, freshness.updated);
    return freshness;
}

struct freshness freshness_of(const struct model *model)
{
    struct freshness freshness = freshness_by(model->cadence, model);
    if (model->next_update != DATE_NONE &&
        (model->updated == DATE_NONE || model->next_update > model->updated))
        freshness.due = model->next_update;
    return freshness;
}
