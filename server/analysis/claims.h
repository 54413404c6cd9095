/* claims.h: where a document says how many of something there are, and of what it says so.
 *
 * Only places whose scope is certain are read: behind a file's name ("LOG.md (17 sections, ~800
 * lines)"), in a heading ("Phase 2: Build (8 tasks)"), behind a numbered part ("Phase 1 (8 tasks)", "Phases
 * 1–4 (24 tasks)"), a label ("Total tasks: 48", "Progress: 3/5 tasks"), a row of a table whose first
 * cell names a part of the document. Prose is not: "the 3 phases" may be anybody's.
 */
#ifndef PLANLS_ANALYSIS_CLAIMS_H
#define PLANLS_ANALYSIS_CLAIMS_H

#include "analysis/counts.h"
#include "workspace/workspace.h"

#define CLAIM_MAX_PARTS 3

struct claim {
    struct count_claim said;
    struct span number, total; /* the digits; total empty where none */
    struct span where;         /* all of it: "3 of 5 tasks done" */
    uint32_t reference;        /* the reference it stands behind, or NO_INDEX */
    const struct document *about;
    /* What is meant, and what else may be: true for one of them is true. */
    struct span parts[CLAIM_MAX_PARTS];
    size_t part_count;
    struct slice part_name; /* "Phase 1"; empty for a document */
};

struct claims {
    VEC_MEMBERS(struct claim);
};

/* All claims of a loaded document, in the order of the document, at most 500. Linear in the document and,
 * per claim, in the items of what it is about. */
void claims_of(const struct workspace *ws, const struct document *document, struct arena *arena,
               struct claims *out);

/* Is it wrong, with certainty? *counts: what is there. False where what is meant holds nothing of that
 * sort. */
bool claim_is_wrong(const struct claim *claim, struct counts *counts);

#endif
