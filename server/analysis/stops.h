/* stops.h: which stop conditions hold, as far as a plan's own numbers and dates tell. */
#ifndef PLANLS_ANALYSIS_STOPS_H
#define PLANLS_ANALYSIS_STOPS_H

#include "workspace/workspace.h"

enum stop_outcome {
    STOP_TO_JUDGE, /* a person must say: no numbers, not the same measure, no date to go by */
    STOP_CLEAR,    /* does not hold */
    STOP_HOLDS
};
const char *stop_outcome_name(enum stop_outcome outcome);

/* What the outcome rests on. */
struct stop_view {
    uint32_t stop; /* index in model->stops */
    enum stop_outcome outcome;
    uint32_t item;        /* "Phase 1 not complete by …": the phase, or NO_INDEX */
    uint32_t done, tasks; /* its tasks */
    date_days due;        /* the last day it has, or the first day from which a comparison counts;
                                 DATE_NONE where none is known */
    bool early;           /* STOP_CLEAR because that day has not come */
    const struct actual *now; /* the value that the limit was compared with, or NULL */
};

struct stop_views {
    VEC_MEMBERS(struct stop_view);
};

/* The document's stop conditions in its order. `today` or DATE_NONE. Weeks count only on a stated calendar.
 * A comparison needs exactly one value of that name and unit stated as being the case now. */
void stops_of(const struct workspace *ws, const struct document *document, date_days today,
              struct arena *arena, struct stop_views *out);

/* "over", "under", "at least", "at most": a comparator in words. */
const char *stop_comparator_words(char comparator);

#endif
