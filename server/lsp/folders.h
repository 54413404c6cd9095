/* folders.h: the client's workspace folders, and how files are called towards it. */
#ifndef PLANLS_LSP_FOLDERS_H
#define PLANLS_LSP_FOLDERS_H

#include "lsp/server.h"

struct folder {
    char *uri;  /* as the client wrote it, without a '/' at its end */
    char *path; /* real */
    struct folder *next;
};

/* Folders that are no files, or are there already, are passed over. */
void folders_add(struct server *server, struct slice uri);
void folders_remove(struct server *server, struct slice uri);
void folders_free(struct server *server);

/* The folder that holds the real path, the innermost of several; NULL where none does. */
const struct folder *folders_find(const struct server *server, const char *path);

/* Appends the URI of a file that is not open: below a folder's own URI where one holds it, so that
 * the client knows it again. */
void folders_uri(const struct server *server, const char *path, struct strbuf *out);

/* workspace/didChangeWorkspaceFolders */
struct reply;
void folders_did_change(struct server *server, const cJSON *params, struct reply *reply);

#endif
