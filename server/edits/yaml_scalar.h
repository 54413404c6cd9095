/* yaml_scalar.h: a text as a value in front matter. */
#ifndef PLANLS_EDITS_YAML_SCALAR_H
#define PLANLS_EDITS_YAML_SCALAR_H

#include "base/strbuf.h"

/* Appends the value as it may stand behind the byte `before`: behind a quote with what would end it escaped,
 * elsewhere between quotes where it would be read as something else than this text. */
void yaml_scalar_write(struct strbuf *out, struct slice value, char before);

#endif
