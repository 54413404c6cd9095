/* workspace_edit.h: a fix's edits as the protocol's WorkspaceEdit. */
#ifndef PLANLS_LSP_WORKSPACE_EDIT_H
#define PLANLS_LSP_WORKSPACE_EDIT_H

#include "lsp/places.h"

/* documentChanges with versions where the client announced them or files come or go, else changes. NULL where the client
 * cannot do it (it creates no files) or a document's text is not to be had. */
cJSON *workspace_edit_new(struct places *places, const struct planls_fix *fix);

#endif
