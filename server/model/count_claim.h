/* count_claim.h: what a text claims to be there: "17 sections", "~800 lines", "12 tasks", "3 of 5 tasks
 * done", "28 tasks marked [P]", "14/24". Pure; the nouns, in several languages, are in words_counts.c.
 */
#ifndef PLANLS_MODEL_COUNT_CLAIM_H
#define PLANLS_MODEL_COUNT_CLAIM_H

#include "base/slice.h"

/* What is counted. */
enum counted {
    COUNTED_NOTHING,
    COUNTED_SECTIONS,
    COUNTED_LINES,
    COUNTED_TASKS,
    COUNTED_SCENARIOS,
    COUNTED_REQUIREMENTS,
    COUNTED_PHASES,
    COUNTED_MILESTONES,
    COUNTED_STORIES,
    COUNTED_EPICS,
    COUNTED_SPRINTS,
    COUNTED_INITIATIVES,
    COUNTED_WORKSTREAMS
};

/* Which of them. */
enum count_state { COUNT_ALL, COUNT_DONE, COUNT_OPEN, COUNT_PARALLEL };

struct count_claim {
    enum counted what; /* COUNTED_NOTHING where only a number and a state are said: "3 of 5 done" */
    enum count_state state;
    bool stated; /* the state is said in a word */
    uint32_t number;
    struct slice digits; /* the number as written, a part of the text read */
    bool approx;         /* "~800", "about 40" */
    bool at_least;       /* "40+" */
    bool has_total;      /* "3 of 5", "3/5": the state is then COUNT_DONE unless said otherwise */
    uint32_t total;
    struct slice total_digits;
    struct slice noun; /* as written; empty where none is */
};

/* Reads a text that is a claim and nothing else: a number with at most a neutral word ("total") before its
 * noun and a state behind it. False for anything more: "3 new tasks", "2 posts", "1-2 tasks". */
bool count_claim_read(struct slice text, struct count_claim *claim);

/* By a label or a column's header ("Total Tasks", "# Tasks", "Completed", "Sections"): what a bare
 * number there counts. False where it names nothing that is counted. */
bool count_label_read(struct slice label, enum counted *what, enum count_state *state);

#endif
