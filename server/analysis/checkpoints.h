/* checkpoints.h: a plan's budget checkpoints in the order of time. */
#ifndef PLANLS_ANALYSIS_CHECKPOINTS_H
#define PLANLS_ANALYSIS_CHECKPOINTS_H

#include "analysis/calendar.h"

/* What "~" leaves open: amounts this close, as a share of the larger, are equal where one of them is
 * approximate (design 3). */
#define MONEY_TOLERANCE 0.02

struct placed_checkpoint {
    uint32_t index; /* in model->checkpoints */
    date_days day;  /* its last day in the calendar */
    const struct money *amount;
};

struct placed_checkpoints {
    VEC_MEMBERS(struct placed_checkpoint);
};

/* The checkpoints that state one-off money of the first one's currency and have a place in the calendar,
 * earlier ones first. */
void checkpoints_placed(const struct model *model, const struct calendar *calendar,
                        struct arena *arena, struct placed_checkpoints *out);

/* How the reader calls a point of time: "week 8", "month 3", "Q1 2026", "2026-03-31". In the arena. */
const char *checkpoint_when(const struct checkpoint *checkpoint, struct arena *arena);

/* Is `a` more than `b`, whatever their ranges and "~" leave open? */
bool money_surely_exceeds(const struct money *a, const struct money *b);

#endif
