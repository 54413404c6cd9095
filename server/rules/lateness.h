/* lateness.h: what of a plan should be over or under way by today and is not. Shared by the rules that
 * say so. */
#ifndef PLANLS_RULES_LATENESS_H
#define PLANLS_RULES_LATENESS_H

#include "analysis/item_span.h"
#include "analysis/progress.h"
#include "rules/rule.h"

/* An item with days of its own that hang on dates or a stated start, and the work that they speak
 * for: its own tasks and those of sub-items that have no days of their own. */
struct dated_item {
    const struct item *item;
    const struct item_span *span;
    struct progress progress;
};

/* Calls visit for each of them, where today is known. Nothing of a document that says it is done, no
 * gates and decisions, nothing that is done, called off, or says what it is in unknown words. */
void lateness_visit(struct check *check,
                    void (*visit)(struct check *check, const struct dated_item *dated));

/* Is the item itself called open (todo, doing, review, blocked)? */
bool lateness_is_said_open(const struct item *item);

/* Can its days be held against it? The visitor sees just these items. */
bool lateness_is_judged(const struct item *item, const struct item_span *span);

/* Does the document say that all of it is done or called off? */
bool lateness_is_document_over(const struct check *check);

/* How many of its tasks are open. */
uint32_t lateness_open_tasks(const struct dated_item *dated);

#endif
