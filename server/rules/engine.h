/* engine.h: running all rules over one document: profiles, levels, suppressions, order. */
#ifndef PLANLS_RULES_ENGINE_H
#define PLANLS_RULES_ENGINE_H

#include "rules/rule.h"

struct engine_request {
    const struct workspace *workspace;
    const struct document *document;
    const struct document *base; /* see struct check; may be NULL */
    date_days today;
    struct inline_parser *parser;
    struct planls_waiveds *waived; /* where what is silenced goes; NULL: nowhere */
    bool alone; /* the other documents are not known yet: rules that look at them are left out */
};

/* Appends the document's findings, sorted by place then rule, each at its configured severity, with
 * suppressed and waived ones left out. Nothing where the document is not loaded or not judged. */
void engine_check(const struct engine_request *request, struct arena *arena,
                  struct planls_diagnostics *out);

#endif
