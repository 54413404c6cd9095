/* config_keys.h: from the JSON of a configuration to settings, key by key; internal to config. */
#ifndef PLANLS_HOST_CONFIG_KEYS_H
#define PLANLS_HOST_CONFIG_KEYS_H

#include "base/vec.h"
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

/* ---- reading values and saying what is wrong; `what` is how a message calls the value -------- */

/* False, and said so, where the value is of another kind. */
bool config_expect(struct config *config, const struct jsonc_value *value, enum jsonc_kind kind,
                   const char *what);
/* Says that the quoted word at `span` is none of `names`, with the near one as a fix. */
void config_unknown_word(struct config *config, enum planls_severity severity, struct span span,
                         const char *what, struct slice word, const char *const *names,
                         size_t count);
/* The word's place among `names`; where it is none of them that is said and `count` given. */
size_t config_one_of(struct config *config, const struct jsonc_value *value, const char *what,
                     const char *const *names, size_t count);
/* DATE_NONE, and said so, where it is none. */
date_days config_read_date(struct config *config, const struct jsonc_value *value,
                           const char *what);

struct config_strings {
    VEC_MEMBERS(struct slice);
};
/* The non-empty strings of a list; each of another kind is said. False where it is no list. */
bool config_read_strings(struct config *config, const struct jsonc_value *value, const char *what,
                         struct config_strings *strings);

/* ---- keys with a file of their own (config_gate.c) ------------------------------------------- */

void config_read_waivers(struct config *config, const struct jsonc_value *value);
void config_read_workflow(struct config *config, const struct jsonc_value *value);

#endif
