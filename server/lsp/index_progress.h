/* index_progress.h: telling the user of the first reading of a large workspace.
 *
 * Only where the client shows progress and there is enough to read. The user may stop it: then only
 * what is open counts, as in a folder that holds too much.
 */
#ifndef PLANLS_LSP_INDEX_PROGRESS_H
#define PLANLS_LSP_INDEX_PROGRESS_H

#include "lsp/dispatch.h"

/* So many documents are read without a word. */
#define INDEX_PROGRESS_MANY 500

/* A project has moved on. */
void index_progress_follow(struct server *server);
/* window/workDoneProgress/cancel */
void index_progress_cancel(struct server *server, const cJSON *params, struct reply *reply);

#endif
