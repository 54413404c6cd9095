/* code_action.h: textDocument/codeAction on the wire. */
#ifndef PLANLS_LSP_CODE_ACTION_H
#define PLANLS_LSP_CODE_ACTION_H

#include "lsp/dispatch.h"

void code_action_answer(struct server *server, const cJSON *params, struct reply *reply);

#endif
