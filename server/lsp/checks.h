/* checks.h: when which document is judged.
 *
 * An edited document comes first and at once, then other open documents that hang on it, the last
 * edited first, then closed ones when the user has paused. Nothing is judged in full before its project is
 * loaded, or while paths it names are being looked up: a finding would be wrong. While a project is loaded for
 * the first time its open documents are judged early: by what hangs on nothing but their own text.
 */
#ifndef PLANLS_LSP_CHECKS_H
#define PLANLS_LSP_CHECKS_H

#include "lsp/documents.h"

/* After an edit closed documents wait so long. */
#define CHECKS_PAUSE_MS 300
/* A check that has waited so long comes before the client's next message. */
#define CHECKS_PATIENCE_MS 200
/* They come while the client has said nothing for so long, and only so often while it goes on and on;
 * in small portions where it has said something lately. */
#define CHECKS_QUIET_MS  20
#define CHECKS_SELDOM_MS 250
#define CHECKS_LATELY_MS 2000
/* Closed documents that are read for it at a time. */
#define CHECKS_CLOSED_GENTLY  16
#define CHECKS_CLOSED_AT_ONCE 64

/* Bytes of a document that is made ready for its first edit: a shorter one needs it not, a longer one would keep
 * questions waiting, and many may be open. */
#define CHECKS_READY_LEAST 16384
#define CHECKS_READY_MOST  262144

/* Judges the document, whose text is there, and publishes what is new. */
void checks_run(struct project *project, struct file *file);
/* Is it the time between the first scan, which brings the settings, and the first loading's end? */
bool checks_are_early(const struct project *project);
/* Judges the open documents for which it is. */
void checks_run_early(struct server *server);
/* Judges the next document that is due; false where none is. */
bool checks_run_next(struct server *server);
/* Makes the next long document that is open and judged ready for its first edit, which would take several times
 * as long as those after it. False where there is none. */
bool checks_make_ready(struct server *server);
/* Has an edited document waited too long already? */
bool checks_are_overdue(const struct server *server);
/* Milliseconds until something is due by the clock, at most `most`. */
uint64_t checks_wait(const struct server *server, uint64_t most);

/* An open document's findings, fresh. */
const struct planls_diagnostics *checks_findings(struct open_document *document);

#endif
