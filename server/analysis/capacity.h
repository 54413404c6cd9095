/* capacity.h: who carries how much, and when.
 *
 * An item that runs loads its owners for all of their time, in equal parts: each of two owners carries
 * 50 %. A share that is stated ("Jamie (50%)", "0.5 FTE") counts instead; owners without one share what
 * it leaves. Somebody's load on a day is the sum over the items that run on it; in a week, the most of
 * its days. So an item told in weeks counts in full in each of them, and two that follow each other
 * within a week do not add up. When an item runs is said by analysis/item_span.h.
 *
 * What carries no load: items that are done, cancelled or deferred, gates and decisions, milestones of
 * one day, items of which only one end is known, and items whose parts have owners and spans of their
 * own, since those are the work. An item that a second document tells again under the same title counts
 * once. Archived documents and templates are left out.
 *
 * Items can only be added up where their days are the same days: dates with a year, and weeks of a
 * stated start, share the real calendar. Weeks that hang on nothing, or on a guess, are compared with
 * those of their own plan only; so somebody in two such plans has two loads.
 *
 * Each load is a curve: a sweep over the first and last days of the items (n log n in the items of one
 * person, whatever they span).
 */
#ifndef PLANLS_ANALYSIS_CAPACITY_H
#define PLANLS_ANALYSIS_CAPACITY_H

#include "analysis/calendar.h"
#include "workspace/workspace.h"

/* One item on one person's table. */
struct load_work {
    const struct document *document;
    uint32_t item;
    const struct person *owner; /* as the item names them */
    date_days from, to;         /* first and last day */
    double share;               /* 1 is a full week */
    bool stated;                /* the share is written down, not assumed */
    bool coarse;                /* told in quarters or months: some time in them, not all of it */
};

/* Days in a row on which the same items run. */
struct load_run {
    date_days from, to;
    double load, stated; /* sum of all shares, and of those that are stated */
    uint32_t count;      /* items */
    uint32_t coarse;     /* of these, told in quarters or months */
};

struct load {
    struct slice key;            /* the person's (struct person), or a role's, folded */
    struct slice name, role;     /* as first written; the role as declared, else as first written */
    bool role_only;              /* a role, a team: nobody in particular */
    const struct document *only; /* whose own weeks these are; NULL: the days are real days */
    struct calendar calendar;    /* counts weeks from week 1 if `weeks` */
    bool weeks;                  /* all works are of plans that count from one week 1 */
    double capacity;             /* what they can carry: settings, else declared, else 1 */
    uint32_t owned;              /* open items, those without days included */
    VEC(struct load_work) works; /* by first day, path, item */
    VEC(struct load_run) runs;   /* by day; days without load are left out */
    const struct load_run *peak; /* the heaviest run, the first of equals; NULL where none */
};
struct loads {
    VEC_MEMBERS(struct load);
};

/* The loads of all whom a document names: of real days over all documents, and of the document's own
 * weeks. Looks only at documents that name one of them; of those who are everywhere
 * (workspace_is_everywhere) at the document alone. Results live in the arena and point into the models. */
void capacity_of_document(const struct workspace *ws, const struct document *document,
                          struct arena *arena, struct loads *out);
/* The same for those of them alone who own at least `least` items anywhere, or of whose time an item states
 * a share: most cannot have too much to do, and nobody need look at their other documents. */
void capacity_of_busy(const struct workspace *ws, const struct document *document, uint32_t least,
                      struct arena *arena, struct loads *out);
/* The same for one person (or role) by key, over all documents in any case; none where they own nothing
 * open. */
void capacity_of_person(const struct workspace *ws, struct slice key,
                        const struct document *seen_from, struct arena *arena, struct loads *out);
/* Everybody's: the real calendar first, then the plans that stand alone by path; by key within. */
void capacity_of_all(const struct workspace *ws, struct arena *arena, struct loads *out);
/* Loads of people put together by role: what an owner's role is, or the owner where it is one. People
 * without a role are left out. The capacity is that of all the people together. */
void capacity_by_role(const struct workspace *ws, const struct loads *people, struct arena *arena,
                      struct loads *out);

/* The works that run in a run, in order. */
struct load_works {
    VEC_MEMBERS(const struct load_work *);
};
void load_works_of(const struct load *load, const struct load_run *run, struct arena *arena,
                   struct load_works *out);
/* The most on any of seven days from `monday` on. */
double load_in_week(const struct load *load, date_days monday);

/* More than somebody can carry, beyond what rounding does (1/3 + 1/3 + 1/3). */
static inline bool load_exceeds(double load, double capacity)
{
    return load > capacity + 0.005;
}

#endif
