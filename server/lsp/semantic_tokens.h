/* semantic_tokens.h: textDocument/semanticTokens/full, full/delta and range on the wire. */
#ifndef PLANLS_LSP_SEMANTIC_TOKENS_H
#define PLANLS_LSP_SEMANTIC_TOKENS_H

#include "lsp/dispatch.h"

void semantic_tokens_full(struct server *server, const cJSON *params, struct reply *reply);
void semantic_tokens_delta(struct server *server, const cJSON *params, struct reply *reply);
void semantic_tokens_range(struct server *server, const cJSON *params, struct reply *reply);

/* SemanticTokensOptions: the legend, and what this client can ask for. */
cJSON *semantic_tokens_new_capability(const struct client *client);

#endif
