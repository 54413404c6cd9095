/* document_link.h: textDocument/documentLink on the wire. */
#ifndef PLANLS_LSP_DOCUMENT_LINK_H
#define PLANLS_LSP_DOCUMENT_LINK_H

#include "lsp/dispatch.h"

void document_link_answer(struct server *server, const cJSON *params, struct reply *reply);
/* A link goes out whole: it comes back as it is. */
void document_link_resolve(struct server *server, const cJSON *params, struct reply *reply);

#endif
