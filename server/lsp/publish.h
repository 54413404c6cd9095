/* publish.h: telling the client what was found, and only what is new to it. */
#ifndef PLANLS_LSP_PUBLISH_H
#define PLANLS_LSP_PUBLISH_H

#include "lsp/places.h"

#include <planls/diagnostic.h>

/* Sends the file's findings unless the client was told exactly this last (an open document's version
 * is part of it). The document's text must be there. */
void publish_findings(struct project *project, struct file *file,
                      const struct planls_diagnostics *findings);
/* Takes back what was pushed of the file, if anything: the client pulls it now. */
void publish_take_back(struct project *project, struct file *file);
/* The same, and nothing is known of it any more. */
void publish_nothing(struct project *project, struct file *file);
/* Takes back what was pushed of files that the client has begun to pull. */
void publish_leave_to_pull(struct server *server);
/* Pushes what is kept of closed files for a client that does not pull it. */
void publish_what_is_kept(struct server *server);
/* What is wrong in a `.planls.json`, told; or as a list of Diagnostics: in what the client holds where
 * it has it open, else on disk. */
void publish_configuration(struct project *project, struct file *file);
cJSON *publish_new_configuration(struct project *project, const struct file *file,
                                 struct places *places);

#endif
