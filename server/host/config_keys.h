/* config_keys.h: from the JSON of a configuration to settings, key by key; internal to config. */
#ifndef PLANLS_HOST_CONFIG_KEYS_H
#define PLANLS_HOST_CONFIG_KEYS_H

#include "host/config.h"
#include "host/jsonc.h"

/* Fills the config's settings and problems from the top-level value. `editor`: unknown keys are
 * somebody else's. */
void config_read_keys(struct config *config, const struct jsonc_value *value, bool editor);

/* Adds a problem; printf-formatted. */
struct planls_diagnostic *config_problem(struct config *config, enum planls_severity severity,
                                         struct span span, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 4, 5)))
#endif
    ;

#endif
