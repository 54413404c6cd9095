/* engine.h: running all rules over one document: profiles, levels, suppressions, order. */
#ifndef PLANLS_RULES_ENGINE_H
#define PLANLS_RULES_ENGINE_H

#include "rules/rule.h"

/* Appends the document's findings, sorted by place then rule, each at its configured severity, with
 * suppressed ones left out. Nothing where the document is not loaded or not judged. */
void engine_check(const struct workspace *workspace, const struct document *document,
                  date_days today, struct inline_parser *parser, struct arena *arena,
                  struct planls_diagnostics *out);

#endif
