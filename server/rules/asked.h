/* asked.h: which items are asked for a field that they lack: where the habit of their siblings, or the
 * configuration, says that it belongs there. */
#ifndef PLANLS_RULES_ASKED_H
#define PLANLS_RULES_ASKED_H

#include "rules/rule.h"
#include "rules/siblings.h"

struct asked {
    struct siblings siblings;
    struct having having;
    struct habit *habits; /* per group: of those who can be asked at all */
    uint32_t *example; /* per group: the first field of that key that an item says, or NO_INDEX */
    enum field_key key;
    const bool
        *gated; /* per item: a gate says what has to hold; NULL where the key is no criteria */
    const bool *tagged;              /* per item: its tasks name a story, a requirement */
    uint32_t (*counts)[FIELD_COUNT]; /* per group and key: how many items have it */
    uint32_t *sizes;                 /* per group */
};

struct asked asked_for(struct check *check, enum field_key key);

enum asking {
    NOT_ASKED,
    ASKED_BY_HABIT,   /* most of its siblings have it */
    ASKED_BY_SETTINGS /* strict, or `required` names it */
};
enum asking asked_of(const struct check *check, const struct asked *asked, uint32_t item);

#endif
