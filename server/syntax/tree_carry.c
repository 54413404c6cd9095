/* tree_carry.c: finds nodes of the last walk again, and shifts their blocks to where they stand now. */
#include "syntax/tree_carry.h"

#include <stdlib.h>
#include <string.h>

void tree_walked_free(struct tree_walked *walked)
{
    free(walked->blocks);
    free(walked->marks);
    *walked = (struct tree_walked){0};
}

void tree_carry_edit(struct tree_carry *carry, struct span span, uint32_t new_len)
{
    carry->start = span.start;
    carry->old_end = span.end;
    carry->new_end = span.start + new_len;
}

void tree_carry_begin(struct tree_carry *carry, struct slice text)
{
    size_t line = slice_find_byte(slice_from(text, carry->new_end), '\n');
    carry->behind = line == SLICE_NONE ? UINT32_MAX : carry->new_end + (uint32_t)line + 1;
    carry->next = 0;
}

uint32_t tree_carry_find(struct tree_carry *carry, const void *node, struct span span)
{
    const struct tree_walked *before = &carry->before;
    bool ahead = span.end < carry->start;
    /* Indentation, which is not the node's, counts. */
    if (!ahead && span.start < carry->behind)
        return 0;
    uint32_t start = ahead ? span.start : span.start - carry->new_end + carry->old_end;
    uint32_t mark = carry->next;
    while (mark < before->mark_count &&
           before->blocks[before->marks[mark].block].span.start < start)
        mark++;
    carry->next = mark;
    for (; mark < before->mark_count; mark++) {
        uint32_t block = before->marks[mark].block;
        if (before->blocks[block].span.start != start)
            return 0;
        if (before->marks[mark].node != node)
            continue;
        carry->next = mark;
        return block;
    }
    return 0;
}

void tree_carry_mark(struct tree_carry *carry, const void *node, uint32_t at)
{
    struct tree_walked *now = &carry->now;
    if (now->mark_count == now->mark_cap) {
        now->mark_cap = now->mark_cap ? now->mark_cap * 2 : 64;
        now->marks = memory_realloc(now->marks, now->mark_cap * sizeof *now->marks);
    }
    now->marks[now->mark_count++] = (struct tree_mark){node, at};
}

/* What is not there is empty at 0, and no block behind an edit begins there. */
static void shift(struct span *span, uint32_t by)
{
    if (span->end) {
        span->start += by;
        span->end += by;
    }
}

void tree_carry_copy(struct tree_carry *carry, uint32_t from, struct block *blocks, uint32_t at,
                     uint32_t parent)
{
    const struct tree_walked *before = &carry->before;
    uint32_t end = before->blocks[from].next;
    /* Unsigned numbers wrap around, so what is added may be less than nothing. */
    uint32_t places = at - from;
    uint32_t bytes =
        before->blocks[from].span.start < carry->start ? 0 : carry->new_end - carry->old_end;
    memcpy(blocks + at, before->blocks + from, (end - from) * sizeof *blocks);
    for (uint32_t i = at; i < at + (end - from) && (places || bytes); i++) {
        struct block *block = &blocks[i];
        block->parent += places;
        block->next += places;
        shift(&block->span, bytes);
        shift(&block->text, bytes);
        shift(&block->marker, bytes);
        shift(&block->box, bytes);
    }
    blocks[at].parent = parent;
    for (; carry->next < before->mark_count && before->marks[carry->next].block < end;
         carry->next++) {
        const struct tree_mark *mark = &before->marks[carry->next];
        tree_carry_mark(carry, mark->node, mark->block + places);
    }
}
