/* placeholders.h: which values of a document are still open. */
#ifndef PLANLS_ANALYSIS_PLACEHOLDERS_H
#define PLANLS_ANALYSIS_PLACEHOLDERS_H

#include "workspace/workspace.h"

struct open_value {
    struct span span; /* "TBD", "≥X%", "____" */
    uint32_t field;
};
struct open_values {
    VEC_MEMBERS(struct open_value);
};

/* Can "TODO" in this field's value be anything but an answer? (In a status it is one.) */
bool placeholder_counts_in(const struct field *field);

/* Every placeholder in a value that counts, on the field's line or below it: by field, in order. What
 * stands in a field nested in another is told for the nested one. The document is loaded. Linear. */
void placeholders_of(const struct document *document, struct inline_parser *parser,
                     struct arena *arena, struct open_values *out);

#endif
