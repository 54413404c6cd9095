/* align_table.c: the columns of a table made to stand below each other. */
#include "edits/align_table.h"

#include "text/utf8.h"

struct column {
    size_t width;
    bool left, right; /* the colons of the delimiter row */
};

struct aligner {
    const struct document *document;
    struct slice bytes;
    struct arena *arena;
    struct span range;
    struct span delimiter; /* from its first bar to its last */
    bool spaced;           /* "| --- |" and not "|---|" */
    bool compact;          /* too wide to be aligned */
    VEC(struct column) columns;
    struct text_edits *out;
};

static bool is_barred(struct slice row)
{
    return row.len > 1 && row.ptr[0] == '|' && row.ptr[row.len - 1] == '|' &&
           row.ptr[row.len - 2] != '\\';
}

static struct span without_end_space(struct slice bytes, struct span span)
{
    span.end = span.start + (uint32_t)slice_trim_end(span_slice(bytes, span)).len;
    return span;
}

/* The line below the header, behind the marks of quotes it may stand in. */
static bool find_delimiter(struct aligner *a, uint32_t header)
{
    uint32_t line = text_line_of(&a->document->text, a->document->blocks.v[header].span.end);
    struct span span = text_line(&a->document->text, line + 1);
    while (span.start < span.end &&
           (ascii_is_space(a->bytes.ptr[span.start]) || a->bytes.ptr[span.start] == '>'))
        span.start++;
    a->delimiter = without_end_space(a->bytes, span);
    struct slice row = span_slice(a->bytes, a->delimiter);
    for (size_t i = 0; i < row.len; i++)
        if (row.ptr[i] != '|' && row.ptr[i] != ':' && row.ptr[i] != '-' &&
            !ascii_is_space(row.ptr[i]))
            return false;
    a->spaced = row.len > 1 && row.ptr[1] == ' ';
    return is_barred(row);
}

static void read_delimiter(struct aligner *a)
{
    struct slice row = span_slice(a->bytes, a->delimiter);
    struct slice_split it = {slice_sub(row, 1, row.len - 1), false};
    struct slice cell;
    while (slice_split_next(&it, '|', &cell)) {
        cell = slice_trim(cell);
        *VEC_PUSH(a->arena, &a->columns) = (struct column){
            3, cell.len && cell.ptr[0] == ':', cell.len && cell.ptr[cell.len - 1] == ':'};
    }
}

static void measure_row(struct aligner *a, uint32_t row)
{
    const struct blocks *blocks = &a->document->blocks;
    size_t column = 0;
    for (uint32_t cell = block_first_child(blocks, row); cell;
         cell = block_next_sibling(blocks, cell), column++) {
        size_t width = utf8_width(span_slice(a->bytes, blocks->v[cell].text), 0);
        if (column == a->columns.len)
            *VEC_PUSH(a->arena, &a->columns) = (struct column){0, false, false};
        if (width > a->columns.items[column].width)
            a->columns.items[column].width = width;
    }
}

static void measure(struct aligner *a, uint32_t table)
{
    const struct blocks *blocks = &a->document->blocks;
    size_t whole = 1;
    for (uint32_t row = block_first_child(blocks, table); row;
         row = block_next_sibling(blocks, row))
        measure_row(a, row);
    for (size_t c = 0; c < a->columns.len; c++)
        whole += a->columns.items[c].width + 3;
    a->compact = whole > ALIGN_TABLE_MAX_COLUMNS;
}

static void replace(struct aligner *a, struct span span, struct strbuf *text)
{
    struct slice now = span_slice(a->bytes, span);
    if (!slice_equal(now, strbuf_slice(text))) {
        struct text_edit edit = {span, arena_copy(a->arena, strbuf_slice(text))};
        *VEC_PUSH(a->arena, a->out) = text_edit_minimal(a->bytes, edit);
    }
    strbuf_clear(text);
}

/* How much of the space that a cell leaves free stands before it. */
static size_t space_before(const struct column *column, size_t space)
{
    if (!column->right)
        return 0;
    return column->left ? space / 2 : space;
}

/* Replaces what stands between the texts of the cells. */
static void align_row(struct aligner *a, uint32_t row)
{
    const struct blocks *blocks = &a->document->blocks;
    struct span span = without_end_space(a->bytes, blocks->v[row].span);
    uint32_t at = span.start;
    size_t column = 0, behind = 0;
    struct strbuf gap;
    strbuf_init(&gap, STRBUF_NO_LIMIT);
    for (uint32_t cell = block_first_child(blocks, row); cell;
         cell = block_next_sibling(blocks, cell), column++) {
        struct span text = blocks->v[cell].text;
        const struct column *c = &a->columns.items[column];
        size_t width = utf8_width(span_slice(a->bytes, text), 0);
        size_t space = a->compact || width > c->width ? 0 : c->width - width;
        size_t before = space_before(c, space);
        strbuf_repeat(&gap, ' ', behind);
        strbuf_puts(&gap, column ? " | " : "| ");
        strbuf_repeat(&gap, ' ', before);
        replace(a, (struct span){at, text.start}, &gap);
        behind = space - before;
        at = text.end;
    }
    strbuf_repeat(&gap, ' ', behind);
    strbuf_puts(&gap, " |");
    replace(a, (struct span){at, span.end}, &gap);
    strbuf_release(&gap);
}

/* Replaces what stands between the bars. */
static void align_delimiter(struct aligner *a, size_t cells)
{
    struct slice row = span_slice(a->bytes, a->delimiter);
    struct slice_split it = {slice_sub(row, 1, row.len - 1), false};
    struct slice now;
    struct strbuf cell;
    strbuf_init(&cell, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < cells && slice_split_next(&it, '|', &now); i++) {
        const struct column *c = &a->columns.items[i];
        size_t width = (a->compact ? 3 : c->width) + (a->spaced ? 0 : 2);
        strbuf_puts(&cell, a->spaced ? " " : "");
        strbuf_puts(&cell, c->left ? ":" : "");
        strbuf_repeat(&cell, '-', width - c->left - c->right);
        strbuf_puts(&cell, c->right ? ":" : "");
        strbuf_puts(&cell, a->spaced ? " " : "");
        replace(a, span_of(a->bytes, now), &cell);
    }
    strbuf_release(&cell);
}

/* Every row has its bars, and its cells' texts stand behind each other between them. */
static bool is_sound(const struct aligner *a, uint32_t table)
{
    const struct blocks *blocks = &a->document->blocks;
    for (uint32_t row = block_first_child(blocks, table); row;
         row = block_next_sibling(blocks, row)) {
        struct span span = without_end_space(a->bytes, blocks->v[row].span);
        uint32_t at = span.start + 1;
        if (!is_barred(span_slice(a->bytes, span)) || !block_first_child(blocks, row))
            return false;
        for (uint32_t cell = block_first_child(blocks, row); cell;
             cell = block_next_sibling(blocks, cell)) {
            if (blocks->v[cell].text.start < at || blocks->v[cell].text.end >= span.end)
                return false;
            at = blocks->v[cell].text.end + 1;
        }
    }
    return true;
}

void align_table(const struct document *document, uint32_t table, struct span range,
                 struct arena *arena, struct text_edits *out)
{
    const struct blocks *blocks = &document->blocks;
    struct aligner a = {.document = document,
                        .bytes = document->text.bytes,
                        .arena = arena,
                        .range = range,
                        .out = out};
    uint32_t header = block_first_child(blocks, table);
    if (!header || !is_sound(&a, table) || !find_delimiter(&a, header))
        return;
    read_delimiter(&a);
    size_t cells = a.columns.len;
    measure(&a, table);
    for (uint32_t row = header; row; row = block_next_sibling(blocks, row)) {
        struct span span = blocks->v[row].span;
        if (span.start <= range.end && range.start <= span.end)
            align_row(&a, row);
        if (row == header && a.delimiter.start <= range.end && range.start <= a.delimiter.end)
            align_delimiter(&a, cells);
    }
}
