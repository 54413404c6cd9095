/* money_cells.h: amounts of money in the view of the workspace's currency: values, cells, bare numbers.
 * Internal to model/. */
#ifndef PLANLS_MODEL_MONEY_CELLS_H
#define PLANLS_MODEL_MONEY_CELLS_H

#include "model/builder.h"

/* As money_read; "$" is the configured currency where that is a dollar. In scratch memory. */
void moneys_read(struct builder *b, struct span span, struct moneys *out);

/* A number with no currency as the whole of a value: "30K", "~1,200", "(500)", "10–20k". What stands in
 * brackets behind it is passed over. *certain says that it looks like money by itself: K, M, a group of
 * thousands. money->currency is left empty. */
bool money_bare_read(struct builder *b, struct span span, struct money *money, bool *certain);

enum money_cell {
    MONEY_CELL_AMOUNT,
    MONEY_CELL_NOTHING, /* empty, a dash, "free": counts as zero */
    MONEY_CELL_UNREAD   /* says something else, or more than one amount */
};

/* One amount in a text. `bare`: a number alone is one too, of `currency` (may be ""), times `factor`. */
enum money_cell money_cell_read(struct builder *b, struct span span, bool bare,
                                const char *currency, double factor, struct money *money);

#endif
