/* configuration.h: the editor's settings. They count where a workspace has no `.planls.json`. */
#ifndef PLANLS_LSP_CONFIGURATION_H
#define PLANLS_LSP_CONFIGURATION_H

#include "lsp/dispatch.h"

/* Takes settings (the `planls` section, or an object that holds it); all projects follow. NULL and what
 * is no object says nothing. */
void configuration_set(struct server *server, const cJSON *settings);
/* Asks the client for them, where it answers. */
void configuration_pull(struct server *server);
/* workspace/didChangeConfiguration */
void configuration_did_change(struct server *server, const cJSON *params, struct reply *reply);

#endif
