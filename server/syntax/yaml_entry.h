/* yaml_entry.h: what yaml.c and its fallback yaml_lines.c share. Internal to syntax/. */
#ifndef PLANLS_SYNTAX_YAML_ENTRY_H
#define PLANLS_SYNTAX_YAML_ENTRY_H

#include "base/vec.h"
#include "syntax/yaml.h"

/* Deeper maps and lists are not read: by libyaml they fall back, by lines they stay flat. */
#define YAML_MAX_DEPTH 32

/* Longer keys (prefix included) are cut, so that the keys cannot outgrow the text. */
#define YAML_MAX_KEY 128
/* Reading by lines stops behind so many bytes. */
#define YAML_MAX_LINES ((size_t)1 << 20)

struct yaml_list {
    VEC_MEMBERS(struct yaml_entry);
};

/* "a" and "b" give "a.b"; an empty prefix gives the key. In the arena. */
struct slice yaml_join(struct slice prefix, struct slice key, struct arena *arena);

/* Reads `key: value` and `- item` lines: for what libyaml refuses. */
void yaml_read_lines(struct slice text, struct span span, struct arena *arena,
                     struct yaml_list *out);

#endif
