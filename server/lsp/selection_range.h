/* selection_range.h: textDocument/selectionRange on the wire. */
#ifndef PLANLS_LSP_SELECTION_RANGE_H
#define PLANLS_LSP_SELECTION_RANGE_H

#include "lsp/dispatch.h"

void selection_range_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
