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
/* Owners behind these are not counted: no item has so many. */
#define ITEM_MAX_OWNERS 64

/* How the owners of an item share it. */
struct item_shares {
    double stated;    /* sum of what is written */
    uint32_t without; /* owners who share the rest */
};
struct item_shares item_shares_of(const struct item *item);
/* The part of one owner; *stated where it is written. */
double owner_share(const struct item_shares *shares, const struct person *owner, bool *stated);
/* Is the owner at this place named before? "Alex for pilots, Alex for code". */
bool owner_is_repeated(const struct item *item, size_t owner);

#endif
