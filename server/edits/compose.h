/* compose.h: edits of edited text told as edits of the text before. */
#ifndef PLANLS_EDITS_COMPOSE_H
#define PLANLS_EDITS_COMPOSE_H

#include "base/vec.h"
#include "text/edit.h"

struct edit_list {
    VEC_MEMBERS(struct text_edit);
};

/* `list` (sorted, disjoint) makes `current` of `before`; `more` (the same) are edits of `current`. Gives
 * the edits that do both at once to `before`: sorted, disjoint, byte-minimal, none that changes nothing.
 * New texts live in the arena. Linear in the edits. */
struct edit_list edits_compose(struct slice before, const struct edit_list *list,
                               struct slice current, const struct edit_list *more,
                               struct arena *arena);

#endif
