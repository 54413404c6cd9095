/* timeline.h: the lists of spans that are meant to follow each other. */
#ifndef PLANLS_RULES_TIMELINE_H
#define PLANLS_RULES_TIMELINE_H

#include "rules/rule.h"

/* One step of a timeline, on a scale of its own unit. */
struct step {
    struct span where;             /* what a finding underlines: the time as written */
    struct slice name;             /* "Weeks 5–8", "Phase 2" */
    int32_t from, to;              /* both ends, inclusive; equal for a single week or date */
    const struct time_value *time; /* its own, of a phase the first */
    uint32_t phase;                /* the phase it is, NO_INDEX for a line of a timeline */
};

struct steps {
    VEC_MEMBERS(struct step);
};

/* Calls visit for every list of at least two steps of one unit: the entries of each item's Timeline,
 * and sibling phases in their order. Steps that are open, relative or of another unit are left out. */
void timeline_visit(struct check *check,
                    void (*visit)(struct check *check, const struct steps *steps));

/* Offers to shift the step at `index` so that it begins right behind the step at `after` (forward or
 * back) and, for the first finding of a list, all that follow it along. */
void timeline_offer_shifts(struct check *check, struct planls_diagnostic *diagnostic,
                           const struct steps *steps, size_t index, size_t after, bool first);

#endif
