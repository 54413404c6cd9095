/* labels.h: a label and its value at the start of a line, read from the bytes alone: for the many
 * lines below tasks and records that are not worth parsing. Fields proper are made by fields.c.
 * Internal to model/.
 */
#ifndef PLANLS_MODEL_LABELS_H
#define PLANLS_MODEL_LABELS_H

#include "text/span.h"

struct label {
    struct span words; /* without marks and colon */
    struct span value; /* what follows, trimmed, without the marks around all of it; may be empty */
};

/* `**L:** v`, `**L**: v`, `_L: v_`, `L: v`, `L：v` with at most 48 bytes of label. */
bool label_read(struct slice bytes, struct span line, struct label *label);

/* The span without spaces at its ends. */
struct span span_trim(struct slice bytes, struct span span);

/* The span without leading and trailing `*`, `_`, `~` and spaces: a wholly bold line's words. */
struct span span_unmarked(struct slice bytes, struct span span);

#endif
