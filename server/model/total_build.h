/* total_build.h: what the readers of stated totals share. Internal to model/.
 *
 * totals.c walks the document and reads lists, labelled lines and prose; total_tables.c reads tables.
 */
#ifndef PLANLS_MODEL_TOTAL_BUILD_H
#define PLANLS_MODEL_TOTAL_BUILD_H

#include "model/builder.h"
#include "model/money_words.h"

/* Adds a total that stands in `block`; fills item, heading, key and what its label says. The parts may
 * be in scratch memory. */
void total_add(struct builder *b, struct total total, uint32_t block, struct slice label);

/* The totals of a table: rows that sum up their columns, columns that sum up their rows. */
void total_tables_read(struct builder *b, uint32_t table);

#endif
