/* order_fields.h: the fields of items in the order that most of their siblings have. */
#ifndef PLANLS_EDITS_ORDER_FIELDS_H
#define PLANLS_EDITS_ORDER_FIELDS_H

#include "edits/compose.h"
#include "workspace/workspace.h"

/* The edits that bring the fields of each item into its siblings' order; `group` says per item whose
 * sibling it is. Two kinds of field have an order where more siblings have them in one order than in
 * the other; where such orders contradict each other around a circle the stronger ones count ("ranked
 * pairs", Tideman 1987). What has no order stays as it is: nothing moves without a majority for it.
 *
 * The bullets of the list in which an item's first field stands are moved whole, with what is nested
 * below them; one without a known field goes along with the one before it, blank lines stay where they
 * are. Items are left alone where two fields are of one kind or the list is numbered. Done twice it
 * changes nothing more. Linear in fields and bullets. */
void order_fields(const struct document *document, const uint32_t *group, uint32_t group_count,
                  struct arena *arena, struct edit_list *edits);

/* The same on orders alone, as kinds of field: brings each of `count` lists to the majority's order */
struct field_order {
    uint8_t len;
    uint8_t keys[FIELD_COUNT]; /* each kind once */
    uint8_t from[FIELD_COUNT]; /* out: places in `keys` as it was */
};
void order_by_majority(struct field_order *lists, size_t count, struct arena *arena);

#endif
