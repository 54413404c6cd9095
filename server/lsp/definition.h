/* definition.h: textDocument/definition on the wire. */
#ifndef PLANLS_LSP_DEFINITION_H
#define PLANLS_LSP_DEFINITION_H

#include "lsp/dispatch.h"

void definition_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
