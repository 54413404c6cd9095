/* totals.h: do the parts of a stated total add up to it? */
#ifndef PLANLS_ANALYSIS_TOTALS_H
#define PLANLS_ANALYSIS_TOTALS_H

#include "analysis/budget.h"

enum total_verdict {
    TOTAL_OPEN,   /* cannot be said: a placeholder, a range that covers it, other currencies … */
    TOTAL_RIGHT,  /* adds up, in one of the ways people write sums */
    TOTAL_DIFFERS /* surely not */
};

/* One part: an amount as written, or an item with all it says. */
struct total_term {
    struct span where;
    double amount;
    uint32_t item; /* or NO_INDEX */
};

struct total_sum {
    enum total_verdict verdict;
    double sum; /* of the terms; meaningless where TOTAL_OPEN */
    double said;
    char currency[4];
    VEC(struct total_term) terms;
};

/* How a total of model->totals stands to its parts. Rows may hold sums of some of the others (subtotals,
 * group rows in bold) and columns may run up (each amount holding those before it): each of these ways
 * to write a sum is tried, and one that fits is enough. A sum written with few digits ("$1.4M") may
 * differ by half of the last one, "~" leaves 2 %. `budget` is that of the same model. */
void total_judge(const struct model *model, const struct budget *budget, uint32_t total,
                 struct arena *arena, struct total_sum *out);

/* The same for an item that says what it costs and has parts that say what they cost. */
void total_judge_item(const struct model *model, const struct budget *budget, uint32_t item,
                      struct arena *arena, struct total_sum *out);

/* The same for an amount of an item's budget that is said to be the sum of the others. */
void total_judge_value(const struct model *model, uint32_t item, size_t money, struct arena *arena,
                       struct total_sum *out);

/* What the plan as a whole is said to cost or to have: the total that a checkpoint can be held against.
 * The document's labelled total or Budget field, else that of its table or list of budgets, else the one
 * in its prose. NULL where there is none, or several that differ. */
const struct total *plan_total(const struct model *model);

#endif
