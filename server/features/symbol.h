/* symbol.h: what a heading, an item and a task are called in outlines and searches. */
#ifndef PLANLS_FEATURES_SYMBOL_H
#define PLANLS_FEATURES_SYMBOL_H

#include "features/facade.h"

#include <planls/symbol.h>

/* Fill kind, name, detail, done, cancelled and where; the strings live in the arena. */
void symbol_of_heading(const struct document *document, uint32_t heading, struct arena *arena,
                       struct planls_symbol *out);
void symbol_of_item(const struct document *document, uint32_t item, struct arena *arena,
                    struct planls_symbol *out);
void symbol_of_task(const struct document *document, uint32_t task, struct arena *arena,
                    struct planls_symbol *out);

#endif
