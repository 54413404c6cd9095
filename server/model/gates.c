/* gates.c: go-gates and exit criteria: what has to hold before the next phase. */
#include "model/record_build.h"
#include "model/task_words.h"
#include "model/title.h"

static void add_boxes(struct builder *b, const struct region *region, struct gate *gate)
{
    const struct model *model = b->model;
    if (region->first >= region->end)
        return;
    uint32_t start = b->blocks->v[region->first].span.start;
    for (size_t i = SPANS_FROM(model->tasks, span, start); i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        if (task->span.start >= region->span.end)
            return;
        if (task->source == TASK_FROM_NEXT_STEPS)
            continue;
        *VEC_PUSH(b->arena, &gate->criteria) = (struct criterion){
            .where = task->title_span, .text = task->title, .has_box = true, .done = task->done};
    }
}

/* Without boxes: each item, else what stands behind the label, is a criterion. */
static void add_plain(struct builder *b, const struct region *region, struct gate *gate)
{
    const struct block *v = b->blocks->v;
    for (uint32_t item = region_next(b, region->first, region->end, BLOCK_ITEM); item < region->end;
         item = region_next(b, v[item].next, region->end, BLOCK_ITEM)) {
        struct span text = {v[item].marker.end, v[item].span.end};
        if (item + 1 < v[item].next && v[item + 1].kind == BLOCK_PARAGRAPH)
            text = v[item + 1].span;
        text = span_trim(b->bytes, text);
        if (!span_is_empty(text))
            *VEC_PUSH(b->arena, &gate->criteria) =
                (struct criterion){.where = text, .text = record_text(b, text)};
    }
    if (gate->criteria.len == 0 && !span_is_empty(region->value))
        *VEC_PUSH(b->arena, &gate->criteria) =
            (struct criterion){.where = region->value, .text = record_text(b, region->value)};
}

/* What the gate guards: the item it stands in; for an item that is the gate itself, the one above. */
static uint32_t guarded_item(const struct builder *b, uint32_t block)
{
    uint32_t item = b->item_of[block];
    if (item == NO_INDEX || b->model->items.items[item].kind != ITEM_GATE)
        return item;
    uint32_t parent = b->model->items.items[item].parent;
    return parent == NO_INDEX ? item : parent;
}

static uint32_t own_heading(const struct builder *b, const struct region *region)
{
    uint32_t heading = b->heading_of[region->name_block];
    bool own = region->is_heading && heading != NO_INDEX && b->titles[heading].kind == ITEM_GATE;
    return own ? heading : NO_INDEX;
}

bool record_gate(struct builder *b, const struct region *region)
{
    bool strong = gate_words_of(span_slice(b->bytes, region->name)) == GATE_WORDS_STRONG ||
                  own_heading(b, region) != NO_INDEX;
    struct gate gate = {.span = region->span,
                        .name_span = region->name,
                        .item = guarded_item(b, region->name_block),
                        .heading = own_heading(b, region)};
    add_boxes(b, region, &gate);
    if (gate.criteria.len == 0 && !strong)
        return false;
    if (gate.criteria.len == 0)
        add_plain(b, region, &gate);
    gate.title = record_text(b, region->name);
    *VEC_PUSH(b->arena, &b->model->gates) = gate;
    return true;
}
