/* plan_diff_item.h: what differs in one item; internal to plan_diff. */
#ifndef PLANLS_ANALYSIS_PLAN_DIFF_ITEM_H
#define PLANLS_ANALYSIS_PLAN_DIFF_ITEM_H

#include "analysis/budget.h"
#include "analysis/item_span.h"
#include "analysis/plan_diff.h"
#include "analysis/weakening.h"

/* What a document's items are compared by, made once for all of them. */
struct diff_side {
    const struct document *document;
    struct calendar calendar;
    const struct item_span *spans;
    struct budget budget;
};
void diff_side_init(struct diff_side *side, const struct workspace *ws,
                    const struct document *document, struct arena *arena);

struct item_diff {
    const struct diff_side *before, *now;
    const struct weakened *weakened; /* those of this item */
    size_t weakened_count;
    struct arena *arena;
    struct plan_changes *out;
};

/* Appends what differs beside the name. */
void diff_items(const struct item_diff *diff, uint32_t before, uint32_t now);
/* What became of criteria and gates, as changes of an item (or of none). */
void diff_weakened(const struct item_diff *diff, uint32_t before, uint32_t now);

#endif
