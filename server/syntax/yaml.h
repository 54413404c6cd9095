/* yaml.h: front matter as keys and values with their places.
 *
 * Read by libyaml; where libyaml refuses (`reporter: @name`), by lines of `key: value` and `- item`.
 * Only what plans use is kept: scalars, lists of scalars (block and flow), nested maps as "a.b".
 */
#ifndef PLANLS_SYNTAX_YAML_H
#define PLANLS_SYNTAX_YAML_H

#include "base/arena.h"
#include "text/span.h"

struct yaml_entry {
    struct slice key; /* "milestone", "a.b" */
    struct span key_span;
    struct slice value;     /* unquoted; one entry per element of a list, all with the list's key */
    struct span value_span; /* the scalar as written (quotes excluded); empty at the key's end where
                               there is no value */
    bool in_list;           /* an element of a list, [] gives one entry with an empty value */
    bool empty;             /* nothing written: neither a scalar nor [] nor "" */
};

struct yaml_entries {
    struct yaml_entry *v;
    uint32_t len;
    bool fell_back; /* libyaml refused; read by lines */
};

/* `span` of `text` is the YAML between the fences. Never fails. */
struct yaml_entries yaml_read(struct slice text, struct span span, struct arena *arena);

#endif
