/* references.h: every place that names something, and the tasks of an item. */
#ifndef PLANLS_REFERENCES_H
#define PLANLS_REFERENCES_H

#include <planls/types.h>

/* Every place that names what stands at `offset`: an item, a task, a section, a person, a document (at
 * its first heading's or a link's). `declaration` tells where it is named itself too. Sorted by path
 * and place, in all documents, open or closed. */
void planls_references_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          bool declaration, struct planls_results *results,
                          struct planls_locations *out);

/* The same within the document asked, declarations included. */
void planls_highlights_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_locations *out);

/* The tasks that serve the item at `offset` (or that is named there). *origin is what was asked about. */
void planls_implementations_at(struct planls_workspace *workspace, const char *path,
                               uint32_t offset, struct planls_results *results,
                               struct planls_range *origin, struct planls_locations *out);

#endif
