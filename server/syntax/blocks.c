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
    uint32_t found = 0, child = block_first_child(blocks, 0);
    while (child != 0) {
        const struct block *block = &blocks->v[child];
        if (span_touches(block->span, offset)) {
            /* Of two that touch, the one that begins here is meant. */
            uint32_t next = block_next_sibling(blocks, child);
            if (offset == block->span.end && next != 0 && blocks->v[next].span.start == offset)
                child = next;
            found = child;
            child = block_first_child(blocks, child);
        } else if (block->span.start > offset) {
            break;
        } else {
            child = block_next_sibling(blocks, child);
        }
    }
    return found;
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
