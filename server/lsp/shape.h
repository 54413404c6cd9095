/* shape.h: is a value of the protocol what it should be? For what a client sends back as it got it and
 * gets again (an item to resolve, a diagnostic of a code action's context): a wrong one is refused instead
 * of passed on. Values as in the specification 3.18.
 */
#ifndef PLANLS_LSP_SHAPE_H
#define PLANLS_LSP_SHAPE_H

#include "host/json.h"

struct shape;

extern const struct shape shape_code_action, shape_code_lens, shape_completion_item,
    shape_diagnostic, shape_document_link, shape_workspace_symbol;

/* All properties that the shape has are right and none that it needs is missing; others do not count. */
bool shape_fits(const cJSON *value, const struct shape *shape);

#endif
