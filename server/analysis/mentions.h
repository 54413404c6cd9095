/* mentions.h: items that a sentence names by kind and number ("Phase 1", "Sprint 3", "Fase 2"). */
#ifndef PLANLS_ANALYSIS_MENTIONS_H
#define PLANLS_ANALYSIS_MENTIONS_H

#include "model/model.h"

/* The numbered items of a model, to be looked up. Made once per model, n log n. */
struct numbered_items {
    const struct model *model;
    uint32_t *items; /* by kind, number, place */
    size_t len;
};

struct numbered_items numbered_items_of(const struct model *model, struct arena *arena);

/* One item named in a text, and where. */
struct mention {
    uint32_t item;     /* the first item of that kind and number */
    size_t start, end; /* bytes of the text: "Phase 1" */
    bool unique;       /* no other item has that kind and number */
};

/* The next mention at or behind *at, which is moved behind it; false where there is none. */
bool mention_next(const struct numbered_items *numbered, struct slice text, size_t *at,
                  struct mention *out);

#endif
