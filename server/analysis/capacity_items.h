/* capacity_items.h: which items of a document carry load, and on which days. Internal to analysis/. */
#ifndef PLANLS_ANALYSIS_CAPACITY_ITEMS_H
#define PLANLS_ANALYSIS_CAPACITY_ITEMS_H

#include "analysis/item_span.h"
#include "workspace/workspace.h"

struct item_days {
    struct day_span days; /* from DATE_NONE: no place in time, or only one of its ends is known */
    bool coarse;          /* told in quarters or months */
    bool open;            /* work still to do */
    bool carried;         /* by its parts, which have owners and days themselves */
};

/* Does the document take part in loads at all? */
bool document_carries_load(const struct document *document);
/* Parallel to the model's items, in the arena. */
const struct item_days *items_days_of(const struct settings *settings, const struct model *model,
                                      struct arena *arena);
/* The share of one owner in an item; *stated where it is written. */
double owner_share(const struct item *item, const struct person *owner, bool *stated);

#endif
