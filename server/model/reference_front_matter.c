/* reference_front_matter.c: documents that values of the front matter name: `plan: docs/plan.md#goals`. */
#include "model/reference_build.h"

static bool names_document(struct slice value)
{
    size_t hash = slice_find_byte(value, '#');
    struct slice path = hash == SLICE_NONE ? value : slice_sub(value, 0, hash);
    return path.len && path.ptr[0] != '/' && path_is_local_target(value) && path_is_document(path);
}

void references_of_front_matter(struct reference_maker *maker, uint32_t block)
{
    const struct yaml_entries *entries = &maker->b->model->front_matter;
    for (uint32_t i = 0; i < entries->len; i++) {
        const struct yaml_entry *entry = &entries->v[i];
        struct span span = entry->value_span;
        if (!names_document(entry->value) ||
            !slice_equal(span_slice(maker->b->bytes, span), entry->value))
            continue;
        reference_begin_line(maker, block, span, false);
        reference_add_target(maker, REFERENCE_BARE, span, span);
    }
}
