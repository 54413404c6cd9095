/* invalid_config.c: what `.planls.json` says that cannot count. No rule of documents: host/config.c
 * reports it, and it has a page like the others. */
#include "rules/rule.h"

PAGE(invalid_config) = {
    .name = "invalid-config",
    .summary = "the configuration says something that cannot count",
    .severity = PLANLS_ERROR,
    .since = "0.1",
};
