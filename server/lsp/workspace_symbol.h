/* workspace_symbol.h: workspace/symbol and workspaceSymbol/resolve on the wire. */
#ifndef PLANLS_LSP_WORKSPACE_SYMBOL_H
#define PLANLS_LSP_WORKSPACE_SYMBOL_H

#include "lsp/dispatch.h"

void workspace_symbol_answer(struct server *server, const cJSON *params, struct reply *reply);
void workspace_symbol_resolve(struct server *server, const cJSON *params, struct reply *reply);

#endif
