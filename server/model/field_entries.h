/* field_entries.h: a field's value and body as a list of texts, one per thing said. Internal to model/. */
#ifndef PLANLS_MODEL_FIELD_ENTRIES_H
#define PLANLS_MODEL_FIELD_ENTRIES_H

#include "model/builder.h"

enum entry_source {
    ENTRY_VALUE,     /* what stands behind the label, wrapped lines included */
    ENTRY_BULLET,    /* a list item: its first paragraph */
    ENTRY_PARAGRAPH, /* prose in the body */
    ENTRY_ROW        /* a table's row, header rows left out */
};

struct field_entry {
    enum entry_source source;
    uint32_t block; /* ENTRY_BULLET: BLOCK_ITEM; ENTRY_ROW: BLOCK_ROW; else the line or paragraph */
    struct span text; /* never empty */
    struct span box;  /* of a list item */
    unsigned level;   /* depth of a list item within the body, from 1; else 0 */
};

struct field_entries {
    VEC_MEMBERS(struct field_entry);
};

/* In scratch memory, in document order. */
void field_entries_read(struct builder *b, uint32_t field, struct field_entries *out);

/* Is it what a label's line would hold: the value, or the one short paragraph below a heading named
 * like a field? */
bool field_entry_is_value(const struct field_entries *entries, size_t index);

/* The span without space, list marks and separators (`:`, dashes, `,`) at its ends. */
struct span entry_trim(struct slice bytes, struct span span);

/* Takes the next part off *rest: up to the next `;` outside parentheses, brackets, quotes and code,
 * trimmed by entry_trim. False when nothing is left. */
bool entry_next_part(struct slice bytes, struct span *rest, struct span *part);

#endif
