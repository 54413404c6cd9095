/* capacity_gather.h: what documents say of people's work, collected before anything is added up. Internal
 * to analysis/. */
#ifndef PLANLS_ANALYSIS_CAPACITY_GATHER_H
#define PLANLS_ANALYSIS_CAPACITY_GATHER_H

#include "analysis/capacity.h"

/* One item of one owner. */
struct entry {
    struct slice key;
    struct load_work work; /* from DATE_NONE where it has no days, or no work of its own */
    const struct document *only;
    struct calendar calendar;
    bool counted; /* in weeks of the calendar's week 1 */
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
    const struct document *only;    /* works of this one alone; NULL: of all that are comparable if
                                       `whom`, else of all */
    VEC(struct entry) entries;
    VEC(struct saying) sayings;
};

void gather(struct gathering *g, const struct document *document);
/* Entries by scope, key and place; sayings by key, declared ones first, else as they were found. */
void gather_sort(struct gathering *g);
/* The first saying with this key, or sayings.len. */
size_t gather_find(const struct gathering *g, struct slice key);

#endif
