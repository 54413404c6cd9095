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

/* Which known fields an item says of itself, as bits 1 << key: in a field of its own, or (timeline,
 * owners, …) in another way, such as a span in its heading. */
struct having {
    uint32_t *keys; /* per item */
};

struct having items_having(const struct model *model, struct arena *arena);
static inline bool item_has(const struct having *having, uint32_t item, enum field_key key)
{
    return (having->keys[item] >> key & 1) != 0;
}

/* Is this a field that the item says of itself: under its own heading, not in a part of it? */
bool field_is_items_own(const struct model *model, const struct field *field);

/* How many of a group's items have a field. */
struct habit {
    uint32_t siblings, having;
};
bool habit_is_strong(const struct habit *habit);

#endif
