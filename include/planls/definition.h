/* definition.h: from a use to what it names. */
#ifndef PLANLS_DEFINITION_H
#define PLANLS_DEFINITION_H

#include <planls/types.h>

/* task → its initiative; reference → document and section; dependency → its item; claim → item.
 * *origin is the text that was asked about. Appends none where there is nothing. */
void planls_definition_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_range *origin,
                          struct planls_locations *out);

#endif
