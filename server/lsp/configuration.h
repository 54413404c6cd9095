/* configuration.h: the editor's settings. They count where a workspace has no `.planls.json`. */
#ifndef PLANLS_LSP_CONFIGURATION_H
#define PLANLS_LSP_CONFIGURATION_H

#include "host/config.h"
#include "lsp/dispatch.h"

/* Takes settings (the `planls` section, or an object that holds it); all projects follow. NULL and what
 * is no object says nothing. */
void configuration_set(struct server *server, const cJSON *settings);
/* Asks the client for them, where it answers. */
void configuration_pull(struct server *server);
/* Asks to be told of changes, where the client announced that it does so on request. */
void configuration_register(struct server *server);
/* The editor's settings are wrong, and no file shows it: says so once. */
void configuration_tell_problems(struct server *server, const struct config *config);
/* workspace/didChangeConfiguration */
void configuration_did_change(struct server *server, const cJSON *params, struct reply *reply);

#endif
