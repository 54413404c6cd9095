/* move_item.h: an item changes places with the sibling before or behind it. */
#ifndef PLANLS_EDITS_MOVE_ITEM_H
#define PLANLS_EDITS_MOVE_ITEM_H

#include "edits/compose.h"
#include "workspace/workspace.h"

/* The next sibling of an item in that direction that it can change places with: a section of the same
 * level, a bullet of the same list, a row of the same table, nothing between them. NO_INDEX: none. */
uint32_t item_neighbour(const struct document *document, uint32_t item, bool up);

/* The edits that let the two change places; blank lines stay where they are, so the way back gives the
 * same bytes. False where there is no neighbour, where both hold a heading of one anchor (links by it
 * would lead to the other one), or where the bullets are numbered. */
bool move_item(const struct document *document, uint32_t item, bool up, struct arena *arena,
               struct edit_list *edits);

#endif
