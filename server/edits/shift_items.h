/* shift_items.h: several items of a plan moved on the calendar together. */
#ifndef PLANLS_EDITS_SHIFT_ITEMS_H
#define PLANLS_EDITS_SHIFT_ITEMS_H

#include "edits/shift_span.h"

struct item_place {
    const struct document *document;
    uint32_t item;
};
struct item_places {
    VEC_MEMBERS(struct item_place);
};

/* The item and all that waits for it, for its parts, or for what waits for them, in other documents
 * too; parts are not named beside what they are parts of. In no order but for the item, the first.
 * Linear in the documents that name this one. */
void items_waiting_for(const struct workspace *ws, const struct document *document, uint32_t item,
                       struct arena *arena, struct item_places *out);

/* The item and those of its siblings that stand behind it. */
void items_following(const struct document *document, uint32_t item, struct arena *arena,
                     struct item_places *out);

/* The edits in one document that shift those of the items which stand in it: sorted, each time once.
 * Items that say no time are passed over. False where one says a time that cannot be shifted
 * (shift_span.h), or where none says any. */
bool shift_items(const struct document *document, const struct item_places *items,
                 struct shift shift, struct inline_parser *parser, struct arena *arena,
                 struct edit_list *edits);

#endif
