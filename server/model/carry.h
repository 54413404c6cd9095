/* carry.h: what was read of a part of the text before the last edit, carried over to where that part
 * stands now. Internal to model/.
 *
 * A reader of one part (a task, a field's values) whose result depends on nothing but the part's bytes
 * and a few facts around it asks here first:
 *
 *     struct carry carry = {MEMO_TASK, &layout_of_task, with, text};
 *     if (!carry_over(b, &carry, task)) {
 *         … read the task …
 *         carry_keep(b, &carry, task);
 *     }
 *
 * `with` must hold every fact beside the bytes that the reader looks at, places among them counted
 * from the part's start, and no padding; settings alone may be left out, as no memo outlives them.
 * tests/features/incremental_test.c compares what was carried over with a fresh reading.
 * Documents that are only read have no memo (base/memo.h): nothing is found and nothing kept.
 */
#ifndef PLANLS_MODEL_CARRY_H
#define PLANLS_MODEL_CARRY_H

#include "base/memo.h"
#include "model/builder.h"
#include "model/layout.h"

struct carry {
    enum memo_kind kind;
    const struct layout *layout; /* of the one struct that is read */
    struct slice with;
    struct span text;
};

/* An empty part has no place of its own and is never kept. */

/* Fills *value with what was kept, lists in scratch memory, strings in the model's; false where there
 * is nothing. */
bool carry_over(struct builder *b, const struct carry *carry, void *value);
void carry_keep(struct builder *b, const struct carry *carry, const void *value);

#endif
