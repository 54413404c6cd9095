/* sync.h: what the client says its documents hold. */
#ifndef PLANLS_LSP_SYNC_H
#define PLANLS_LSP_SYNC_H

#include "lsp/dispatch.h"

void sync_did_open(struct server *server, const cJSON *params, struct reply *reply);
void sync_did_change(struct server *server, const cJSON *params, struct reply *reply);
void sync_did_save(struct server *server, const cJSON *params, struct reply *reply);
void sync_did_close(struct server *server, const cJSON *params, struct reply *reply);

#endif
