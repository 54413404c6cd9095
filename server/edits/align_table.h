/* align_table.h: the columns of a table made to stand below each other. */
#ifndef PLANLS_EDITS_ALIGN_TABLE_H
#define PLANLS_EDITS_ALIGN_TABLE_H

#include "text/edit.h"
#include "workspace/workspace.h"

struct text_edits {
    VEC_MEMBERS(struct text_edit);
};

/* Appends the edits that align the rows of a table (a BLOCK_TABLE of a loaded document) that `range`
 * touches, in order, each byte-minimal: only the space and dashes between cells change. All rows count
 * for the widths, in terminal columns (utf8_width). A table that would be wider than
 * ALIGN_TABLE_MAX_COLUMNS gets one space on each side instead. Left alone: a table whose rows do not
 * begin and end with a bar. The new text lives in the arena. Aligning twice changes nothing. */
#define ALIGN_TABLE_MAX_COLUMNS 160
void align_table(const struct document *document, uint32_t table, struct span range,
                 struct arena *arena, struct text_edits *out);

#endif
