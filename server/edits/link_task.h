/* link_task.h: the edit that makes a task name the plan item it serves. */
#ifndef PLANLS_EDITS_LINK_TASK_H
#define PLANLS_EDITS_LINK_TASK_H

#include "workspace/workspace.h"

#include <planls/diagnostic.h>

/* A task on a line gets a link to the item's heading at the end of its line; a task that is a whole
 * document gets `initiative:` in its front matter. False where the item has no heading to link to.
 * `from` must be loaded. The edit's strings live in the arena. */
bool link_task(const struct document *from, uint32_t task, const struct document *document,
               uint32_t item, struct arena *arena, struct planls_edit *edit);

/* A new task below `like` and all that is nested in it, with the same marker, called as the item and with
 * a link to it. False where `like` is no box behind a bullet, or the item has no heading. `from`, which
 * holds `like`, must be loaded. */
bool add_linked_task(const struct document *from, uint32_t like, const struct document *document,
                     uint32_t item, struct arena *arena, struct planls_edit *edit);

#endif
