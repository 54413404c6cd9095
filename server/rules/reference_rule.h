/* reference_rule.h: what the rules about broken references share. */
#ifndef PLANLS_RULES_REFERENCE_RULE_H
#define PLANLS_RULES_REFERENCE_RULE_H

#include "rules/near.h"
#include "rules/rule.h"

/* Where a reference of the document that is checked leads: as resolve_reference, but all of them at once, for
 * all rules. */
enum resolution reference_resolve(const struct check *check, const struct reference *reference,
                                  struct target *target);

/* Calls visit for every reference of the document that resolves to `wanted`. */
void references_visit(struct check *check, enum resolution wanted,
                      void (*visit)(struct check *check, const struct reference *reference,
                                    const struct target *target));

/* Where a reference that leads nowhere may have meant to lead, as it would be written: the same path
 * from the root, the same file name elsewhere (README.md only in a folder of the same name), names alike
 * in the folder it names. */
void reference_near_paths(struct check *check, const struct reference *reference,
                          struct near_names *near);

/* The document that a reference names but for the case of its letters: the reference leads nowhere (or only
 * a disk that knows no case says otherwise), or it is found by its file name alone. *exact: the end of that
 * document's path that the reference should read. NULL where there is none. */
const struct document *reference_case_twin(struct check *check, const struct reference *reference,
                                           struct slice *exact);

#endif
