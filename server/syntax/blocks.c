/* blocks.c: finding one's way in the blocks of a document. */
#include "syntax/blocks.h"

uint32_t block_first_child(const struct blocks *blocks, uint32_t parent)
{
    return parent < blocks->len && blocks->v[parent].next > parent + 1 ? parent + 1 : 0;
}

uint32_t block_next_sibling(const struct blocks *blocks, uint32_t index)
{
    if (index == 0 || index >= blocks->len)
        return 0;
    uint32_t next = blocks->v[index].next;
    return next < blocks->v[blocks->v[index].parent].next ? next : 0;
}

uint32_t block_at(const struct blocks *blocks, uint32_t offset)
{
    /* Blocks stand in the order in which they begin: the last that begins at or before the offset, or
     * the first around it that reaches so far. */
    uint32_t low = 0, high = blocks->len;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (blocks->v[middle].span.start <= offset)
            low = middle;
        else
            high = middle;
    }
    while (low != 0 && !span_touches(blocks->v[low].span, offset))
        low = blocks->v[low].parent;
    return low;
}

uint32_t block_enclosing(const struct blocks *blocks, uint32_t index, enum block_kind kind)
{
    while (index != 0 && blocks->v[index].kind != kind)
        index = blocks->v[index].parent;
    return blocks->len > 0 && blocks->v[index].kind == kind ? index : 0;
}

bool block_is_verbatim(const struct block *block)
{
    switch ((enum block_kind)block->kind) {
    case BLOCK_FRONT_MATTER:
    case BLOCK_FENCE:
    case BLOCK_CODE:
    case BLOCK_HTML:
    case BLOCK_COMMENT:
        return true;
    default:
        return false;
    }
}
