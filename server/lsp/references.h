/* references.h: textDocument/references on the wire. */
#ifndef PLANLS_LSP_REFERENCES_H
#define PLANLS_LSP_REFERENCES_H

#include "lsp/dispatch.h"

void references_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
