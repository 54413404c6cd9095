/* folding_range.h: textDocument/foldingRange on the wire. */
#ifndef PLANLS_LSP_FOLDING_RANGE_H
#define PLANLS_LSP_FOLDING_RANGE_H

#include "lsp/dispatch.h"

void folding_range_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
