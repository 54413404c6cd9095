/* document_symbol.h: textDocument/documentSymbol on the wire. */
#ifndef PLANLS_LSP_DOCUMENT_SYMBOL_H
#define PLANLS_LSP_DOCUMENT_SYMBOL_H

#include "lsp/dispatch.h"

void document_symbol_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
