/* anchors.c: places in a document's HTML that links may lead to: `<a name="x">`, `<div id="x">`. */
#include "model/builder.h"
#include "model/html.h"

#include <stdlib.h>

static int compare_anchors(const void *a, const void *b)
{
    return slice_compare(((const struct html_anchor *)a)->name,
                         ((const struct html_anchor *)b)->name);
}

static void read_tags(struct builder *b, struct span where)
{
    struct slice s = span_slice(b->bytes, where), tag, name;
    size_t at = 0;
    while (html_tag_next(s, &at, &tag)) {
        bool found =
            html_attribute(tag, SLICE("id"), &name) || html_attribute(tag, SLICE("name"), &name);
        if (found && name.len)
            *VEC_PUSH(b->scratch, &b->model->html_anchors) =
                (struct html_anchor){builder_keep(b, name), span_of(b->bytes, tag)};
    }
}

void build_anchors(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len; i++)
        if (v[i].kind == BLOCK_LINE || v[i].kind == BLOCK_CELL || v[i].kind == BLOCK_HEADING ||
            v[i].kind == BLOCK_HTML)
            read_tags(b, v[i].text);
    if (b->model->html_anchors.len)
        qsort(b->model->html_anchors.items, b->model->html_anchors.len,
              sizeof *b->model->html_anchors.items, compare_anchors);
}

const struct html_anchor *model_html_anchor(const struct model *model, struct slice name)
{
    struct html_anchor key = {.name = name};
    return model->html_anchors.len ? bsearch(&key, model->html_anchors.items,
                                             model->html_anchors.len, sizeof key, compare_anchors)
                                   : NULL;
}
