/* replace_lines.h: text that was made once, made anew. */
#ifndef PLANLS_EDITS_REPLACE_LINES_H
#define PLANLS_EDITS_REPLACE_LINES_H

#include "edits/compose.h"
#include "text/span.h"

/* The edits that make what stands at `span` of `bytes` into `fresh` (whole lines both): none where it
 * is that already. Lines that are the same before and behind all changes stay; as many lines for as many
 * are changed one by one. Sorted, byte-minimal. */
void replace_lines(struct slice bytes, struct span span, struct slice fresh, struct arena *arena,
                   struct edit_list *edits);

#endif
