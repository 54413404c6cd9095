/* allowances.h: what a comment in the document or a waiver in the configuration silences.
 *
 * A comment holds in its scope until its day. A gate asks for more: there a comment must say
 * why, or it does not count. A waiver of the configuration always says why and may be limited to
 * a rule's findings in some paths or in one item. What has lapsed (or lacks its reason) is told
 * on the finding it would have silenced, in a gate only.
 */
#ifndef PLANLS_RULES_ALLOWANCES_H
#define PLANLS_RULES_ALLOWANCES_H

#include "rules/rule.h"

/* One rule of one comment, and where it holds. */
struct allowance {
    struct span scope;
    size_t rule; /* place in rule_table */
    size_t suppression, index;
};

struct allowance_list {
    VEC_MEMBERS(struct allowance);
};

/* Comments that hold where a sweep through the document stands; a stack per rule: scopes nest. */
struct allowance_sweep {
    struct allowance_list all, *open; /* open: per rule */
    size_t next;
};

struct allowances {
    struct allowance_sweep in_force, lapsed;
};

/* For struct check's `silenced`: nothing has silenced anything. */
bool **allowances_unused(const struct model *model, struct arena *arena);

void allowances_init(struct allowances *allowances, const struct check *check);
/* True where the finding is silenced; to be asked in order of places. Marks the comment as used and
 * tells check->waived. Otherwise the finding may get a note about what has lapsed. */
bool allowances_take(struct allowances *allowances, struct check *check,
                     struct planls_diagnostic *diagnostic);

#endif
