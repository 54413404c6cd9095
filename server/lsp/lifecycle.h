/* lifecycle.h: from initialize to exit. */
#ifndef PLANLS_LSP_LIFECYCLE_H
#define PLANLS_LSP_LIFECYCLE_H

#include "lsp/dispatch.h"

void lifecycle_initialize(struct server *server, const cJSON *params, struct reply *reply);
void lifecycle_initialized(struct server *server, const cJSON *params, struct reply *reply);
void lifecycle_shutdown(struct server *server, const cJSON *params, struct reply *reply);
void lifecycle_exit(struct server *server, const cJSON *params, struct reply *reply);
void lifecycle_set_trace(struct server *server, const cJSON *params, struct reply *reply);

#endif
