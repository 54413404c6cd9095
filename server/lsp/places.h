/* places.h: places in a project's documents as the protocol's URIs, ranges and locations.
 *
 * Of a closed document the lengths of its lines are kept; where they do not say a column, its text is read
 * again, and kept until places_release.
 */
#ifndef PLANLS_LSP_PLACES_H
#define PLANLS_LSP_PLACES_H

#include "lsp/positions.h"
#include "lsp/project.h"

#include <planls/diagnostic.h>

struct place_text;

struct places {
    const struct project *project;
    struct arena arena;
    struct place_text *texts; /* by path */
    struct strbuf root_uri;   /* what the URI of every path begins with; empty: not known yet */
    struct strbuf uri;        /* the last one */
};

void places_init(struct places *places, const struct project *project);
void places_release(struct places *places);

/* Uses this text for the path, whatever is on disk. It must outlive `places`. */
void places_put_text(struct places *places, const char *path, const struct text *text);

/* The URI the client knows the document by; good until the next call. */
struct slice places_uri(struct places *places, const char *path);
cJSON *places_new_uri(struct places *places, const char *path);
/* False where the document's text is needed and not to be had. */
bool places_range(struct places *places, const char *path, struct planls_range range,
                  struct text_range *out);
/* NULL where it is not. */
cJSON *places_new_range(struct places *places, const char *path, struct planls_range range);
cJSON *places_new_location(struct places *places, const char *path, struct planls_range range);

#endif
