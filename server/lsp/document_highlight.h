/* document_highlight.h: textDocument/documentHighlight on the wire. */
#ifndef PLANLS_LSP_DOCUMENT_HIGHLIGHT_H
#define PLANLS_LSP_DOCUMENT_HIGHLIGHT_H

#include "lsp/dispatch.h"

void document_highlight_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
