/* claim_parts.h: which part of a document a claim names: "Phase 1", "Phases 1–4", "US2", a heading's
 * title. Internal to analysis/.
 */
#ifndef PLANLS_ANALYSIS_CLAIM_PARTS_H
#define PLANLS_ANALYSIS_CLAIM_PARTS_H

#include "model/model.h"

#define PARTS_MAX 3

struct named_part {
    struct span part;  /* of the section, or of several that follow one another */
    struct slice name; /* as written */
};

struct named_parts {
    struct named_part v[PARTS_MAX];
    size_t len;
};

/* The numbered part that a text names last, if nothing but words stands behind: "Complete Phase 1", "Phases
 * 1–6". None where the document has no such heading, or several. */
void parts_named_last(const struct model *model, struct slice text, struct named_parts *out);

/* The parts that a table's row is about: the numbered ones its first cell names, or the heading of that
 * title. */
void parts_of_row(const struct model *model, struct slice name, struct arena *arena,
                  struct named_parts *out);

#endif
