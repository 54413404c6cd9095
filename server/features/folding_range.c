/* folding_range.c: what can be folded away (planls/folding_range.h). */
#include "features/facade.h"

#include <planls/folding_range.h>

static bool folds(const struct block *block)
{
    switch ((enum block_kind)block->kind) {
    case BLOCK_SECTION:
    case BLOCK_FRONT_MATTER:
    case BLOCK_ITEM:
    case BLOCK_TABLE:
    case BLOCK_FENCE:
    case BLOCK_CODE:
    case BLOCK_QUOTE:
    case BLOCK_COMMENT:
    case BLOCK_HTML:
        return true;
    case BLOCK_DOCUMENT:
    case BLOCK_HEADING:
    case BLOCK_PARAGRAPH:
    case BLOCK_LINE:
    case BLOCK_LIST:
    case BLOCK_ROW:
    case BLOCK_CELL:
    case BLOCK_BREAK:
    case BLOCK_DEFINITION:
        break;
    }
    return false;
}

/* A section reaches up to the next heading; the empty lines before that stay visible. */
static struct span without_trailing_space(struct slice text, struct span span)
{
    span.end = span.start + (uint32_t)slice_trim_end(span_slice(text, span)).len;
    return span;
}

void planls_folding_ranges(struct planls_workspace *workspace, const char *path,
                           struct planls_results *results, struct planls_folding_ranges *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    uint32_t last_line = UINT32_MAX;
    for (uint32_t i = 1; i < document->blocks.len; i++) {
        const struct block *block = &document->blocks.v[i];
        if (!folds(block))
            continue;
        struct span span = without_trailing_space(document->text.bytes, block->span);
        uint32_t line = text_line_of(&document->text, span.start);
        if (line == last_line || line == text_line_of(&document->text, span.end))
            continue;
        last_line = line;
        enum planls_folding_kind kind =
            block->kind == BLOCK_COMMENT ? PLANLS_FOLDING_COMMENT : PLANLS_FOLDING_REGION;
        *VEC_PUSH(&results->arena, out) = (struct planls_folding_range){kind, facade_range(span)};
    }
}
