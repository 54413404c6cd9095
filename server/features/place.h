/* place.h: what stands at an offset: the one answer that hover, definition and the others share. */
#ifndef PLANLS_FEATURES_PLACE_H
#define PLANLS_FEATURES_PLACE_H

#include "features/facade.h"

enum place_kind {
    PLACE_NOTHING,
    PLACE_RULE_NAME,  /* in a suppression: suppression, rule */
    PLACE_REFERENCE,  /* index in references */
    PLACE_CLAIM,      /* a task's name for what it serves: task, claim, its index */
    PLACE_DEPENDENCY, /* of item or task: dependency */
    PLACE_PERSON,     /* an owner of item or task, or declared (neither): person */
    PLACE_MONEY,      /* in item's budget: item, money */
    PLACE_TIME,       /* index in times */
    PLACE_TASK,       /* index in tasks */
    PLACE_ITEM,       /* an item's name or heading: index in items */
    PLACE_GATE,       /* a gate's name: index in gates */
    PLACE_STOP,       /* a stop condition: index in stops */
    PLACE_DECISION,   /* a decision's or approval's name or line: index in decisions */
    PLACE_CHECKPOINT, /* a budget checkpoint's first line or amount: index in checkpoints */
    PLACE_TOTAL,      /* an amount stated as a sum: index in totals */
    PLACE_METRIC,     /* a measure in a criterion: index in metrics */
    PLACE_TIER,       /* an escalation tier's name or threshold: index in tiers */
    PLACE_MEETING,    /* a meeting's name: index in meetings */
    PLACE_SECTION     /* the number of a heading that is no item: index in headings */
};

struct place {
    enum place_kind kind;
    struct span span;    /* the text it is about */
    uint32_t index;      /* see the kind */
    uint32_t item, task; /* whose it is, or NO_INDEX */
    const struct task_claim *claim;
    const struct dependency *dependency;
    const struct person *person;
    const struct money *money;
    const struct time_value *time;
    struct slice rule;
};

/* The most particular thing that the offset touches. */
struct place place_at(const struct document *document, uint32_t offset);

/* What the thing at a place names: where a reference leads, what a task serves, the item a dependency
 * means, where a person is declared. RESOLVED and a target, or why not. */
enum resolution place_target(const struct planls_workspace *workspace,
                             const struct document *document, const struct place *place,
                             struct target *target);

#endif
