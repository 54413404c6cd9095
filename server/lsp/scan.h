/* scan.h: looking which files of a project are there and which have changed.
 *
 * One scan reads the configuration, walks the root and asks for every document's stamp, on the pool.
 * It is how the first load begins and how changes on disk are noticed: after watched-files events
 * where the client watches, and otherwise when documents are opened, saved or closed, when a question
 * is asked, and every few seconds. Asking the file system anew needs no watches that can run out, and
 * is right on every kind of disk; a scan of 3,000 files takes some milliseconds of one pool thread.
 */
#ifndef PLANLS_LSP_SCAN_H
#define PLANLS_LSP_SCAN_H

#include "lsp/project.h"

/* Starts a scan, or has another follow the one under way. Nothing for a document alone. */
void scan_start(struct project *project);
/* The same, unless the last scan is fresh, as soon as the client says nothing for a moment: for questions. */
void scan_if_stale(struct project *project);
/* Milliseconds until the project is to be scanned by the clock: 0 now, UINT64_MAX never. */
uint64_t scan_due(const struct project *project);
/* Frees what is kept from scan to scan. */
void scan_forget(struct project *project);

/* The stamp of a file; false where there is none. May be called on any thread. */
bool scan_stamp(const char *path, struct stamp *stamp);

#endif
