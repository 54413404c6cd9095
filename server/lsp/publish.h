/* publish.h: telling the client what was found, and only what is new to it. */
#ifndef PLANLS_LSP_PUBLISH_H
#define PLANLS_LSP_PUBLISH_H

#include "lsp/project.h"

#include <planls/diagnostic.h>

/* Sends the file's findings unless the client was told exactly this last (an open document's version
 * is part of it). The document's text must be there. */
void publish_findings(struct project *project, struct file *file,
                      const struct planls_diagnostics *findings);
/* Takes back what the client was told of the file, if anything. */
void publish_nothing(struct project *project, struct file *file);
/* What is wrong in the project's `.planls.json`. */
void publish_configuration(struct project *project);

#endif
