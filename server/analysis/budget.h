/* budget.h: what a plan costs: sums per item, person and quarter, and its curve over time.
 *
 * One-off money and money per unit (a month, a year, a seat) are never added together, nor are
 * currencies. An item's budget holds its parts': what parts of an item cost counts once, and the more of
 * the two where both are said. Amounts that stand as a sum of others ("Total: $40K") are no parts.
 * Linear in the items, n log n for the curve.
 */
#ifndef PLANLS_ANALYSIS_BUDGET_H
#define PLANLS_ANALYSIS_BUDGET_H

#include "analysis/calendar.h"

/* Money of one currency for one unit. */
struct budget_sum {
    char currency[4]; /* "" for the configured one */
    struct slice per; /* empty: one-off */
    double amount;    /* ranges by their middle */
    double min, max;  /* max is INFINITY behind "at least" */
    bool approx;      /* a part of it is */
    size_t parts;
};

struct budget_sums {
    VEC_MEMBERS(struct budget_sum);
    size_t placeholders; /* amounts still to come: "$X" */
};

/* Adds an amount to the sum of its currency and unit. */
void budget_sums_add(struct budget_sums *sums, const struct money *money, struct arena *arena);
/* The one-off sum of a currency, or NULL. */
const struct budget_sum *budget_one_off(const struct budget_sums *sums, const char *currency);

struct budget_share {
    struct slice name, role; /* as first written */
    struct slice key;        /* person.key */
    double amount;           /* one-off, of budget.currency */
    size_t items;
};

struct budget_quarter {
    int year, quarter; /* 1…4 */
    double amount;     /* what the curve grows by in it */
};

/* The curve is straight between its points. */
struct budget_point {
    date_days day; /* at the end of this day */
    double amount; /* spent so far */
};

struct budget {
    struct calendar calendar;
    char currency[4];          /* of the curve, shares and quarters: the one most parts are in */
    struct budget_sums *own;   /* per item: what it says itself */
    struct budget_sums *whole; /* per item: with its parts' */
    double *rest;              /* per item: its one-off money beyond its parts', of `currency` */
    struct budget_sums plan;   /* of all items */
    VEC(struct budget_share) people; /* in the order in which they are first named */
    double unowned;                  /* of items without an owner */
    VEC(struct budget_point) curve;  /* one-off money along the items' spans, evenly per day */
    bool dated; /* the curve's days are dates, not only weeks of a floating plan */
    VEC(struct budget_quarter) quarters; /* in order; none where the days are no dates */
    double
        unplaced; /* of items that say no time, or one that cannot be compared with the first's */
};

/* Results live in the arena. An item without time or owner has its parent's. */
void budget_of(const struct model *model, const struct settings *settings, struct arena *arena,
               struct budget *out);

/* What the curve says is spent at the end of a day. */
double budget_by(const struct budget *budget, date_days day);

#endif
