/* remove_dependency.h: the edit that takes one name out of a list of dependencies. */
#ifndef PLANLS_EDITS_REMOVE_DEPENDENCY_H
#define PLANLS_EDITS_REMOVE_DEPENDENCY_H

#include "text/edit.h"
#include "text/text.h"

/* `where` is the name as written. With it goes one separator to a neighbour, or the whole remark where
 * it stands alone in one ("(depends on T012)"); alone as a field's value it becomes "None". */
struct text_edit remove_dependency(const struct text *text, struct span where);

#endif
