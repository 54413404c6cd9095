/* extract_tasks.h: an item's tasks to a file of their own, and back. */
#ifndef PLANLS_EDITS_EXTRACT_TASKS_H
#define PLANLS_EDITS_EXTRACT_TASKS_H

#include "text/edit.h"
#include "workspace/workspace.h"

/* Bullets in a row that are tasks, in a list outside other lists and quotes: the first ones in the item
 * (NO_INDEX: in the document), as whole lines. Empty where there is none. */
struct span task_list_of(const struct document *document, uint32_t item);

/* The same, and empty too where one of them names another item as what it serves, or where the item says
 * nothing else: it would be none without them. */
struct span own_task_list_of(const struct workspace *ws, const struct document *document,
                             uint32_t item);

/* Where the tasks of an item would go: "tasks/new-pier.md" beside the document, numbered where that is
 * taken. In the arena. */
struct slice task_file_of(const struct workspace *ws, const struct document *document,
                          uint32_t item, struct arena *arena);

/* *edit puts a line with a link to the file in the place of the item's list of tasks; *file is what the file
 * at `path` then holds: a title, what the tasks serve, the list with its links rewritten. False where the
 * item has no heading or no such list, or something in the list cannot be said from elsewhere. */
bool extract_tasks(const struct workspace *ws, const struct document *document, uint32_t item,
                   struct slice path, struct arena *arena, struct text_edit *edit,
                   struct slice *file);

/* The other way: *edit puts the list of tasks of `file` in the place of the item's line that is a link to
 * it and nothing more. False where there is none. *whole says that the file then says nothing more than
 * its title and what it serves; else *cut takes the list out of it. */
bool inline_tasks(const struct workspace *ws, const struct document *document, uint32_t item,
                  const struct document *file, struct arena *arena, struct text_edit *edit,
                  bool *whole, struct text_edit *cut);

/* The file that inline_tasks would take: the first one that a line of the item is a link to and that has
 * tasks, all of which serve the item. NULL: none. */
const struct document *task_file_linked(const struct workspace *ws, const struct document *document,
                                        uint32_t item);

#endif
