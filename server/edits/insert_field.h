/* insert_field.h: writing a new field into an item in the form its siblings have. */
#ifndef PLANLS_EDITS_INSERT_FIELD_H
#define PLANLS_EDITS_INSERT_FIELD_H

#include "text/edit.h"
#include "workspace/workspace.h"

/* What stands for a value that a person has still to give. */
#define INSERT_FIELD_PLACEHOLDER "TBD"

/* What stands before a field's value on its line, which is what makes its form: "- **Owner:** ". Of several
 * fields on a line it is the field's own part. The document is loaded. */
struct slice field_lead(const struct document *document, const struct field *like);

/* A line that gives `item` the field that `like` (a field of a sibling, in the same document) is: same
 * label, marks, bullet, indentation and line end, with `value` behind it; after the item's field that
 * stands before it in the sibling, or at the item's end of fields. False where `like` is written in a
 * form that is no line (a column, front matter, a sub-heading). *value_at is where the value begins in
 * the edit's new text. */
bool insert_field(const struct document *document, uint32_t item, const struct field *like,
                  struct slice value, struct arena *arena, struct text_edit *edit,
                  uint32_t *value_at);

#endif
