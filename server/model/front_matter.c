/* front_matter.c: the YAML at a document's head, kept in the model as keys and values. */
#include "model/builder.h"

void build_front_matter(struct builder *b)
{
    for (uint32_t i = block_first_child(b->blocks, 0); i; i = block_next_sibling(b->blocks, i)) {
        if (b->blocks->v[i].kind != BLOCK_FRONT_MATTER)
            continue;
        b->model->front_matter = yaml_read(b->bytes, b->blocks->v[i].text, b->arena);
        return;
    }
}
