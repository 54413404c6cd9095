/* hover.h: textDocument/hover on the wire. */
#ifndef PLANLS_LSP_HOVER_H
#define PLANLS_LSP_HOVER_H

#include "lsp/dispatch.h"

void hover_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
