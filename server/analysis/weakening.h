/* weakening.h: which criteria of a plan ask for less than they did, or are gone.
 *
 * Criteria are those of an item and of the gates of it, compared within items that are there in
 * both texts and not called off. One is the same as another of the same words (folded), then of
 * the same words but for numbers, then of words alike (see pairing.h). It is weakened where
 *   - it is gone, and stands nowhere else in the later document's criteria;
 *   - its number has moved in the direction of its comparator: a lower "≥", a higher "≤";
 *     without a comparator back towards where it started from ("43% → 65%" that becomes
 *     "43% → 50%");
 *   - a number with a comparator or a baseline has become words or a placeholder;
 *   - it was ticked off and is still, but now says something else (more than two characters).
 * What has no comparator and no start ("10 pilots") has no direction: nothing is said of its number.
 */
#ifndef PLANLS_ANALYSIS_WEAKENING_H
#define PLANLS_ANALYSIS_WEAKENING_H

#include "analysis/pairing.h"

enum weakening {
    WEAKENING_REMOVED,
    WEAKENING_NUMBER, /* weaker; before_value and now_value say it as written */
    WEAKENING_UNMEASURED,
    WEAKENING_REWRITTEN, /* although ticked off */
    WEAKENING_GATE       /* all criteria of a gate, which is gone: `count` of them */
};

struct weakened {
    enum weakening how;
    uint32_t item;               /* of the later model; or NO_INDEX: a gate that belongs to none */
    struct slice before;         /* the criterion, or the gate's title */
    const struct criterion *now; /* or NULL where it is gone */
    struct slice before_value, now_value;
    size_t count;
};
struct weakeneds {
    VEC_MEMBERS(struct weakened);
};

void weakenings_of(const struct model *before, const struct model *now,
                   const struct pairing *pairing, struct inline_parser *parser, struct arena *arena,
                   struct weakeneds *out);

/* Is `now` weaker than `before`? Both have values. */
bool metric_is_weaker(const struct metric *before, const struct metric *now);

#endif
