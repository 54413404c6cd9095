/* shift_span.h: written times moved on the calendar, each in its own form: "Weeks 5–8" by two weeks
 * is "Weeks 7–10", "Jan 26 – 30" by a week is "Feb 2 – 6". Used by fixes of the rules about time and
 * by the refactoring that shifts a phase and what depends on it. */
#ifndef PLANLS_EDITS_SHIFT_SPAN_H
#define PLANLS_EDITS_SHIFT_SPAN_H

#include "analysis/calendar.h"
#include "analysis/workdays.h"
#include "edits/compose.h"
#include "workspace/workspace.h"

struct shift {
    enum time_unit unit; /* TIME_DAY, TIME_WEEK, TIME_MONTH or TIME_QUARTER */
    int count;           /* may be negative */
};

/* "2 weeks", "1 day"; "-1 week". */
const char *shift_words(struct shift shift, struct arena *arena);

/* The smallest shift forward by which `time` (of a loaded document) begins after the day `end`, in
 * the grain in which it is written: weeks for "Week 5" and "KW 12", months for "March 2026". A date
 * moves to a workday. False where it begins later already, cannot be placed, or never would. */
bool shift_past(const struct document *document, const struct calendar *calendar,
                const struct workdays *workdays, date_days end, const struct time_value *time,
                struct shift *shift);

/* The largest shift back by which it still begins after the day `end`, to close a gap. False where it
 * begins right behind it or before, or cannot be placed. */
bool shift_up_to(const struct document *document, const struct calendar *calendar,
                 const struct workdays *workdays, date_days end, const struct time_value *time,
                 struct shift *shift);

/* The edit that writes the time (of a loaded document) that much later: byte-minimal but for what both
 * ends share; what it makes reads as the shifted time again, that was tried. False where its form
 * cannot say it: weeks by a day, "Q1" by a month, a week before the first, a date with its weekday by
 * a part of a week, a month's name in a language not known; a duration; "this week". */
bool shift_time(const struct document *document, const struct time_value *time, struct shift shift,
                struct inline_parser *parser, struct arena *arena, struct text_edit *edit);

/* Is there a time that shift_item would shift? */
bool item_says_when(const struct document *document, uint32_t item);

/* The edits that shift an item: the times in its heading, in its timeline, due and start fields, those
 * its tasks begin with ("Week 5: models"), and the same of its sub-items. Appended to *edits, sorted.
 * False, with nothing appended, where one of them cannot be shifted or there is none. */
bool shift_item(const struct document *document, uint32_t item, struct shift shift,
                struct inline_parser *parser, struct arena *arena, struct edit_list *edits);

#endif
