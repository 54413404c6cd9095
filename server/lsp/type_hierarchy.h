/* type_hierarchy.h: textDocument/prepareTypeHierarchy and typeHierarchy/… on the wire. */
#ifndef PLANLS_LSP_TYPE_HIERARCHY_H
#define PLANLS_LSP_TYPE_HIERARCHY_H

#include "lsp/dispatch.h"

void type_hierarchy_prepare(struct server *server, const cJSON *params, struct reply *reply);
void type_hierarchy_supertypes(struct server *server, const cJSON *params, struct reply *reply);
void type_hierarchy_subtypes(struct server *server, const cJSON *params, struct reply *reply);

#endif
