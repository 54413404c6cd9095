/* field_labels.h: the shapes in which a label stands before its value on a line. Internal to model/.
 *
 * Read from the bytes: most lines of a document hold no label, and a look at their first bytes says
 * so, where parsing each would cost more than all the rest.
 */
#ifndef PLANLS_MODEL_FIELD_LABELS_H
#define PLANLS_MODEL_FIELD_LABELS_H

#include "model/model.h"

struct field_label {
    enum field_key key;
    enum field_form form;
    struct span words; /* the label without marks and colon */
    struct span span;  /* from the first mark up to and with colon and marks */
    struct span value; /* what follows, trimmed; up to the line's end or the closing mark */
};

/* The label that stands at the start of `line` behind emoji and a task box. Bold labels may be
 * unknown (FIELD_OTHER), all others must be known words. */
bool field_label_at(struct slice bytes, struct span line, const struct settings *settings,
                    struct field_label *label);
/* A label without marks, known or not: the caller has seen that labels stand around it. */
bool field_label_plain(struct slice bytes, struct span line, const struct settings *settings,
                       struct field_label *label);
/* The next label on a line behind `previous`, set off by `|`, `·`, `•` or `→` or, where known and
 * bold, by a space: shortens previous->value. */
bool field_label_next(struct slice bytes, const struct settings *settings,
                      struct field_label *previous, struct field_label *label);
/* The first `[key:: value]`, `(key:: value)` or, at the line's start, `key:: value` with a known key
 * in `line`. */
bool field_dataview_at(struct slice bytes, struct span line, const struct settings *settings,
                       struct field_label *label);

/* A bold label of any words at the very start of `line`; key is left FIELD_OTHER. */
bool field_label_bold(struct slice bytes, struct span line, struct field_label *label);

/* Could a label stand on the line? A quick look. */
bool field_label_possible(struct slice line);

#endif
