/* pull.h: textDocument/diagnostic and workspace/diagnostic on the wire.
 *
 * A result id is a hash of what a document's list says, so that it survives everything that changes
 * nothing, and both methods give the same. Where a client pulls, open documents are never pushed to
 * it, and closed ones neither once it pulls the workspace, or while it is likely to: their lists are kept
 * here for it. What is pulled and has become outdated through another document goes along as a related
 * document where the client takes those, and otherwise makes the client ask anew (refresh.h).
 */
#ifndef PLANLS_LSP_PULL_H
#define PLANLS_LSP_PULL_H

#include "lsp/dispatch.h"
#include "lsp/project.h"

/* Does the client fetch the file's findings itself? */
bool pull_is_for(const struct server *server, const struct file *file);
/* Keeps what was found of a file, for when a client that pulls asks for it. */
void pull_keep(struct project *project, struct file *file, const cJSON *list);
/* Nothing is known of a closed file any more. */
void pull_forget(struct server *server, struct file *file);

/* Can the request be answered rightly? Not while what it asks about is being loaded or looked up. */
bool pull_is_possible(const struct server *server, const cJSON *params);
/* … and completely? A whole workspace not while documents wait to be judged. */
bool pull_is_ready(const struct server *server, const cJSON *params);

/* Pushes what is closed after all where the client could have pulled the workspace by now and did not.
 * Called when there is nothing else to do; gives how long that may stay so, `most` at most. */
uint64_t pull_wait(struct server *server, uint64_t most);

void pull_answer(struct server *server, const cJSON *params, struct reply *reply);
void pull_answer_workspace(struct server *server, const cJSON *params, struct reply *reply);

#endif
