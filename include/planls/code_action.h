/* code_action.h: what can be done at a place: the rules' fixes, fix-all, refactorings of the plan. */
#ifndef PLANLS_CODE_ACTION_H
#define PLANLS_CODE_ACTION_H

#include <planls/diagnostic.h>

enum planls_action_kind {
    PLANLS_ACTION_QUICK_FIX,
    PLANLS_ACTION_FIX_ALL,  /* source.fixAll.planls: all safe fixes of the document */
    PLANLS_ACTION_ORGANIZE, /* source.organizePlan */
    PLANLS_ACTION_REFACTOR, /* link task to … */
    PLANLS_ACTION_EXTRACT,
    PLANLS_ACTION_INLINE,
    PLANLS_ACTION_MOVE,
    PLANLS_ACTION_REWRITE
};

struct planls_action {
    enum planls_action_kind kind;
    const struct planls_diagnostic *diagnostic; /* what it mends; NULL for others */
    struct planls_fix
        fix;          /* where `name` is set a title only: planls_action_edits finds the rest */
    const char *name; /* what kind of change: "move-up"; NULL where the fix is all there */
    int argument;     /* weeks, or which one of several of that name */
};

struct planls_actions {
    struct planls_action *items;
    size_t len, cap;
};

/* Actions for what `range` touches; fix-all always, where it would change something. `diagnostics`
 * are those of planls_check for the document (they must outlive the actions). Only titles are found for
 * what takes work; the document stays the snapshot it is. */
void planls_actions_at(struct planls_workspace *workspace, const char *path,
                       struct planls_range range, const struct planls_diagnostics *diagnostics,
                       struct planls_results *results, struct planls_actions *out);

/* The names that planls_action_edits takes: sorted, NULL-terminated. Static. */
const char *const *planls_action_names(void);

/* The documents other than `path` that a named action reads and may change: those that are closed must
 * be put before planls_action_edits. */
void planls_action_documents(struct planls_workspace *workspace, const char *path,
                             struct planls_range range, const char *name, int argument,
                             struct planls_results *results, const char *const **paths,
                             size_t *count);

/* The edits of a named action at a place. False where there is nothing to do there, and a message in
 * *refusal. Works for arguments that are not offered too: "shift-dependents" by 5 weeks. */
bool planls_action_edits(struct planls_workspace *workspace, const char *path,
                         struct planls_range range, const char *name, int argument,
                         struct planls_results *results, struct planls_fix *out,
                         const char **refusal);

/* All safe fixes applied until nothing changes (at most 10 rounds, no overlaps); `unsafe` takes the
 * preferred or only fix of each finding too. `rules` (NULL: all) limits to these. Gives the new text;
 * *changed says whether it differs. Only edits of this document are applied. */
const char *planls_fix_all(struct planls_workspace *workspace, const char *path, bool unsafe,
                           const char *const *rules, size_t rule_count,
                           struct planls_results *results, size_t *len, bool *changed);

#endif
