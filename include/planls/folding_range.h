/* folding_range.h: what can be folded away: sections, lists, tables, fences, front matter, comments. */
#ifndef PLANLS_FOLDING_RANGE_H
#define PLANLS_FOLDING_RANGE_H

#include <planls/types.h>

enum planls_folding_kind { PLANLS_FOLDING_REGION, PLANLS_FOLDING_COMMENT };

struct planls_folding_range {
    enum planls_folding_kind kind;
    struct planls_range
        range; /* from the line that stays to the last that goes; at least two lines */
};

struct planls_folding_ranges {
    struct planls_folding_range *items;
    size_t len, cap;
};

/* In the document's order, at most one that begins on a line: the outermost. */
void planls_folding_ranges(struct planls_workspace *workspace, const char *path,
                           struct planls_results *results, struct planls_folding_ranges *out);

#endif
