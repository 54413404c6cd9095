/* watched_files.h: changes on disk, as far as the client watches for us (scan.h for the rest). */
#ifndef PLANLS_LSP_WATCHED_FILES_H
#define PLANLS_LSP_WATCHED_FILES_H

#include "lsp/dispatch.h"

/* Asks the client to watch, where it announced that it can. */
void watched_files_register(struct server *server);
/* workspace/didChangeWatchedFiles */
void watched_files_did_change(struct server *server, const cJSON *params, struct reply *reply);

#endif
