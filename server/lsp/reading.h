/* reading.h: files to documents, on the pool. */
#ifndef PLANLS_LSP_READING_H
#define PLANLS_LSP_READING_H

#include "lsp/project.h"

/* Starts as many reads as may be under way, of files that want it (files.h). A document that arrives
 * joins the workspace; if it is to be judged, that happens while its text is there. */
void reading_start(struct project *project);

/* Reads closed documents here and now, for edits in them: what they hold is what is on disk, and their
 * text is there until reading_unload. Those that cannot be read stay without text. */
void reading_load(struct project *project, const char *const *paths, size_t count);
void reading_unload(struct project *project, const char *const *paths, size_t count);

#endif
