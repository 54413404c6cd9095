/* diff_lines.h: which lines of two texts differ. Internal to diff. */
#ifndef PLANLS_TEXT_DIFF_LINES_H
#define PLANLS_TEXT_DIFF_LINES_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct diff_side {
    struct slice *lines; /* with their line ends */
    size_t count;
    uint32_t *ids; /* equal ids are equal lines */
    bool *changed; /* deleted from the old side, inserted in the new one */
};

/* Splits both texts and marks a set of lines without which both sides are equal. */
void diff_lines(struct slice before, struct slice after, struct arena *arena,
                struct diff_side *old_side, struct diff_side *new_side);

#endif
