/* capacity_gather.h: what documents say of people's work, collected before anything is added up. Internal
 * to analysis/. */
#ifndef PLANLS_ANALYSIS_CAPACITY_GATHER_H
#define PLANLS_ANALYSIS_CAPACITY_GATHER_H

#include "analysis/capacity.h"

/* One item of one owner. */
struct entry {
    struct slice key;
    struct load_work work; /* from DATE_NONE where it has no days, or no work of its own */
    const struct document
        *only; /* with whose items alone it can be compared; NULL: the days are real */
    struct calendar calendar; /* its document's */
    bool counted;             /* told in weeks of the calendar's week 1 */
};

/* What is said of somebody: a role, a part of their time. */
struct saying {
    struct slice key;
    bool declared;
    struct slice role;
    double share; /* 0 where none */
    size_t order; /* as found */
};

struct gathering {
    const struct workspace *ws;
    struct arena *arena;
    const struct person_keys *whom; /* NULL for everybody */
    const struct document
        *seen_from; /* whose own weeks count too, beside real days; NULL: everybody's */
    VEC(struct entry) entries;
    VEC(struct saying) sayings;
};

/* Adds what a document says. */
void gather(struct gathering *g, const struct document *document);
bool entries_comparable(const struct entry *a, const struct entry *b);
/* Entries by what is comparable, key and place; sayings by key, declared ones first, else as they were found. */
void gather_sort(struct gathering *g);
/* The first saying with this key, or sayings.len. */
size_t gather_find(const struct gathering *g, struct slice key);

#endif
