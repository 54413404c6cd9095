/* pairing.h: which item and which task of an earlier text is which of a later one.
 *
 * In this order, each taking from what is left: the same id and title; the same title in the
 * same place (under the same item or heading), repeats in their order; the same id (one of
 * digits only if the words are alike too, since such numbers move when a line is inserted); the
 * same title anywhere, where only one is left on each side; words alike (Dice's coefficient of
 * the folded words, 0.6 or more; or two characters apart), the best first.
 */
#ifndef PLANLS_ANALYSIS_PAIRING_H
#define PLANLS_ANALYSIS_PAIRING_H

#include "model/model.h"

/* Of two lists, per entry of one the index in the other, or NO_INDEX. */
struct pairs {
    uint32_t *before; /* per entry of now */
    uint32_t *now;    /* per entry of before */
};

struct pairing {
    struct pairs items, tasks;
};

void pairing_of(const struct model *before, const struct model *now, struct arena *arena,
                struct pairing *out);

/* What is to be paired, for whoever has other things than items and tasks. */
struct pair_name {
    struct slice id;    /* or empty */
    struct slice place; /* where it stands: only compared */
    struct slice title; /* folded */
};
/* Likeness costs the product of what is left on each side; past this nothing is paired by it. */
#define PAIRS_ALIKE_MAX 20000
struct pairs pair_names(const struct pair_name *before, size_t before_count,
                        const struct pair_name *now, size_t now_count, struct arena *arena);

/* How alike the words of two folded texts are, 0…1: twice those in common by all of both. */
double words_alike(struct slice a, struct slice b);

#endif
