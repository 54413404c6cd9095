/* money_words.h: words about money that only the readers of budgets and totals ask for. Internal to
 * model/. */
#ifndef PLANLS_MODEL_MONEY_WORDS_H
#define PLANLS_MODEL_MONEY_WORDS_H

#include "base/slice.h"

/* What a label says of the amount behind it. */
enum total_words {
    TOTAL_WORDS_NONE,
    TOTAL_WORDS_PART, /* "Subtotal", "Zwischensumme": of some of the parts */
    TOTAL_WORDS_ALL   /* "Total", "TOTAL (USD)", "Total budget", "Y1 Total", "Gesamt", "合計" */
};
/* A word for a total first or last, and beside it only words of money and time, or a number: "Total
 * addressable market" is none. */
enum total_words total_words_of(struct slice label);

/* "incl. 10% contingency", "Reserve", "Puffer": the amount holds more than the parts named. */
bool is_reserve_words(struct slice text);

/* "Free", "included", "—", "n/a", "gratuit": costs nothing. */
bool is_no_cost(struct slice text);

/* "Budget", "Cost breakdown", "Kosten": a heading or column over money to be spent. */
bool is_budget_title(struct slice title);

#endif
