/* selection_range.h: what stands around a place, from the word to the document. */
#ifndef PLANLS_SELECTION_RANGE_H
#define PLANLS_SELECTION_RANGE_H

#include <planls/types.h>

struct planls_ranges {
    struct planls_range *items;
    size_t len, cap;
};

/* Word, value, field, list item, section, document: each holds the one before and is longer. At
 * least one; where the document is not loaded, none. */
void planls_selection_ranges_at(struct planls_workspace *workspace, const char *path,
                                uint32_t offset, struct planls_results *results,
                                struct planls_ranges *out);

#endif
