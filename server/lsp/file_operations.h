/* file_operations.h: files that the user renames, makes and deletes in the editor. */
#ifndef PLANLS_LSP_FILE_OPERATIONS_H
#define PLANLS_LSP_FILE_OPERATIONS_H

#include "lsp/dispatch.h"

/* The capability: every file and folder. */
cJSON *file_operations_new_capability(void);

/* workspace/willRenameFiles: the edits by which links follow. */
void file_operations_will_rename(struct server *server, const cJSON *params, struct reply *reply);
/* workspace/willDeleteFiles: changes nothing, but says which links will lead nowhere. */
void file_operations_will_delete(struct server *server, const cJSON *params, struct reply *reply);
/* workspace/didCreateFiles, didRenameFiles, didDeleteFiles: look again. */
void file_operations_did(struct server *server, const cJSON *params, struct reply *reply);

#endif
