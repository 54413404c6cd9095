/* yaml_fuzz.c: any bytes give entries whose places are inside of them. */
#include "syntax/yaml.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = {(const char *)data, size};
    uint32_t start = size > 3 ? 3 : 0; /* front matter is never first */
    struct span span = {start, (uint32_t)size};
    struct arena arena;
    arena_init(&arena);
    struct yaml_entries entries = yaml_read(text, span, &arena);
    for (uint32_t i = 0; i < entries.len; i++) {
        const struct yaml_entry *entry = &entries.v[i];
        require(entry->key.len > 0);
        require(entry->key_span.start <= entry->key_span.end && span_covers(span, entry->key_span));
        require(entry->value_span.start <= entry->value_span.end &&
                span_covers(span, entry->value_span));
        require(!entry->empty || entry->value.len == 0);
    }
    arena_release(&arena);
    return 0;
}
