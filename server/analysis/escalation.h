/* escalation.h: do the thresholds of an escalation path leave a range to nobody? */
#ifndef PLANLS_ANALYSIS_ESCALATION_H
#define PLANLS_ANALYSIS_ESCALATION_H

#include "model/model.h"

/* A range between two thresholds that measure the same and stand under one heading: nobody is named from
 * where the one ends to where the other begins. */
struct escalation_gap {
    uint32_t below_tier, above_tier; /* in model->tiers */
    const struct threshold *below, *above;
};
struct escalation_gaps {
    VEC_MEMBERS(struct escalation_gap);
};

/* Thresholds of one subject and unit, sorted by where they begin, and swept once (n log n). Bounds that
 * touch ("< 15%", "> 15%") leave none, nor do whole numbers that follow each other ("up to 2 days", "3+
 * days"). What lies below the lowest and above the highest is nobody's promise. */
void escalation_gaps_of(const struct model *model, struct arena *arena,
                        struct escalation_gaps *out);

#endif
