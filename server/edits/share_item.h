/* share_item.h: an item's owners: one more, one less. */
#ifndef PLANLS_EDITS_SHARE_ITEM_H
#define PLANLS_EDITS_SHARE_ITEM_H

#include "text/edit.h"
#include "workspace/workspace.h"

/* `name` behind the item's last owner, parted as the others are (", " where there is but one). False
 * where no owner is named in the text. *name_at is where the name begins in the edit's new text. */
bool add_owner(const struct document *document, uint32_t item, struct slice name,
               struct arena *arena, struct text_edit *edit, uint32_t *name_at);

/* Takes one of several owners out, with role and scope, so that the others own the item. False where
 * they are parted by something that a list's separator is not (a slash may belong to a title). */
bool drop_owner(const struct document *document, uint32_t item, size_t owner,
                struct text_edit *edit);

#endif
