/* reference_creates.c: lines about making, adding, deleting or renaming files: what they name may not
 * exist.
 */
#include "model/labels.h"
#include "model/reference_build.h"
#include "model/reference_words.h"
#include "model/task_build.h"

/* Does an item say it on its first line, or one it is nested in? Asked once for each item. */
static bool item_creates(struct reference_maker *maker, uint32_t item)
{
    const struct builder *b = maker->b;
    uint32_t chain[32]; /* nesting is followed this far */
    size_t depth = 0;
    bool yes = false;
    while (item && depth < 32 && maker->item_creates[item] == 0) {
        chain[depth++] = item;
        item = block_enclosing(b->blocks, b->blocks->v[item].parent, BLOCK_ITEM);
    }
    if (item && depth < 32)
        yes = maker->item_creates[item] == 2;
    while (depth-- > 0) {
        yes = yes || says_creation(span_slice(b->bytes, item_text(b, chain[depth])));
        maker->item_creates[chain[depth]] = yes ? 2 : 1;
    }
    return yes;
}

/* The label over the list, table or fence that a block stands in. */
static bool label_creates(const struct reference_maker *maker)
{
    const struct builder *b = maker->b;
    const struct block *v = b->blocks->v;
    for (uint32_t i = maker->block; i; i = v[i].parent) {
        if (v[i].kind != BLOCK_LIST && v[i].kind != BLOCK_TABLE && v[i].kind != BLOCK_FENCE)
            continue;
        struct slice label = span_slice(b->bytes, line_before(b, maker->before, i));
        if (v[i].kind == BLOCK_FENCE ? says_creation(label) : names_new_files(label))
            return true;
    }
    return false;
}

static bool find_creates(struct reference_maker *maker)
{
    const struct builder *b = maker->b;
    if (says_creation(span_slice(b->bytes, maker->line)))
        return true;
    /* a row speaks as a whole: `| NEW | src/a.ts | parser |` */
    const struct block *block = &b->blocks->v[maker->block];
    if (block->kind == BLOCK_CELL &&
        says_creation(span_slice(b->bytes, b->blocks->v[block->parent].span)))
        return true;
    uint32_t item = block_enclosing(b->blocks, maker->block, BLOCK_ITEM);
    if (item && item_creates(maker, item))
        return true;
    for (uint32_t h = maker->heading; h != NO_INDEX; h = b->model->headings.items[h].parent)
        if (names_new_files(b->model->headings.items[h].title))
            return true;
    return label_creates(maker);
}

bool line_creates(struct reference_maker *maker)
{
    if (maker->creates == 0)
        maker->creates = find_creates(maker) ? 2 : 1;
    return maker->creates == 2;
}
