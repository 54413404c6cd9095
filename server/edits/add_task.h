/* add_task.h: a first task for an item, in the form its siblings' tasks have. */
#ifndef PLANLS_EDITS_ADD_TASK_H
#define PLANLS_EDITS_ADD_TASK_H

#include "text/edit.h"
#include "workspace/workspace.h"

/* The first task that stands in a sibling of the item (a section of its level, with the same parent), is a
 * bullet and is nested in no other. NO_INDEX where there is none, or where a task stands in the item. */
uint32_t task_to_follow(const struct document *document, uint32_t item);

/* A line at the end of the item's own text, before its parts: marker and indentation of the task `like`, an
 * open box, TBD; with a blank line above where that task has one. *words_at is where TBD begins in the
 * edit's new text. */
struct text_edit add_task(const struct document *document, uint32_t item, uint32_t like,
                          struct arena *arena, uint32_t *words_at);

#endif
