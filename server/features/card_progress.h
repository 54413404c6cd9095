/* card_progress.h: how much of an item or task is done, told in a line or two of its card. */
#ifndef PLANLS_FEATURES_CARD_PROGRESS_H
#define PLANLS_FEATURES_CARD_PROGRESS_H

#include "base/strbuf.h"
#include "features/facade.h"

/* "- Tasks: 3 of 5 done, 1 in review; open: A, B", with the items below it; what its status says in
 * percent where that is something else; nothing where there are no tasks. */
void card_progress(const struct planls_workspace *workspace, struct strbuf *out,
                   const struct document *document, uint32_t item, struct arena *scratch);

/* "- Subtasks: 2 of 3 done" and "- Checks: 1 of 2 met" of a task that has some. */
void card_parts(struct strbuf *out, const struct model *model, uint32_t task,
                struct arena *scratch);

#endif
