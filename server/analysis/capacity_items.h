/* capacity_items.h: which items of a document carry load, and on which days. Internal to analysis/. */
#ifndef PLANLS_ANALYSIS_CAPACITY_ITEMS_H
#define PLANLS_ANALYSIS_CAPACITY_ITEMS_H

#include "analysis/calendar.h"
#include "workspace/workspace.h"

struct item_days {
    date_days from, to; /* DATE_NONE: no place in time */
    bool open;          /* work still to do */
    bool carried;       /* by its parts, which have owners and days themselves */
};

struct document_days {
    bool comparable; /* with other documents: the days are real days */
    bool counted;    /* some item is told in weeks, days or months of the plan's own */
    struct calendar calendar;
    struct item_days *items; /* parallel to the model's */
};

/* Does the document take part in loads at all? */
bool document_carries_load(const struct document *document);
struct document_days document_days_of(const struct settings *settings, const struct model *model,
                                      struct arena *arena);
/* The share of one owner in an item; *stated where it is written. */
double owner_share(const struct item *item, const struct person *owner, bool *stated);

#endif
