/* claim_finder.h: what the finders of claims share. Internal to analysis/.
 *
 * claims.c walks the document and reads headings, lines, labels and what stands behind files' names;
 * claim_tables.c reads tables.
 */
#ifndef PLANLS_ANALYSIS_CLAIM_FINDER_H
#define PLANLS_ANALYSIS_CLAIM_FINDER_H

#include "analysis/claim_parts.h"
#include "analysis/claims.h"

struct claim_finder {
    const struct workspace *ws;
    const struct document *document;
    const struct model *model;
    struct slice bytes;
    struct arena *arena;
    struct claims *out;
};

/* Adds a claim that stands as `text`, about no part yet; NULL where there are enough. Good until the next
 * one is added. */
struct claim *claim_add(struct claim_finder *f, const struct count_claim *said, struct slice text);
void claim_add_part(struct claim *claim, struct span part);
void claim_add_parts(struct claim *claim, const struct named_parts *parts);
/* Without emphasis, colon and spaces at its ends. */
struct slice claim_unmarked(struct slice s);

/* The claims of one table. */
void claims_in_table(struct claim_finder *f, uint32_t table);

#endif
