/* code_lens.h: textDocument/codeLens on the wire. */
#ifndef PLANLS_LSP_CODE_LENS_H
#define PLANLS_LSP_CODE_LENS_H

#include "lsp/dispatch.h"

void code_lens_answer(struct server *server, const cJSON *params, struct reply *reply);
/* A lens goes out whole: it comes back as it is. */
void code_lens_resolve(struct server *server, const cJSON *params, struct reply *reply);

#endif
