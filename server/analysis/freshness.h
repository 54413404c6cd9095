/* freshness.h: is a document as new as it promises to be? From how often it is to be updated (in words,
 * model/cadence.h) and when it last was to the day by which the next update was due. Pure.
 *
 * Days are counted as a calendar on the wall counts them; there is no other algorithm behind it.
 */
#ifndef PLANLS_ANALYSIS_FRESHNESS_H
#define PLANLS_ANALYSIS_FRESHNESS_H

#include "model/cadence.h"
#include "model/model.h"

struct freshness {
    struct cadence cadence;
    date_days updated; /* when it last was, or DATE_NONE */
    date_days due;     /* the last day on which the next update is in time; DATE_NONE where nothing
                          regular is promised or no update is known */
};

/* The day by which what was updated on `updated` is to be updated again. The interval counts from that
 * day ("weekly": seven days later, "monthly": the same day of the next month or its last one); where a
 * day is named it is the first such day behind it ("weekly: Friday" updated on a Friday: the next one;
 * every two weeks: not within the week that follows). What is due daily is not due on a weekend.
 * DATE_NONE for a cadence that is not regular or `updated` DATE_NONE. */
date_days freshness_due(const struct cadence *cadence, date_days updated);

/* By the document's own words: its update frequency, its last update, its next review. */
struct freshness freshness_of(const struct model *model);
/* A document as another one (an index) says how often it is to be updated. */
struct freshness freshness_by(struct slice cadence, const struct model *model);

/* Was the update due before `today`? False where either is DATE_NONE. */
static inline bool freshness_is_past(const struct freshness *freshness, date_days today)
{
    return today != DATE_NONE && freshness->due != DATE_NONE && freshness->due < today;
}

#endif
