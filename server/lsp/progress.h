/* progress.h: $/progress: partial results and work-done progress. */
#ifndef PLANLS_LSP_PROGRESS_H
#define PLANLS_LSP_PROGRESS_H

#include "lsp/server.h"

/* A token of a request's params, a string or a whole number; NULL where there is none. */
const cJSON *progress_token(const cJSON *params, const char *name);

/* A list is sent in parts where the params say that the client wants that; what is left of it, an empty
 * list then, is given back as the answer. Other results come back as they are. Takes the result over. */
cJSON *progress_in_parts(struct server *server, const cJSON *params, cJSON *result);

/* All of these do nothing without a token. `value` is taken over. */
void progress_send(struct server *server, const cJSON *token, cJSON *value);
void progress_begin(struct server *server, const cJSON *token, const char *title, bool cancellable);
void progress_report(struct server *server, const cJSON *token, const char *message,
                     uint32_t percentage);
/* `message` may be NULL. */
void progress_end(struct server *server, const cJSON *token, const char *message);

#endif
