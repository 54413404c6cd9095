/* next.h: what is to be done now, for whom, and what it waits for. */
#ifndef PLANLS_NEXT_H
#define PLANLS_NEXT_H

#include <planls/types.h>

/* Why something stands where it does in the list; listed in this order. */
enum planls_turn {
    PLANLS_TURN_OVERDUE, /* its day is past */
    PLANLS_TURN_NOW,     /* under way, or today lies in its time */
    PLANLS_TURN_SOON,    /* begins, or is due, within two weeks */
    PLANLS_TURN_READY,   /* waits for nothing, and no day near says when */
    PLANLS_TURN_BLOCKED, /* it is time, but something it waits for is open */
    PLANLS_TURN_LATER    /* begins later, or waits for what does */
};

/* "overdue", "now", "soon", "ready", "blocked", "later". Static. */
const char *planls_turn_name(enum planls_turn turn);

struct planls_next_entry {
    enum planls_turn turn;
    bool task;              /* a task; else an item without open tasks of its own */
    const char *name;       /* "T014 Draw the schema", "Phase 2: Build" */
    const char *item;       /* what the task serves; empty for items and where it serves none */
    const char *owners;     /* of the task, else of its item; "" for nobody */
    int32_t due;            /* last day, days since 1970-01-01; INT32_MIN where none is known */
    int week;               /* last week of a plan whose weeks hang on nothing; 0 where not */
    const char **waits_for; /* what is open and comes before it: names of items, tasks, gates */
    size_t waits_count;
    struct planls_location where;
};

struct planls_next_entries {
    struct planls_next_entry *items;
    size_t len, cap;
};

/* The open work of the documents at these paths (NULL: of all that are judged) in the order in which
 * it is due. Without today nothing is overdue, now or soon: what is known of the order remains. `owner`
 * (NULL: everybody) is compared as names are: "jane" is Jane. */
void planls_next(struct planls_workspace *workspace, const char *const *paths, size_t count,
                 const char *owner, struct planls_results *results,
                 struct planls_next_entries *out);

#endif
