/* report.h: the plans of a workspace in numbers: when, who, how much, how far, and what is at risk.
 *
 * What `planls report` prints and what a plan view draws. Everything is a plain value; indices refer
 * to the arrays of the same plan.
 */
#ifndef PLANLS_REPORT_H
#define PLANLS_REPORT_H

#include <planls/types.h>

#define PLANLS_NO_DAY   INT32_MIN /* days count from 1970-01-01 */
#define PLANLS_NO_INDEX UINT32_MAX

/* What days hang on. */
enum planls_anchor {
    PLANLS_ANCHOR_FLOATING, /* nothing: only week numbers mean something */
    PLANLS_ANCHOR_ASSUMED,  /* the document's own date */
    PLANLS_ANCHOR_STATED    /* a start that is stated, or dates */
};

/* Money of one currency, once or per unit of time or thing. */
struct planls_amount {
    double amount, min, max; /* whole currency units; a range by its middle; max may be INFINITY */
    bool approx;
    char currency[4]; /* ISO code */
    const char *per;  /* "month", "year" …; empty for one-off money */
};

/* Why something is at risk: what a check found. */
struct planls_risk {
    enum planls_severity severity;
    const char *code, *message;
    struct planls_location where;
    uint32_t item; /* or PLANLS_NO_INDEX: of the plan as a whole */
};

struct planls_report_item {
    const char *key;  /* stays the same while others change */
    const char *kind; /* "initiative", "phase" … */
    const char *title;
    const char *id;     /* or number: "ADR-003", "2"; may be empty */
    const char *status; /* as written; may be empty */
    const char *state;  /* what it means: "todo", "doing", "review", "done", "blocked", "cancelled",
                           "deferred", "unknown"; empty where none is stated */
    uint32_t parent;    /* or PLANLS_NO_INDEX */
    unsigned depth;     /* 0 for items without a parent */
    struct planls_location where;
    const char **owners;
    size_t owner_count;
    const char *when;       /* its time as written: "Weeks 1–4 … Weeks 9–12"; may be empty */
    int32_t from, to;       /* first and last day; PLANLS_NO_DAY where not known or open */
    int from_week, to_week; /* of the plan's own weeks; 0 where it counts none */
    struct planls_amount *budget; /* with its parts' */
    size_t budget_count;
    unsigned tasks, tasks_done; /* serving it and what stands in it, leaves only */
    int said_percent;           /* "85% complete", or -1 */
    unsigned criteria, risks, risks_open;
    bool scheduled, critical;
    double slack;                     /* days, if scheduled */
    const char *gate;                 /* "met", "unmet" …, or NULL: no gate closes it */
    unsigned gate_open;               /* its criteria that are open */
    unsigned errors, warnings, hints; /* findings in it and in nothing inside it */
};

/* `waits` begins when `for_item` has ended. */
struct planls_report_edge {
    uint32_t waits, for_item;
};

struct planls_report_point {
    int32_t day;   /* at its end */
    int week;      /* of the plan's own weeks */
    double amount; /* spent so far */
};

struct planls_report_checkpoint {
    const char *title;
    const char *at; /* "week 8" */
    int32_t day;
    struct planls_amount amount;
};

/* A gate of the plan, also one that is a section of its own. */
struct planls_report_gate {
    const char *title; /* "Go-Gate Criteria" */
    const char *state; /* "met", "unmet" … */
    struct planls_location where;
    uint32_t item;        /* it closes, or PLANLS_NO_INDEX */
    bool entry;           /* it opens the item instead */
    unsigned boxes, open; /* criteria with a box, those of them that are not ticked */
};

/* A stop condition: when the work is called off. */
struct planls_report_stop {
    const char *condition, *action; /* the action may be empty */
    const char *outcome;            /* "holds", … */
    struct planls_location where;
    uint32_t item; /* it watches, or PLANLS_NO_INDEX */
    int32_t day;   /* from which it is judged, or PLANLS_NO_DAY */
};

struct planls_report_plan {
    const char *path, *title; /* the title may be empty */
    enum planls_anchor anchor;
    int32_t week_one; /* first day of week 1; where floating only other days of the plan mean
                         something beside it */
    int32_t from, to; /* of all items; PLANLS_NO_DAY where no item has days */
    bool weeks;       /* the plan counts weeks, days or months of its own */
    struct planls_report_item *items;
    size_t item_count;
    struct planls_report_edge *edges;
    size_t edge_count;
    struct planls_amount *budget; /* of all items */
    size_t budget_count;
    char currency[4]; /* of the curve */
    struct planls_report_point *curve;
    size_t curve_count;
    struct planls_report_checkpoint *checkpoints;
    size_t checkpoint_count;
    struct planls_report_gate *gates;
    size_t gate_count;
    struct planls_report_stop *stops;
    size_t stop_count;
    unsigned tasks, tasks_done; /* of all items */
    unsigned loose;             /* the document's own tasks that serve no item */
    struct planls_risk *risks;  /* errors first */
    size_t risk_count;
    unsigned errors, warnings, hints; /* findings in no item */
};

/* Days in a row on which somebody has the same work. */
struct planls_report_run {
    int32_t from, to;
    int from_week, to_week; /* of the plan's own weeks; 0 where the days are of several plans */
    double load;            /* 1 is all of a person's time */
    const char **items;     /* titles */
    size_t item_count;
};

struct planls_report_load {
    const char *name, *role; /* the role may be empty */
    const char *only;        /* path of the plan whose own weeks these are, or NULL: real days */
    double capacity;
    unsigned owned; /* open items */
    struct planls_report_run *runs;
    size_t run_count;
    uint32_t peak; /* run, or PLANLS_NO_INDEX */
};

struct planls_report {
    int32_t today; /* or PLANLS_NO_DAY */
    struct planls_report_plan *plans;
    size_t plan_count;
    struct planls_report_load *loads;
    size_t load_count;
};

/* The plans at these paths (documents that hold plan items; others are passed over; NULL: all that are
 * judged), and the load over all plans of the workspace of everybody who works on one of these. Documents that are not loaded have no
 * risks: those need the text. */
void planls_report(struct planls_workspace *workspace, const char *const *paths, size_t count,
                   struct planls_results *results, struct planls_report *out);

#endif
