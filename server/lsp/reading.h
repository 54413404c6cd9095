/* reading.h: files to documents, on the pool. */
#ifndef PLANLS_LSP_READING_H
#define PLANLS_LSP_READING_H

#include "lsp/project.h"

/* Starts as many reads as may be under way, of files that want it (files.h). A document that arrives
 * joins the workspace; if it is to be judged, that happens while its text is there. */
void reading_start(struct project *project);

#endif
