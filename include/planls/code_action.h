/* code_action.h: what can be done at a place: the rules' fixes, fix-all, linking a task. */
#ifndef PLANLS_CODE_ACTION_H
#define PLANLS_CODE_ACTION_H

#include <planls/diagnostic.h>

enum planls_action_kind {
    PLANLS_ACTION_QUICK_FIX,
    PLANLS_ACTION_FIX_ALL, /* source.fixAll.planls: all safe fixes of the document */
    PLANLS_ACTION_REFACTOR /* link task to … */
};

struct planls_action {
    enum planls_action_kind kind;
    const struct planls_diagnostic *diagnostic; /* what it mends; NULL for others */
    struct planls_fix fix;
};

struct planls_actions {
    struct planls_action *items;
    size_t len, cap;
};

/* Actions for what `range` touches; fix-all always, where it would change something. `diagnostics`
 * are those of planls_check for the document (they must outlive the actions). */
void planls_actions_at(struct planls_workspace *workspace, const char *path,
                       struct planls_range range, const struct planls_diagnostics *diagnostics,
                       struct planls_results *results, struct planls_actions *out);

/* All safe fixes applied until nothing changes (at most 10 rounds, no overlaps); `unsafe` takes the
 * preferred or only fix of each finding too. `rules` (NULL: all) limits to these. Gives the new text;
 * *changed says whether it differs. Only edits of this document are applied. */
const char *planls_fix_all(struct planls_workspace *workspace, const char *path, bool unsafe,
                           const char *const *rules, size_t rule_count,
                           struct planls_results *results, size_t *len, bool *changed);

#endif
