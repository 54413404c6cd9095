/* jsonc.h: JSON with comments and trailing commas, read with the place of everything in it.
 *
 * For files that people write and that planls finds fault with: a fault needs a place, which cJSON
 * does not keep. Strict RFC 8259 otherwise. Nesting is capped at JSONC_MAX_DEPTH.
 */
#ifndef PLANLS_HOST_JSONC_H
#define PLANLS_HOST_JSONC_H

#include "base/vec.h"
#include "text/span.h"

#include <stdbool.h>

#define JSONC_MAX_DEPTH 64

enum jsonc_kind {
    JSONC_NULL,
    JSONC_FALSE,
    JSONC_TRUE,
    JSONC_NUMBER,
    JSONC_STRING,
    JSONC_ARRAY,
    JSONC_OBJECT
};
const char *jsonc_kind_name(enum jsonc_kind kind); /* "a string": for messages */

struct jsonc_value {
    enum jsonc_kind kind;
    struct span span;             /* with quotes and brackets */
    double number;                /* JSONC_NUMBER */
    struct slice string;          /* JSONC_STRING: decoded; \u0000 and lone surrogates as U+FFFD */
    struct jsonc_member *members; /* JSONC_OBJECT, in order, repeats kept */
    struct jsonc_value *items;    /* JSONC_ARRAY */
    size_t count;                 /* of members or items */
};

struct jsonc_member {
    struct slice name;     /* decoded */
    struct span name_span; /* with quotes */
    struct jsonc_value value;
};

struct jsonc_error {
    struct span span;    /* at least one byte, or the end of the text */
    const char *message; /* static: "expected a comma or }" */
};

/* Parses a whole text (a byte order mark is skipped). False on the first fault, which *error
 * describes. Values live in the arena; strings are copies. */
bool jsonc_parse(struct slice text, struct arena *arena, struct jsonc_value *value,
                 struct jsonc_error *error);

#endif
