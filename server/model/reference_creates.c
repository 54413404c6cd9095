/* reference_creates.c: lines about making, adding, deleting or renaming files: what they name may not
 * exist.
 */
#include "model/labels.h"
#include "model/reference_build.h"
#include "model/reference_words.h"
#include "model/task_build.h"

enum { NOT_ASKED, NO, YES };

static bool creates(const struct builder *b, struct slice text)
{
    return builder_judge(b, text, says_creation);
}

static bool names_new(const struct builder *b, struct slice text)
{
    return builder_judge(b, text, names_new_files);
}

/* Does an item say it on its first line, or one it is nested in? Asked once for each item. */
static bool item_creates(struct reference_maker *maker, uint32_t item)
{
    const struct builder *b = maker->b;
    uint32_t chain[32]; /* nesting is followed this far */
    size_t depth = 0;
    bool yes = false;
    while (item && depth < 32 && maker->block_creates[item] == NOT_ASKED) {
        chain[depth++] = item;
        item = block_enclosing(b->blocks, b->blocks->v[item].parent, BLOCK_ITEM);
    }
    if (item && depth < 32)
        yes = maker->block_creates[item] == YES;
    while (depth-- > 0) {
        yes = yes || creates(b, span_slice(b->bytes, item_text(b, chain[depth])));
        maker->block_creates[chain[depth]] = yes ? YES : NO;
    }
    return yes;
}

/* Does the label over a list, table or fence say it? Asked once for each. */
static bool label_creates(struct reference_maker *maker, uint32_t block)
{
    const struct builder *b = maker->b;
    uint8_t *known = &maker->block_creates[block];
    if (*known == NOT_ASKED) {
        struct slice label = span_slice(b->bytes, line_before(b, maker->before, block));
        bool yes =
            b->blocks->v[block].kind == BLOCK_FENCE ? creates(b, label) : names_new(b, label);
        *known = yes ? YES : NO;
    }
    return *known == YES;
}

/* Does a heading say it, or one above it? */
static bool heading_creates(struct reference_maker *maker, uint32_t heading)
{
    if (heading == NO_INDEX)
        return false;
    const struct heading *h = &maker->b->model->headings.items[heading];
    uint8_t *known = &maker->heading_creates[heading];
    if (*known == NOT_ASKED) /* no deeper than there are levels */
        *known = names_new(maker->b, h->title) || heading_creates(maker, h->parent) ? YES : NO;
    return *known == YES;
}

static bool find_creates(struct reference_maker *maker)
{
    const struct builder *b = maker->b;
    if (creates(b, span_slice(b->bytes, maker->line)))
        return true;
    /* a row speaks as a whole: `| NEW | src/a.ts | parser |` */
    const struct block *block = &b->blocks->v[maker->block];
    if (block->kind == BLOCK_CELL &&
        creates(b, span_slice(b->bytes, b->blocks->v[block->parent].span)))
        return true;
    uint32_t item = block_enclosing(b->blocks, maker->block, BLOCK_ITEM);
    if ((item && item_creates(maker, item)) || heading_creates(maker, maker->heading))
        return true;
    for (uint32_t i = maker->block; i; i = b->blocks->v[i].parent) {
        uint8_t kind = b->blocks->v[i].kind;
        if ((kind == BLOCK_LIST || kind == BLOCK_TABLE || kind == BLOCK_FENCE) &&
            label_creates(maker, i))
            return true;
    }
    return false;
}

bool line_creates(struct reference_maker *maker)
{
    if (maker->creates == NOT_ASKED)
        maker->creates = find_creates(maker) ? YES : NO;
    return maker->creates == YES;
}
