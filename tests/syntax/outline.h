/* outline.h: a document's blocks as text, one line each, indented by depth, for tests:
 *
 *     section 1
 *       heading 1 'Title' m'#'
 */
#ifndef PLANLS_TESTS_SYNTAX_OUTLINE_H
#define PLANLS_TESTS_SYNTAX_OUTLINE_H

#include "base/strbuf.h"
#include "syntax/blocks.h"

static const char *const outline_names[] = {
    [BLOCK_DOCUMENT] = "document", [BLOCK_FRONT_MATTER] = "front-matter",
    [BLOCK_SECTION] = "section",   [BLOCK_HEADING] = "heading",
    [BLOCK_PARAGRAPH] = "p",       [BLOCK_LINE] = "line",
    [BLOCK_LIST] = "list",         [BLOCK_ITEM] = "item",
    [BLOCK_FENCE] = "fence",       [BLOCK_CODE] = "code",
    [BLOCK_QUOTE] = "quote",       [BLOCK_TABLE] = "table",
    [BLOCK_ROW] = "row",           [BLOCK_CELL] = "cell",
    [BLOCK_COMMENT] = "comment",   [BLOCK_HTML] = "html",
    [BLOCK_BREAK] = "break",       [BLOCK_DEFINITION] = "definition",
};

static void outline_span(struct strbuf *out, struct slice text, struct span span, const char *name)
{
    strbuf_printf(out, " %s'", name);
    struct slice s = span_slice(text, span);
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\n')
            strbuf_puts(out, "\\n");
        else if (s.ptr[i] == '\r')
            strbuf_puts(out, "\\r");
        else if (s.ptr[i] == '\t')
            strbuf_puts(out, "\\t");
        else
            strbuf_putc(out, s.ptr[i]);
    }
    strbuf_putc(out, '\'');
}

/* All blocks but the document. */
static void outline(struct strbuf *out, struct slice text, const struct blocks *blocks)
{
    for (uint32_t i = 1; i < blocks->len; i++) {
        const struct block *block = &blocks->v[i];
        for (uint32_t p = block->parent; p != 0; p = blocks->v[p].parent)
            strbuf_puts(out, "  ");
        strbuf_puts(out, outline_names[block->kind]);
        if (block->level > 0)
            strbuf_printf(out, " %u", block->level);
        if (block->ordered)
            strbuf_puts(out, " ordered");
        if (block->closed)
            strbuf_puts(out, " closed");
        if (!span_is_empty(block->text))
            outline_span(out, text, block->text, "");
        if (!span_is_empty(block->marker))
            outline_span(out, text, block->marker, "m");
        if (!span_is_empty(block->box))
            outline_span(out, text, block->box, "b");
        strbuf_putc(out, '\n');
    }
}

#endif
