/* list_table.h: a list of labelled values or of risks as a table, and back. */
#ifndef PLANLS_EDITS_LIST_TABLE_H
#define PLANLS_EDITS_LIST_TABLE_H

#include "text/edit.h"
#include "workspace/workspace.h"

/* The list or table that an offset stands in, of a form that can be the other one: a list outside other
 * lists whose bullets are one line each, all `**Label:** value` (or all `**Label**: value`) or all
 * `risk → mitigation` (one kind of arrow), and the table that it becomes. 0: none. */
uint32_t list_to_table_at(const struct document *document, uint32_t offset);
uint32_t table_to_list_at(const struct document *document, uint32_t offset);

/* The edit that makes a table of the list: `| **Label** | value |` below `| Field | Value |`, or
 * `| risk | mitigation |` below `| Risk | Mitigation |`; columns padded to one width, so that they align
 * in a fixed-width font. A pipe in a value is escaped. Made a list again it is what it was, but for other
 * markers than "-" and the two ways to put the colon. */
struct text_edit list_to_table(const struct document *document, uint32_t list, struct arena *arena);

/* The edit that makes a list of such a table. */
struct text_edit table_to_list(const struct document *document, uint32_t table,
                               struct arena *arena);

#endif
