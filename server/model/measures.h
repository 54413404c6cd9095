/* measures.h: the sums and measures of a piece of text as plain numbers with a unit. Internal to model/.
 */
#ifndef PLANLS_MODEL_MEASURES_H
#define PLANLS_MODEL_MEASURES_H

#include "model/builder.h"

struct measure {
    struct span where;
    char comparator; /* as struct metric's; '=' where none is written */
    double value;
    struct slice unit; /* "%", "USD" for any sum in dollars, "users" …; may be empty */
    struct slice per;  /* "month"; may be empty */
};
struct measures {
    VEC_MEMBERS(struct measure);
};

/* All of them outside the spans in `skip` (times), in order. Ranges, changes ("43% → 65%") and
 * placeholders are left out; *vague says that there was one. Strings live in scratch. */
void measures_read(struct builder *b, struct span span, const struct time_values *skip,
                   struct measures *out, bool *vague);

/* Takes a comparison's words ("exceed", "more than", "below") off the end of what stands before a
 * number; gives its sign, '=' where there is none. */
char comparison_take(struct slice *before);

#endif
