/* card_document.h: a document that is referred to, told in a few lines of Markdown, for hovers. */
#ifndef PLANLS_FEATURES_CARD_DOCUMENT_H
#define PLANLS_FEATURES_CARD_DOCUMENT_H

#include "base/strbuf.h"
#include "features/facade.h"

/* Title, size, what `from` claims of its size (✓ true, ✗ not), last update, cadence and when the next
 * update is due, and what an index in `from` says of it. Costs the length of `from`. */
void card_document(const struct planls_workspace *workspace, const struct document *from,
                   const struct document *document, struct arena *scratch, struct strbuf *out);

/* What an index says of a document that is not there, by the reference that names it; nothing where no
 * entry does. */
void card_entry(const struct document *from, uint32_t reference, struct strbuf *out);

#endif
