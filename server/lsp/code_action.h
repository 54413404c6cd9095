/* code_action.h: textDocument/codeAction and codeAction/resolve on the wire. */
#ifndef PLANLS_LSP_CODE_ACTION_H
#define PLANLS_LSP_CODE_ACTION_H

#include "lsp/dispatch.h"
#include "lsp/documents.h"

void code_action_answer(struct server *server, const cJSON *params, struct reply *reply);
void code_action_resolve(struct server *server, const cJSON *params, struct reply *reply);

/* The kinds there are, as the capability lists them. */
cJSON *code_action_new_kinds(void);
/* The WorkspaceEdit of a named action at a range (planls/code_action.h); NULL, and the reply says why,
 * where there is none. */
cJSON *code_action_new_edit(struct question *question, struct planls_range range, const char *name,
                            int argument, struct reply *reply);

#endif
