/* fix_all.h: many fixes of a document at once. */
#ifndef PLANLS_FEATURES_FIX_ALL_H
#define PLANLS_FEATURES_FIX_ALL_H

#include "edits/compose.h"
#include "features/facade.h"

#include <planls/diagnostic.h>

struct wanted_fixes {
    bool unsafe;              /* the preferred or only fix of each finding too */
    const char *const *rules; /* NULL: all */
    size_t rule_count;
};

/* The edits of all wanted fixes of the findings that do not touch each other: sorted, disjoint. Of two
 * that touch the first finding's is taken. */
struct edit_list fix_edits_of(const struct planls_diagnostics *found,
                              const struct wanted_fixes *wanted, struct arena *arena);

/* Fixes the loaded document at `path` in rounds until nothing changes and gives the edits that do all of
 * it to the text as it is; *text is what they make of it. Trials take the document's place meanwhile; after
 * it the document's own snapshot, with its tree, is there again. */
struct edit_list fix_all(struct planls_workspace *workspace, struct slice path,
                         const struct wanted_fixes *wanted, struct arena *arena,
                         struct slice *text);

#endif
