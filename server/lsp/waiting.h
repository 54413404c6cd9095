/* waiting.h: questions that wait until what they ask about has been loaded.
 *
 * Everything else goes on meanwhile: what the user types counts at once, and a question whose document
 * has changed since is answered with ContentModified, since its positions speak of a text that is gone
 * (one about diagnostics with ServerCancelled and the wish to be asked again).
 */
#ifndef PLANLS_LSP_WAITING_H
#define PLANLS_LSP_WAITING_H

#include "lsp/dispatch.h"

/* A question waits so long; then it is answered from what is there. */
#define WAITING_MAX_MS 5000
/* With so many waiting no further mail is taken. */
#define WAITING_MAX 256

struct waiting;

/* Must it wait? */
bool waiting_is_needed(const struct server *server, const struct rpc_message *message,
                       const struct dispatch *entry);
/* Takes the message over. */
void waiting_add(struct server *server, struct rpc_message *message, const struct dispatch *entry);
/* Answers one that need not wait any longer; false where there is none. */
bool waiting_answer_next(struct server *server);
/* Answers the one with this id, if it waits: the client does not want it any more. */
void waiting_cancel(struct server *server, struct slice key);
/* Answers all: the server shuts down. */
void waiting_end(struct server *server);
void waiting_free(struct server *server);

#endif
