/* lookups.h: do the paths that references lead to exist? Asked on the pool. */
#ifndef PLANLS_LSP_LOOKUPS_H
#define PLANLS_LSP_LOOKUPS_H

#include "lsp/project.h"

/* Has what one document refers to and nobody has asked for yet looked up. Until the answer is there,
 * nothing of the project is judged (project->lookups > 0). Gives how many paths. */
size_t lookups_start(struct project *project, const struct document *document);
/* The same for all documents. */
size_t lookups_start_all(struct project *project);

#endif
