/* code_action.h: how a refactoring is declared, and what the files of refactorings share.
 *
 * A refactoring has a name by which its edits are asked for when they are wanted. What offers it looks
 * only at what stands around the cursor; what makes its edits may read the whole document.
 */
#ifndef PLANLS_FEATURES_CODE_ACTION_H
#define PLANLS_FEATURES_CODE_ACTION_H

#include "edits/compose.h"
#include "features/facade.h"

#include <planls/code_action.h>

/* The place asked about. */
struct action_place {
    struct planls_workspace *workspace;
    const struct document *document;
    struct planls_range range;
    const struct planls_diagnostics *diagnostics; /* NULL where edits are made */
    uint32_t item;                                /* innermost one, or NO_INDEX */
    bool on_heading;                              /* … and its heading's line is touched */
    struct planls_results *results;
    struct arena *arena; /* theirs */
};

struct refactoring {
    const char *name;
    enum planls_action_kind kind;
    void (*offer)(const struct action_place *place, const struct refactoring *self,
                  struct planls_actions *out);
    /* False where there is nothing to do. The title need not be set. */
    bool (*edit)(const struct action_place *place, int argument, struct planls_fix *fix);
    /* Documents it needs the text of, beside its own; NULL: none. */
    void (*documents)(const struct action_place *place, struct document_list *out);
};

/* Tables ended by an entry without a name. */
extern const struct refactoring code_action_chart[], code_action_fields[], code_action_items[],
    code_action_lists[], code_action_tasks[], code_action_time[];

/* Offers one with this title. */
void action_offer(const struct action_place *place, const struct refactoring *self, int argument,
                  const char *title, struct planls_actions *out);

/* Edits of one document added to a fix: byte-minimal, none that changes nothing. */
void action_add_edits(const struct action_place *place, const struct document *document,
                      const struct edit_list *edits, struct planls_fix *fix);

/* A file that is made or goes. */
void action_add_file(const struct action_place *place, struct planls_edit edit,
                     struct planls_fix *fix);

#endif
