/* fields.h: what the makers of fields share. Internal to model/. */
#ifndef PLANLS_MODEL_FIELDS_H
#define PLANLS_MODEL_FIELDS_H

#include "model/builder.h"
#include "model/field_labels.h"

/* Adds a field whose label was read in `block` and claims the block for it (field_of); its index. */
uint32_t fields_add(struct builder *b, uint32_t block, const struct field_label *label);

/* Adds to a field's body; it is not empty then. */
void fields_add_body(struct builder *b, uint32_t field, struct span span);
/* Makes a block and all in it the body of a field (or more of it). */
void fields_claim(struct builder *b, uint32_t block, uint32_t field);
/* Gives the last field of a paragraph what stands below it (field_bodies.c). */
void fields_claim_following(struct builder *b, uint32_t paragraph, uint32_t field);

/* The fields of a table: of a record (`| **Owner** | Alex |`) or a table of items (a column each). */
void fields_read_table(struct builder *b, uint32_t table);

/* How a table of items is laid out. Columns count from 0. */
#define TABLE_MAX_COLUMNS 32
struct item_table {
    uint32_t header; /* BLOCK_ROW */
    uint32_t item_column;
    enum item_kind kind; /* of the item column's word */
    uint32_t columns;
    enum field_key keys[TABLE_MAX_COLUMNS]; /* FIELD_OTHER for unknown ones and the item's own */
};
/* True for a table whose header has an item column ("Phase", "Milestone") and at least two known
 * fields. */
bool item_table_read(struct builder *b, uint32_t table, struct item_table *out);

#endif
