/* gate_order.h: which phase a gate belongs to and which items come after that phase. Internal to
 * analysis/gates.
 */
#ifndef PLANLS_ANALYSIS_GATE_ORDER_H
#define PLANLS_ANALYSIS_GATE_ORDER_H

#include "analysis/gates.h"
#include "analysis/item_span.h"
#include "analysis/mentions.h"

/* What is asked again for every gate, made once. */
struct gate_order {
    const struct workspace *ws;
    const struct document *document;
    const struct model *model;
    struct arena *arena;
    struct numbered_items numbered;
    const struct item_span *spans;  /* per item */
    uint32_t *waiters_of, *waiters; /* per item: where its waiters begin in `waiters`; one more */
    bool *waits_for_sibling;        /* per item: it says itself which sibling it waits for */
};

void gate_order_init(struct gate_order *order, const struct workspace *ws,
                     const struct document *document, struct arena *arena);
/* The phase of a gate, or NO_INDEX; *entry where the gate stands before it. */
uint32_t gate_phase(const struct gate_order *order, const struct gate *gate, bool *entry);
/* Marks in holds_up (per item, zeroed) the items that come after the gate's phase, and those inside them. */
void gate_mark_later(const struct gate_order *order, const struct gate *gate, uint32_t phase,
                     bool entry, bool *holds_up);

#endif
