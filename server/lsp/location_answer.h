/* location_answer.h: "where is it?" answered with Locations or, for clients that know them, links. */
#ifndef PLANLS_LSP_LOCATION_ANSWER_H
#define PLANLS_LSP_LOCATION_ANSWER_H

#include "lsp/documents.h"

/* An array of LocationLinks (from `origin`) where `links`, else of Locations. Places in files that
 * have gone meanwhile are left out. */
cJSON *location_answer_new(const struct question *question, struct planls_range origin,
                           const struct planls_locations *found, bool links);

#endif
