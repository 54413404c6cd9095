/* set_amount.h: an amount of money with another number, in the form it is written in. */
#ifndef PLANLS_EDITS_SET_AMOUNT_H
#define PLANLS_EDITS_SET_AMOUNT_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdbool.h>

/* `written` is one amount ("~$30K", "1,200 USD", "$1.5M per year"); gives it with `amount` instead, its
 * marks, thousands and K or M kept: "$25K", "1,500 USD". Where K or M would take more than two decimals
 * the number is written out. False for ranges and what has no plain number in it. */
bool set_amount(struct slice written, double amount, struct arena *arena, struct slice *out);

#endif
