/* siblings.h: the items a plan's own habits are learnt from. */
#ifndef PLANLS_RULES_SIBLINGS_H
#define PLANLS_RULES_SIBLINGS_H

#include "workspace/workspace.h"

/* A habit needs this many items, and this share of them, to have a field (design 3). */
#define HABIT_MIN_ITEMS 3
#define HABIT_MIN_SHARE 0.6

/* The items of one document in groups of siblings: same kind, same parent, headings of one level. */
struct siblings {
    uint32_t *group; /* per item */
    uint32_t count;  /* groups */
};

struct siblings siblings_of(const struct model *model, struct arena *arena);

/* Who says this: as a field, or (timeline, owners, …) in another way, such as a span in a heading. */
struct having {
    bool *has;       /* per item */
    uint32_t *field; /* per item: its first field of that key, or NO_INDEX */
};

struct having items_having(const struct model *model, enum field_key key, struct arena *arena);

/* A group's habit. */
struct habit {
    uint32_t siblings, having;
    uint32_t example; /* the first sibling that has it as a field: an item, or NO_INDEX */
};

/* One per group. */
struct habit *habits_of(const struct model *model, const struct siblings *siblings,
                        const struct having *having, struct arena *arena);
/* Do enough of them have it that its absence is a gap? */
bool habit_is_strong(const struct habit *habit);

#endif
