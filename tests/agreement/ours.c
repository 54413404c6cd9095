/* ours.c: what the block grammar says of a document, in the same words. */
#include "facts.h"

#include <string.h>

struct ours {
    struct slice text;
    const struct blocks *blocks;
    struct strbuf *out;
    struct strbuf definitions; /* all link reference definitions: inlines depend on them */
    uint32_t line, counted;    /* line of the offset `counted` */
    /* Lines of the definitions that follow each other up to here, and what they stand in. */
    uint32_t run_start, run_end, run_container;
};

static uint32_t line_of(struct ours *ours, uint32_t offset)
{
    for (; ours->counted < offset; ours->counted++)
        ours->line += ours->text.ptr[ours->counted] == '\n';
    return ours->line;
}

/* Takes inline marks off by asking cmark-gfm for a paragraph of that text. */
static void put_plain(struct ours *ours, struct slice text)
{
    struct strbuf source, plain;
    strbuf_init(&source, STRBUF_NO_LIMIT);
    strbuf_init(&plain, STRBUF_NO_LIMIT);
    /* A letter in front so that no block begins; a space behind would be a line break. */
    strbuf_puts(&source, "x ");
    bool line_start = false; /* of a later line of a setext heading: quote marks may stand there */
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        line_start = c == '\n' || (line_start && (c == '>' || ascii_is_space(c)));
        strbuf_putc(&source, line_start || c == '\r' ? ' ' : c);
    }
    strbuf_puts(&source, "\n\n");
    if (slice_find_byte(text, '[') != SLICE_NONE)
        strbuf_append(&source, strbuf_slice(&ours->definitions));
    cmark_node *document = facts_parse(strbuf_slice(&source));
    facts_plain(cmark_node_first_child(document), &plain);
    cmark_node_free(document);
    facts_put_text(ours->out, slice_from(strbuf_slice(&plain), 1));
    strbuf_release(&plain);
    strbuf_release(&source);
}

/* cmark-gfm turns \| into | before it reads a cell's inlines. */
static void put_cell(struct ours *ours, struct slice text)
{
    struct strbuf cell;
    strbuf_init(&cell, STRBUF_NO_LIMIT);
    strbuf_puts(&cell, "");
    for (size_t i = 0; i < text.len; i++)
        if (!(text.ptr[i] == '\\' && i + 1 < text.len && text.ptr[i + 1] == '|'))
            strbuf_putc(&cell, text.ptr[i]);
    strbuf_puts(ours->out, "cell");
    put_plain(ours, strbuf_slice(&cell));
    strbuf_putc(ours->out, '\n');
    strbuf_release(&cell);
}

/* GFM pads and cuts rows to the header's cells; we keep what is written. */
static void put_row(struct ours *ours, uint32_t row)
{
    uint32_t header = block_first_child(ours->blocks, ours->blocks->v[row].parent);
    uint32_t cell = block_first_child(ours->blocks, row);
    uint32_t column = block_first_child(ours->blocks, header);
    strbuf_puts(ours->out, "row\n");
    for (; column != 0; column = block_next_sibling(ours->blocks, column)) {
        struct span text = cell != 0 ? ours->blocks->v[cell].text : SPAN_NONE;
        put_cell(ours, span_slice(ours->text, text));
        cell = cell != 0 ? block_next_sibling(ours->blocks, cell) : 0;
    }
}

static void put_code(struct ours *ours, const struct block *block, uint32_t line)
{
    struct strbuf source;
    strbuf_init(&source, STRBUF_NO_LIMIT);
    /* Escapes and entities in the info string are resolved by cmark-gfm. */
    strbuf_puts(&source, "~~~ ");
    strbuf_append(&source, span_slice(ours->text, block->marker));
    strbuf_putc(&source, '\n');
    cmark_node *document = facts_parse(strbuf_slice(&source));
    strbuf_printf(ours->out, "%u code", line);
    facts_put_text(ours->out,
                   slice_of(cmark_node_get_fence_info(cmark_node_first_child(document))));
    facts_put_lines(ours->out, span_slice(ours->text, block->text));
    strbuf_putc(ours->out, '\n');
    cmark_node_free(document);
    strbuf_release(&source);
}

static bool is_space_at(struct ours *ours, uint32_t offset)
{
    return offset < ours->text.len &&
           (ours->text.ptr[offset] == ' ' || ours->text.ptr[offset] == '\t');
}

/* cmark-gfm sees a box only where nothing but space stands before the marker on its line (so none in a
 * quote, none behind another marker) and a space behind it. GitHub's editor and ours see all. */
static bool is_their_task(struct ours *ours, const struct block *item)
{
    uint32_t start = item->span.start;
    while (start > 0 && ours->text.ptr[start - 1] != '\n') {
        char c = ours->text.ptr[--start];
        if (c != ' ' && c != '\t')
            return false;
    }
    return is_space_at(ours, item->box.end);
}

static void put_item(struct ours *ours, const struct block *block, uint32_t line)
{
    struct slice box = span_slice(ours->text, block->box);
    strbuf_printf(ours->out, "%u item %u", line, block->level);
    if (!is_their_task(ours, block))
        box = SLICE("");
    if (slice_is(box, "[ ]"))
        strbuf_puts(ours->out, " task  ");
    else if (slice_is_nocase(box, "[x]"))
        strbuf_puts(ours->out, " task x");
    strbuf_putc(ours->out, '\n');
    /* A box at the line's end is text to cmark-gfm. */
    uint32_t child = block_first_child(ours->blocks, (uint32_t)(block - ours->blocks->v));
    bool at_line_end = !span_is_empty(block->box) && !is_space_at(ours, block->box.end);
    if (at_line_end && (child == 0 || ours->blocks->v[child].kind != BLOCK_PARAGRAPH))
        strbuf_puts(ours->out, "paragraph\n");
}

/* The item or quote that a block stands in, or 0. */
static uint32_t container_of(struct ours *ours, const struct block *block)
{
    uint32_t item = block_enclosing(ours->blocks, block->parent, BLOCK_ITEM);
    uint32_t quote = block_enclosing(ours->blocks, block->parent, BLOCK_QUOTE);
    return item > quote ? item : quote;
}

static bool follows_definitions(struct ours *ours, const struct block *block, uint32_t line)
{
    return ours->run_end > 0 && ours->run_end + 1 == line &&
           ours->run_container == container_of(ours, block);
}

static void put_definition(struct ours *ours, const struct block *block, uint32_t line)
{
    if (!follows_definitions(ours, block, line))
        ours->run_start = line;
    ours->run_container = container_of(ours, block);
    ours->run_end = line_of(ours, block->span.end);
}

static void put_heading(struct ours *ours, const struct block *block, uint32_t line)
{
    /* To cmark-gfm, a setext heading begins with the definitions that its paragraph began with. */
    bool setext = block->marker.start > block->text.start;
    if (setext && follows_definitions(ours, block, line))
        line = ours->run_start;
    strbuf_printf(ours->out, "%u heading %u", line, block->level);
    put_plain(ours, span_slice(ours->text, block->text));
    strbuf_putc(ours->out, '\n');
}

static void put_table(struct ours *ours, const struct block *block, uint32_t line)
{
    /* It leaves definitions that stand right before a table in their paragraph. */
    if (follows_definitions(ours, block, line))
        strbuf_puts(ours->out, "paragraph\n");
    strbuf_puts(ours->out, "table\n");
}

static void put_block(struct ours *ours, uint32_t index)
{
    const struct block *block = &ours->blocks->v[index];
    uint32_t line = line_of(ours, block->span.start);
    switch ((enum block_kind)block->kind) {
    case BLOCK_HEADING:
        put_heading(ours, block, line);
        break;
    case BLOCK_ITEM:
        put_item(ours, block, line);
        break;
    case BLOCK_FENCE:
    case BLOCK_CODE:
        put_code(ours, block, line);
        break;
    case BLOCK_TABLE:
        put_table(ours, block, line);
        break;
    case BLOCK_DEFINITION:
        put_definition(ours, block, line);
        break;
    case BLOCK_ROW:
        put_row(ours, index);
        break;
    case BLOCK_QUOTE:
        strbuf_printf(ours->out, "%u quote\n", line);
        break;
    case BLOCK_BREAK:
        strbuf_printf(ours->out, "%u break\n", line);
        break;
    case BLOCK_HTML:
    case BLOCK_COMMENT:
        strbuf_printf(ours->out, "%u html\n", line);
        break;
    case BLOCK_PARAGRAPH:
        strbuf_puts(ours->out, "paragraph\n");
        break;
    default:
        break;
    }
}

void facts_ours(struct slice text, const struct blocks *blocks, struct strbuf *out)
{
    struct ours ours = {.text = text, .blocks = blocks, .out = out, .line = 1};
    strbuf_init(&ours.definitions, STRBUF_NO_LIMIT);
    for (uint32_t i = 1; i < blocks->len; i++)
        if (blocks->v[i].kind == BLOCK_DEFINITION) {
            strbuf_append(&ours.definitions, span_slice(text, blocks->v[i].span));
            strbuf_putc(&ours.definitions, '\n');
        }
    for (uint32_t i = 1; i < blocks->len; i++)
        put_block(&ours, i);
    strbuf_release(&ours.definitions);
}
