/* item_span.h: when an item is: its whole time on the calendar, from what it says of itself or from
 * what its parts say. Used by rules, hovers, the load of people, the schedule and the report, so that
 * all of them mean the same days. */
#ifndef PLANLS_ANALYSIS_ITEM_SPAN_H
#define PLANLS_ANALYSIS_ITEM_SPAN_H

#include "analysis/calendar.h"

/* Where an item's time comes from, the strongest first. */
enum item_span_source {
    ITEM_SPAN_NONE,
    ITEM_SPAN_FIELD,   /* its timeline, due date or start date; a column of its table */
    ITEM_SPAN_HEADING, /* "Phase 2: Move (Weeks 5–8)" */
    ITEM_SPAN_CHILDREN /* nothing of its own: from the first day of its sub-items to the last */
};

struct item_span {
    enum item_span_source source;
    struct day_span days; /* meaningless for ITEM_SPAN_NONE */
    double length;        /* a duration it states ("2 weeks" is 14), in calendar days; 0 where none.
                             Stands also where the days are not known (ITEM_SPAN_NONE) */
    struct span where; /* what says so: the first time as written; empty for ITEM_SPAN_CHILDREN */
};

/* Parallel to model->items, in the arena. Linear in items, entries and times.
 *
 * Several entries give the days from the first to the last. Where they cannot be compared (weeks on
 * one side, dates on the other, and no stated start) only those like the first count. An end without
 * a beginning takes its beginning from a start field, from other entries, or stays DATE_NONE; a start
 * and a duration give the end. One open entry makes the whole open. Children count in the same way;
 * where they count their weeks from 1 each ("Week 1" in every phase) nobody can tell, so ask for the
 * children of such a parent with care. */
const struct item_span *item_spans_of(const struct settings *settings, const struct model *model,
                                      struct arena *arena);

/* The first time in the item's own start field ("Start: 2026-01-05", a column of starts), or NULL. */
const struct time_value *item_start_said(const struct model *model, uint32_t item);

#endif
