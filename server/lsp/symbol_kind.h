/* symbol_kind.h: what the protocol calls the kinds of things in a plan. */
#ifndef PLANLS_LSP_SYMBOL_KIND_H
#define PLANLS_LSP_SYMBOL_KIND_H

#include "host/json.h"

#include <planls/symbol.h>

/* A SymbolKind that every client knows (those of 1.0 reach to Array, 18, and are used where they
 * fit), chosen for its icon. */
int symbol_kind_number(enum planls_symbol_kind kind);
cJSON *symbol_kind_new(enum planls_symbol_kind kind);
/* Tags of a cancelled one, for who knows the tag: Deprecated, which editors strike out. */
void symbol_kind_set_tags(cJSON *json, const struct planls_symbol *symbol, bool known);
/* Has it any: [1], Deprecated? */
bool symbol_kind_has_tags(const struct planls_symbol *symbol, bool known);

#endif
