/* gates.h: the gates of a plan: which are met, what each holds up, which wait for what they hold up. */
#ifndef PLANLS_ANALYSIS_GATES_H
#define PLANLS_ANALYSIS_GATES_H

#include "workspace/workspace.h"

/* A document's gates behind the first so many are not looked at: the cost is gates × items. */
#define GATES_MAX 256

enum gate_state {
    GATE_UNSTATED,     /* no criterion has a box: nobody has said */
    GATE_MET,          /* all boxes are ticked */
    GATE_NOT_STARTED,  /* none is, and nothing of its phase has begun */
    GATE_UNMET,        /* some are open */
    GATE_BLOCKED,      /* open, and so is a gate before it */
    GATE_SELF_BLOCKING /* open, and waits for what can start only behind it */
};
const char *gate_state_name(enum gate_state state); /* "met", "not started", "unmet", … */

/* What a gate's open criterion waits for although the gate holds it up. */
struct gate_wait {
    uint32_t criterion;  /* index in the gate's criteria, or NO_INDEX: it waits for no such thing */
    uint32_t item, task; /* the later item, or the task in it (the other NO_INDEX) */
};

struct gate_view {
    uint32_t gate; /* index in model->gates */
    enum gate_state state;
    uint32_t boxes, open; /* criteria with a box, those of them that are not ticked */
    uint32_t item;        /* the phase that it closes, or opens where `entry`; or NO_INDEX */
    bool entry;
    uint32_t blocked_by; /* the nearest view before it that is not met, or NO_INDEX */
    struct gate_wait wait;
    const bool *holds_up; /* per item: may it start only once this gate is met? */
};

struct gate_views {
    VEC_MEMBERS(struct gate_view);
};

/* The gates of a document in its order. A gate belongs to the phase it stands in; one that is a section of
 * its own to the phase its title names, else to the one above it. It holds up the phase's siblings (same
 * kind, same heading above) that wait for the phase by their own dependencies, or come after it: by their
 * days where both have some (phases that run at once hold up nothing), else by number and order, for the
 * kinds that follow each other (phases, milestones, sprints, weeks …). "Exit criteria" of other kinds
 * (workstreams, initiatives) hold up only what says that it waits. */
void gates_of(const struct workspace *ws, const struct document *document, struct arena *arena,
              struct gate_views *out);

/* How far an item is, by its tasks in its own document (its items' inside it included; boxes that are
 * criteria are no work) and the status it states. */
struct item_work {
    uint32_t tasks, done, begun; /* begun: done or under way */
    uint32_t first;              /* the first task that is begun, or NO_INDEX */
    bool started;                /* a task is begun, or its status says so */
    bool complete;               /* all tasks are done, or without tasks its status says so */
};
struct item_work *items_work(const struct model *model, struct arena *arena);

#endif
