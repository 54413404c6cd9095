/* task_blocks.c: small questions about blocks that the readers of tasks and records ask. */
#include "model/labels.h"
#include "model/task_build.h"

#include <string.h>

#define LABEL_LINE_MAX 100 /* bytes of a line that may be a label */

const uint32_t *blocks_before(struct builder *b)
{
    const struct blocks *blocks = b->blocks;
    uint32_t *before = arena_array(b->scratch, blocks->len, sizeof *before);
    for (uint32_t i = 0; i < blocks->len; i++) {
        uint32_t next = blocks->v[i].next;
        if (i > 0 && next < blocks->len && blocks->v[next].parent == blocks->v[i].parent)
            before[next] = i;
    }
    return before;
}

uint32_t line_end(struct slice bytes, uint32_t offset)
{
    const char *end = memchr(bytes.ptr + offset, '\n', bytes.len - offset);
    return end ? (uint32_t)(end - bytes.ptr) : (uint32_t)bytes.len;
}

struct span item_text(const struct builder *b, uint32_t item)
{
    const struct block *block = &b->blocks->v[item];
    struct span text = {block->marker.end, line_end(b->bytes, block->marker.end)};
    if (text.end > block->span.end)
        text.end = block->span.end > text.start ? block->span.end : text.start;
    return span_trim(b->bytes, text);
}

uint32_t line_column(const struct builder *b, uint32_t offset)
{
    uint32_t start = text_line(b->text, text_line_of(b->text, offset)).start;
    uint32_t column = 0;
    for (uint32_t i = start; i < offset; i++)
        column = b->bytes.ptr[i] == '\t' ? column - column % 4 + 4 : column + 1;
    return column;
}

struct span line_before(const struct builder *b, const uint32_t *before, uint32_t block)
{
    const struct block *v = b->blocks->v;
    uint32_t previous = before[block];
    if (previous == 0 || v[previous].kind != BLOCK_PARAGRAPH)
        return SPAN_NONE;
    /* the last block of a paragraph is its last line */
    return v[v[previous].next - 1].text;
}

struct slice label_over(const struct builder *b, const uint32_t *before, uint32_t block)
{
    struct span line = line_before(b, before, block);
    struct label label;
    if (span_is_empty(line) || line.end - line.start > LABEL_LINE_MAX)
        return SLICE("");
    if (label_read(b->bytes, line, &label))
        return span_is_empty(label.value) ? span_slice(b->bytes, label.words) : SLICE("");
    struct span words = span_unmarked(b->bytes, line);
    bool marked = words.start > line.start && words.end < line.end;
    return marked || b->bytes.ptr[line.end - 1] == ':' ? span_slice(b->bytes, words) : SLICE("");
}
