/* code_lens.h: one line above an item, a gate, a document: how it stands. */
#ifndef PLANLS_CODE_LENS_H
#define PLANLS_CODE_LENS_H

#include <planls/types.h>

struct planls_lens {
    struct planls_range range;      /* what it is about: a title */
    const char *title;              /* "3/5 tasks · $45K · 2 risks open · slack 2 w" */
    struct planls_locations places; /* what it counts: tasks, open criteria; may be none */
};

struct planls_lenses {
    struct planls_lens *items;
    size_t len, cap;
};

/* In the document's order. What has nothing to count gets none. */
void planls_lenses(struct planls_workspace *workspace, const char *path,
                   struct planls_results *results, struct planls_lenses *out);

#endif
