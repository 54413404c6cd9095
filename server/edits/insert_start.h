/* insert_start.h: the edit that makes a document state when week 1 begins. */
#ifndef PLANLS_EDITS_INSERT_START_H
#define PLANLS_EDITS_INSERT_START_H

#include "text/edit.h"
#include "workspace/workspace.h"

/* A `start: YYYY-MM-DD` in the front matter where there is one, else a line below the document's own
 * date in that line's form (bullet, marks, case, hard break). Both are read as model->start. False
 * where the document has neither, or its date's line says more than the date. `document` is loaded. */
bool insert_start(const struct document *document, date_days start, struct arena *arena,
                  struct text_edit *edit);

#endif
