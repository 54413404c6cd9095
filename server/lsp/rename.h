/* rename.h: textDocument/prepareRename and textDocument/rename on the wire. */
#ifndef PLANLS_LSP_RENAME_H
#define PLANLS_LSP_RENAME_H

#include "lsp/dispatch.h"

void rename_prepare(struct server *server, const cJSON *params, struct reply *reply);
void rename_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
