/* card_section.h: what is known of a section by its number. */
#ifndef PLANLS_FEATURES_CARD_SECTION_H
#define PLANLS_FEATURES_CARD_SECTION_H

#include "base/strbuf.h"
#include "features/facade.h"

/* The section's title, how much it holds, and which documents name it, how often: who must be told when
 * its number changes. Linear in the document and in what refers to it. */
void card_section(const struct planls_workspace *workspace, const struct document *document,
                  uint32_t heading, struct arena *scratch, struct strbuf *out);

#endif
