/* decisions.h: by when a decision or approval is due, and what of it is open. */
#ifndef PLANLS_ANALYSIS_DECISIONS_H
#define PLANLS_ANALYSIS_DECISIONS_H

#include "model/model.h"

/* What its day hangs on. */
enum decision_due {
    DECISION_UNDATED,
    DECISION_DUE_SAID,  /* a date it states itself: that is its last day */
    DECISION_DUE_ITEM,  /* the item it stands in ends: the same */
    DECISION_DUE_PHASE, /* "Before approving Phase 1": the day before the phase begins */
    DECISION_DUE_START /* "Before starting", a decision or approval record of a plan: the day before
                           week 1 */
};

struct decision_view {
    uint32_t decision;    /* index in model->decisions */
    uint32_t open, lines; /* of the lines that are not optional */
    enum decision_due source;
    date_days due; /* the last day it may be open; DATE_NONE where none is known */
    uint32_t item; /* DECISION_DUE_ITEM, DECISION_DUE_PHASE: which */
};

struct decision_views {
    VEC_MEMBERS(struct decision_view);
};

/* Only days that the plan or the settings state count, never those of an assumed calendar. */
void decisions_of(const struct settings *settings, const struct model *model, struct arena *arena,
                  struct decision_views *out);

/* The day by which a document is read: today; without it the last day it speaks of itself (its date, its
 * last update), or DATE_NONE. */
date_days decision_day(const struct model *model, date_days today);

#endif
