/* call_hierarchy.h: textDocument/prepareCallHierarchy and callHierarchy/… on the wire. */
#ifndef PLANLS_LSP_CALL_HIERARCHY_H
#define PLANLS_LSP_CALL_HIERARCHY_H

#include "lsp/dispatch.h"

void call_hierarchy_prepare(struct server *server, const cJSON *params, struct reply *reply);
void call_hierarchy_incoming(struct server *server, const cJSON *params, struct reply *reply);
void call_hierarchy_outgoing(struct server *server, const cJSON *params, struct reply *reply);

#endif
