/* location_answer.h: "where is it?" answered with Locations or, for clients that know them, links. */
#ifndef PLANLS_LSP_LOCATION_ANSWER_H
#define PLANLS_LSP_LOCATION_ANSWER_H

#include "lsp/documents.h"

/* An array of LocationLinks (from `origin`) where `links`, else of Locations. Places in files that
 * have gone meanwhile are left out. */
cJSON *location_answer_new(const struct question *question, struct planls_range origin,
                           const struct planls_locations *found, bool links);

/* What finds the places: planls_definition_at and its like. */
typedef void location_find(struct planls_workspace *workspace, const char *path, uint32_t offset,
                           struct planls_results *results, struct planls_range *origin,
                           struct planls_locations *out);

/* Reads a position, asks `find` and answers with what it found. */
void location_answer(struct server *server, const cJSON *params, location_find *find, bool links,
                     struct reply *reply);

#endif
