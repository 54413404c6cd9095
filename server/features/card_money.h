/* card_money.h: money, checkpoints, totals and measures told with their arithmetic, for hovers. */
#ifndef PLANLS_FEATURES_CARD_MONEY_H
#define PLANLS_FEATURES_CARD_MONEY_H

#include "features/card.h"

/* "- Budget: $20K + $5K = $25K, and $300 per month": recurring money is named, never added; nothing where
 * the item says no amount. */
void card_budget(const struct item *item, struct strbuf *out);

/* An amount of an item's budget: its share of the item and of the plan, and what is spent by its end. */
void card_amount(const struct planls_workspace *workspace, const struct document *document,
                 uint32_t item, const struct money *money, struct arena *scratch,
                 struct strbuf *out);
/* A budget checkpoint: its share of the total, the step since the one before, what is planned by then. */
void card_checkpoint(const struct planls_workspace *workspace, const struct document *document,
                     uint32_t checkpoint, struct arena *scratch, struct strbuf *out);
/* A stated total: the sum of its parts beside it. */
void card_total(const struct planls_workspace *workspace, const struct document *document,
                uint32_t total, struct arena *scratch, struct strbuf *out);
/* A measure of a criterion: what it asks for, from where to where (card_metric.c). */
void card_metric(const struct document *document, uint32_t metric, struct strbuf *out);

#endif
