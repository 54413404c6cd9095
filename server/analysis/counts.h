/* counts.h: how many sections, tasks, phases … a document or a part of it has, in each way a person may
 * have counted. Pure.
 *
 * "12 tasks" may mean every box, only the outermost ones, those with an id, or the sections that the
 * boxes are steps of. A claim is wrong
 * only where it is none of these; what is there is certain only where they all agree.
 */
#ifndef PLANLS_ANALYSIS_COUNTS_H
#define PLANLS_ANALYSIS_COUNTS_H

#include "model/count_claim.h"
#include "model/model.h"

struct tally {
    uint32_t all, done, parallel;
    bool stateless; /* how many of them are done or parallel nobody can tell */
};

#define COUNTS_MAX 12

struct counts {
    struct tally ways[COUNTS_MAX]; /* the likeliest first */
    size_t len;
};

/* The whole document as a part. */
#define COUNTS_WHOLE ((struct span){0, UINT32_MAX})

/* Counts in a part: a section (its own heading is not counted), several that follow one another, or the
 * whole. False where there is nothing of that sort, or nothing that can be counted. Linear in the part
 * (for items: in the document's). */
bool counts_of(const struct model *model, struct span part, enum counted what,
               struct counts *counts);

/* Is the claim true by one of the ways? Lines may be off by a tenth, or a quarter where the claim says
 * "~"; other counts by a tenth where it says "~". */
bool counts_bear_out(const struct counts *counts, const struct count_claim *claim);

/* What the claim should say: false where the ways that count the things themselves, not the sections they
 * stand in, disagree. `total` is for "3 of 5". */
bool counts_certain(const struct counts *counts, const struct count_claim *claim, uint32_t *number,
                    uint32_t *total);

#endif
