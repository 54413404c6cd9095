/* diagnostics.h: findings as the protocol's Diagnostics. */
#ifndef PLANLS_LSP_DIAGNOSTICS_H
#define PLANLS_LSP_DIAGNOSTICS_H

#include "lsp/places.h"

/* NULL where the text is not to be had. A hint is sent as Information: Problems panels leave the
 * protocol's hints out. `data` holds a key by which a code action knows the finding again. */
cJSON *diagnostics_new(struct places *places, const struct planls_diagnostic *diagnostic);
/* All that can be written of them, and a hash that tells one list from the next. */
cJSON *diagnostics_new_list(struct places *places, const struct planls_diagnostics *findings);
uint64_t diagnostics_hash(const cJSON *list);

/* The diagnostics a client sends along with a request, found again by their key. */
struct echoes {
    struct echo *by_key;
    struct arena arena;
};
void echoes_init(struct echoes *echoes, const cJSON *context); /* an array, or anything else */
void echoes_release(struct echoes *echoes);
/* The client's own object for this finding, copied; where there is none, as diagnostics_new. */
cJSON *echoes_new(const struct echoes *echoes, struct places *places,
                  const struct planls_diagnostic *diagnostic);

#endif
