/* completion.h: textDocument/completion and completionItem/resolve on the wire. */
#ifndef PLANLS_LSP_COMPLETION_H
#define PLANLS_LSP_COMPLETION_H

#include "lsp/dispatch.h"

void completion_answer(struct server *server, const cJSON *params, struct reply *reply);
/* Adds the documentation. */
void completion_resolve(struct server *server, const cJSON *params, struct reply *reply);

/* The server's completionProvider. */
cJSON *completion_new_capability(void);

#endif
