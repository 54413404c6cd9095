/* formatting.h: textDocument/formatting, rangeFormatting and onTypeFormatting on the wire. */
#ifndef PLANLS_LSP_FORMATTING_H
#define PLANLS_LSP_FORMATTING_H

#include "lsp/dispatch.h"

void formatting_document(struct server *server, const cJSON *params, struct reply *reply);
void formatting_range(struct server *server, const cJSON *params, struct reply *reply);
void formatting_ranges(struct server *server, const cJSON *params, struct reply *reply);
void formatting_typed(struct server *server, const cJSON *params, struct reply *reply);

#endif
