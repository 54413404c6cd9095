/* implementation.h: textDocument/implementation on the wire. */
#ifndef PLANLS_LSP_IMPLEMENTATION_H
#define PLANLS_LSP_IMPLEMENTATION_H

#include "lsp/dispatch.h"

void implementation_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
