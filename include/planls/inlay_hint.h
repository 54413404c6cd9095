/* inlay_hint.h: what stands to reason beside what is written: dates of weeks, sums, names of ids. */
#ifndef PLANLS_INLAY_HINT_H
#define PLANLS_INLAY_HINT_H

#include <planls/types.h>

struct planls_inlay {
    uint32_t offset;     /* behind what it explains */
    const char *label;   /* "2 Feb – 1 Mar 2026", "= $25K", "3/5", "Draw the schema" */
    const char *tooltip; /* more of it; may be empty */
};

struct planls_inlays {
    struct planls_inlay *items;
    size_t len, cap;
};

/* Those in `range`, in order. */
void planls_inlays(struct planls_workspace *workspace, const char *path, struct planls_range range,
                   struct planls_results *results, struct planls_inlays *out);

#endif
