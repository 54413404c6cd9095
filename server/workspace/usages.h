/* usages.h: the other way of a name: every place that means a document, heading, item or task. */
#ifndef PLANLS_WORKSPACE_USAGES_H
#define PLANLS_WORKSPACE_USAGES_H

#include "workspace/workspace.h"

enum usage_kind { USAGE_REFERENCE, USAGE_CLAIM, USAGE_DEPENDENCY };

/* One place that means something of another place. */
struct usage {
    enum usage_kind kind;
    const struct document *document; /* where it stands */
    struct span span;                /* the text that means it */
    uint32_t index;                  /* of the reference, or of the task that claims */
    const struct task_claim *claim;
    const struct dependency *dependency;
    struct target target; /* what exactly it means */
};
struct usages {
    VEC_MEMBERS(struct usage);
};

/* Everything that leads to `document` or into it, from any document (itself too): references,
 * claims of tasks, dependencies. Sorted by path and place; each place once (what is a link and a claim
 * at once is the reference). What is ambiguous is left out. Linear in the documents that ask for
 * names of this one. */
void workspace_usages_of(const struct workspace *ws, const struct document *document,
                         struct arena *arena, struct usages *out);

/* Does the usage mean this very target: the task, else the item, else the heading, else the document
 * (then whatever leads into it does)? */
bool usage_means(const struct usage *usage, const struct target *target);

#endif
