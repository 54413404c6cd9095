/* formatting.h: a document's tables, boxes and ranges written alike, as most of them are already. */
#ifndef PLANLS_FORMATTING_H
#define PLANLS_FORMATTING_H

#include <planls/diagnostic.h>

/* The edits in the lines that `range` touches, in order: tables aligned; the "[X]" of a document that
 * mostly writes "[x]", or the other way round; the dash of counted times ("Weeks 1-4") that the document
 * mostly uses. Nothing changes what the document means, nothing in fences or headings changes, and
 * formatting twice changes nothing. Edits do not overlap and are byte-minimal. */
void planls_format(struct planls_workspace *workspace, const char *path, struct planls_range range,
                   struct planls_results *results, struct planls_fix *out);

/* After the bar that completes a table's row was typed at `offset` (behind it): aligns that table. */
void planls_format_typed(struct planls_workspace *workspace, const char *path, uint32_t offset,
                         struct planls_results *results, struct planls_fix *out);

#endif
