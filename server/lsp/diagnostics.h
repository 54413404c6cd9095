/* diagnostics.h: findings as the protocol's Diagnostics. */
#ifndef PLANLS_LSP_DIAGNOSTICS_H
#define PLANLS_LSP_DIAGNOSTICS_H

#include "lsp/places.h"

/* NULL where the text is not to be had. A hint is sent as Information: Problems panels leave the
 * protocol's hints out. `data` holds a key by which a code action knows the finding again. */
cJSON *diagnostics_new(struct places *places, const struct planls_diagnostic *diagnostic);
/* The client's own object for this finding among `context` (an array), copied; else as _new. */
cJSON *diagnostics_echo(struct places *places, const struct planls_diagnostic *diagnostic,
                        const cJSON *context);

#endif
