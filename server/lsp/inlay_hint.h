/* inlay_hint.h: textDocument/inlayHint on the wire. */
#ifndef PLANLS_LSP_INLAY_HINT_H
#define PLANLS_LSP_INLAY_HINT_H

#include "lsp/dispatch.h"

void inlay_hint_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
