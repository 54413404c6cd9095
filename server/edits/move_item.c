/* move_item.c: an item changes places with the sibling before or behind it. */
#include "edits/move_item.h"

#include "text/fold.h"

/* The whole lines an item takes: its section, bullet or row. Empty where they cannot be moved. */
static struct span lines_of(const struct document *document, uint32_t item)
{
    const struct model *model = document->model;
    const struct item *own = &model->items.items[item];
    uint32_t block = block_at(&document->blocks, own->name_span.start);
    switch (own->source) {
    case ITEM_FROM_HEADING:
        return model->headings.items[own->heading].nested
                   ? SPAN_NONE
                   : model->headings.items[own->heading].section;
    case ITEM_FROM_LIST:
        block = block_enclosing(&document->blocks, block, BLOCK_ITEM);
        break;
    case ITEM_FROM_TABLE:
        block = block_enclosing(&document->blocks, block, BLOCK_ROW);
        break;
    case ITEM_FROM_FRONT_MATTER:
        return SPAN_NONE;
    }
    const struct block *b = &document->blocks.v[block];
    if (block == 0 || document->blocks.v[b->parent].ordered)
        return SPAN_NONE;
    uint32_t first = text_line_of(&document->text, b->span.start);
    uint32_t last = text_line_of(&document->text, b->span.end);
    return (struct span){text_line(&document->text, first).start,
                         text_line_full(&document->text, last).end};
}

/* Without blank lines and the line end at its end. */
static struct span words_of(const struct document *document, struct span span)
{
    struct slice words = slice_trim_end(span_slice(document->text.bytes, span));
    return (struct span){span.start, span.start + (uint32_t)words.len};
}

static bool are_siblings(const struct document *document, uint32_t a, uint32_t b)
{
    const struct model *model = document->model;
    const struct item *x = &model->items.items[a], *y = &model->items.items[b];
    if (x->source != y->source || x->parent != y->parent)
        return false;
    if (x->source == ITEM_FROM_HEADING)
        return model->headings.items[x->heading].level == model->headings.items[y->heading].level;
    const struct blocks *blocks = &document->blocks;
    enum block_kind kind = x->source == ITEM_FROM_LIST ? BLOCK_ITEM : BLOCK_ROW;
    uint32_t i = block_enclosing(blocks, block_at(blocks, x->name_span.start), kind);
    uint32_t j = block_enclosing(blocks, block_at(blocks, y->name_span.start), kind);
    return i != 0 && j != 0 && i != j && blocks->v[i].parent == blocks->v[j].parent;
}

/* Is nothing but space between the two? */
static bool are_adjacent(const struct document *document, struct span first, struct span second)
{
    return !span_is_empty(first) && !span_is_empty(second) && first.end <= second.start &&
           slice_trim(span_slice(document->text.bytes, (struct span){first.end, second.start}))
                   .len == 0;
}

uint32_t item_neighbour(const struct document *document, uint32_t item, bool up)
{
    const struct model *model = document->model;
    struct span own = lines_of(document, item);
    if (span_is_empty(own))
        return NO_INDEX;
    for (uint32_t i = item; up ? i-- > 0 : ++i < model->items.len;) {
        const struct item *other = &model->items.items[i];
        if (other->span.start >= own.end && !up && !are_siblings(document, item, i))
            return NO_INDEX;
        if (!are_siblings(document, item, i))
            continue;
        struct span lines = lines_of(document, i);
        return are_adjacent(document, up ? lines : own, up ? own : lines) ? i : NO_INDEX;
    }
    return NO_INDEX;
}

/* Do two runs of headings hold one that would get its anchor by number? */
static bool share_anchor(const struct model *model, struct span a, struct span b,
                         struct arena *arena)
{
    for (size_t i = 0; i < model->headings.len; i++) {
        const struct heading *one = &model->headings.items[i];
        if (!span_contains(a, one->span.start))
            continue;
        struct slice base = fold_anchor(arena, one->title);
        for (size_t j = 0; j < model->headings.len; j++) {
            const struct heading *other = &model->headings.items[j];
            if (span_contains(b, other->span.start) &&
                slice_equal(base, fold_anchor(arena, other->title)))
                return true;
        }
    }
    return false;
}

bool move_item(const struct document *document, uint32_t item, bool up, struct arena *arena,
               struct edit_list *edits)
{
    uint32_t neighbour = item_neighbour(document, item, up);
    if (neighbour == NO_INDEX)
        return false;
    struct slice bytes = document->text.bytes;
    struct span above = lines_of(document, up ? neighbour : item);
    struct span below = lines_of(document, up ? item : neighbour);
    if (share_anchor(document->model, above, below, arena))
        return false;
    struct span a = words_of(document, above), b = words_of(document, below);
    struct slice gap = span_slice(bytes, (struct span){a.end, b.start});
    struct strbuf moved;
    strbuf_init(&moved, STRBUF_NO_LIMIT);
    struct text_edit insert, cut;
    if (a.end - a.start < b.end - b.start) { /* the shorter one is what moves */
        strbuf_append(&moved, gap);
        strbuf_append(&moved, span_slice(bytes, a));
        cut = (struct text_edit){{a.start, b.start}, SLICE("")};
        insert = (struct text_edit){{b.end, b.end}, arena_copy(arena, strbuf_slice(&moved))};
        *VEC_PUSH(arena, edits) = cut;
        *VEC_PUSH(arena, edits) = insert;
    } else {
        strbuf_append(&moved, span_slice(bytes, b));
        strbuf_append(&moved, gap);
        insert = (struct text_edit){{a.start, a.start}, arena_copy(arena, strbuf_slice(&moved))};
        cut = (struct text_edit){{a.end, b.end}, SLICE("")};
        *VEC_PUSH(arena, edits) = insert;
        *VEC_PUSH(arena, edits) = cut;
    }
    strbuf_release(&moved);
    return true;
}
