/* declaration.h: textDocument/declaration on the wire. */
#ifndef PLANLS_LSP_DECLARATION_H
#define PLANLS_LSP_DECLARATION_H

#include "lsp/dispatch.h"

void declaration_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
