/* add_id.h: an explicit id for an item's heading, "{#new-pier}". */
#ifndef PLANLS_EDITS_ADD_ID_H
#define PLANLS_EDITS_ADD_ID_H

#include "text/edit.h"
#include "workspace/workspace.h"

/* An id made of the item's title, which no heading of the document has as id or anchor (its own anchor
 * may be it), behind the heading's words. False where the item is no heading, its heading is a setext one
 * or ends in #s, or it has an id of its own. */
bool add_id(const struct document *document, uint32_t item, struct arena *arena,
            struct text_edit *edit);

#endif
