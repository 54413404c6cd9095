/* selection_range.c: what stands around a place (planls/selection_range.h). */
#include "features/facade.h"
#include "text/utf8.h"
#include "text/word.h"

#include <planls/selection_range.h>
#include <stdlib.h>

static void add(struct planls_results *results, struct planls_ranges *out, struct span span,
                uint32_t offset)
{
    if (!span_is_empty(span) && span_touches(span, offset))
        *VEC_PUSH(&results->arena, out) = facade_range(span);
}

static void add_values(const struct model *model, uint32_t offset, struct planls_results *results,
                       struct planls_ranges *out)
{
    uint32_t field = model_field_at(model, offset);
    uint32_t reference = model_reference_at(model, offset);
    uint32_t task = model_task_at(model, offset);
    uint32_t item = model_item_at(model, offset);
    if (reference != NO_INDEX)
        add(results, out, model->references.items[reference].span, offset);
    if (field != NO_INDEX) {
        const struct field *f = &model->fields.items[field];
        add(results, out, f->label_span, offset);
        add(results, out, f->value, offset);
        add(results, out, f->body, offset);
        add(results, out, f->span, offset);
    }
    if (task != NO_INDEX) {
        add(results, out, model->tasks.items[task].title_span, offset);
        add(results, out, model->tasks.items[task].span, offset);
    }
    for (; item != NO_INDEX; item = model->items.items[item].parent) {
        add(results, out, model->items.items[item].name_span, offset);
        add(results, out, model->items.items[item].span, offset);
    }
}

static int compare_lengths(const void *a, const void *b)
{
    const struct planls_range *x = a, *y = b;
    uint32_t left = x->end - x->start, right = y->end - y->start;
    if (left != right)
        return left < right ? -1 : 1;
    return x->start < y->start ? -1 : x->start > y->start;
}

/* Keeps those that hold the one before: a field's body may reach past the list item it began in. */
static void nest(struct planls_ranges *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < out->len; i++) {
        struct span inner = kept ? facade_span(out->items[kept - 1]) : SPAN_NONE;
        struct span span = facade_span(out->items[i]);
        if (kept == 0 || (span_covers(span, inner) && !span_equal(span, inner)))
            out->items[kept++] = out->items[i];
    }
    out->len = kept;
}

void planls_selection_ranges_at(struct planls_workspace *workspace, const char *path,
                                uint32_t offset, struct planls_results *results,
                                struct planls_ranges *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    struct slice text = document->text.bytes;
    offset = (uint32_t)utf8_start(text, offset < text.len ? offset : text.len);
    add(results, out, word_at(text, offset), offset);
    add_values(document->model, offset, results, out);
    uint32_t block = block_at(&document->blocks, offset);
    for (; block != 0; block = document->blocks.v[block].parent) {
        add(results, out, document->blocks.v[block].text, offset);
        add(results, out, document->blocks.v[block].span, offset);
    }
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare_lengths);
    *VEC_PUSH(&results->arena, out) = (struct planls_range){0, (uint32_t)text.len};
    nest(out);
}
