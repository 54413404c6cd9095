/* list_table.c: a list of labelled values or of risks as a table, and back. */
#include "edits/list_table.h"

#include "base/strbuf.h"
#include "text/utf8.h"

static const char *const arrows[] = {" → ", " -> ", " => "};
#define ARROWS (sizeof arrows / sizeof *arrows)

struct row {
    struct slice left, right; /* of the list; in a table as its cells have it */
};

struct rows {
    VEC_MEMBERS(struct row);
};

enum rows_kind { ROWS_NONE, ROWS_FIELDS, ROWS_RISKS };

/* ---- a list ------------------------------------------------------------------------------------ */

/* "**Label:** value" or "**Label**: value" */
static bool split_field(struct slice line, struct row *row)
{
    if (!slice_starts(line, SLICE("**")))
        return false;
    struct slice rest = slice_from(line, 2);
    size_t end = slice_find(rest, SLICE("**"));
    if (end == SLICE_NONE || end == 0)
        return false;
    struct slice label = slice_sub(rest, 0, end), value = slice_from(rest, end + 2);
    if (label.ptr[label.len - 1] == ':')
        label.len--;
    else if (slice_starts(value, SLICE(":")))
        value = slice_from(value, 1);
    else
        return false;
    *row = (struct row){slice_trim(label), slice_trim(value)};
    return row->left.len && row->right.len && slice_find_byte(row->left, '|') == SLICE_NONE;
}

static bool split_risk(struct slice line, struct row *row)
{
    for (size_t i = 0; i < ARROWS; i++) {
        struct slice arrow = slice_of(arrows[i]);
        size_t at = slice_find(line, arrow);
        if (at == SLICE_NONE)
            continue;
        *row = (struct row){slice_trim(slice_sub(line, 0, at)),
                            slice_trim(slice_from(line, at + arrow.len))};
        return row->left.len && row->right.len && slice_find(row->right, arrow) == SLICE_NONE;
    }
    return false;
}

/* The one line of a bullet; empty where it has more, or a box. */
static struct slice line_of(const struct document *document, uint32_t item)
{
    const struct block *v = document->blocks.v;
    uint32_t paragraph = block_first_child(&document->blocks, item);
    if (!span_is_empty(v[item].box) || paragraph == 0 || v[paragraph].kind != BLOCK_PARAGRAPH ||
        block_next_sibling(&document->blocks, paragraph))
        return SLICE("");
    uint32_t line = block_first_child(&document->blocks, paragraph);
    return line == 0 || block_next_sibling(&document->blocks, line)
               ? SLICE("")
               : span_slice(document->text.bytes, v[line].text);
}

static enum rows_kind rows_of_list(const struct document *document, uint32_t list,
                                   struct arena *arena, struct rows *rows)
{
    enum rows_kind kind = ROWS_NONE;
    for (uint32_t item = block_first_child(&document->blocks, list); item;
         item = block_next_sibling(&document->blocks, item)) {
        struct slice line = line_of(document, item);
        struct row row;
        enum rows_kind own = line.len == 0             ? ROWS_NONE
                             : split_field(line, &row) ? ROWS_FIELDS
                             : split_risk(line, &row)  ? ROWS_RISKS
                                                       : ROWS_NONE;
        if (own == ROWS_NONE || (kind != ROWS_NONE && own != kind))
            return ROWS_NONE;
        kind = own;
        *VEC_PUSH(arena, rows) = row;
    }
    return kind;
}

/* ---- a table ----------------------------------------------------------------------------------- */

static bool is_named(const struct document *document, uint32_t row, const char *left,
                     const char *right)
{
    const struct block *v = document->blocks.v;
    uint32_t first = block_first_child(&document->blocks, row);
    uint32_t second = first ? block_next_sibling(&document->blocks, first) : 0;
    return second && !block_next_sibling(&document->blocks, second) &&
           slice_is(span_slice(document->text.bytes, v[first].text), left) &&
           slice_is(span_slice(document->text.bytes, v[second].text), right);
}

static enum rows_kind rows_of_table(const struct document *document, uint32_t table,
                                    struct arena *arena, struct rows *rows)
{
    const struct block *v = document->blocks.v;
    struct slice bytes = document->text.bytes;
    uint32_t row = block_first_child(&document->blocks, table);
    enum rows_kind kind = is_named(document, row, "Field", "Value")       ? ROWS_FIELDS
                          : is_named(document, row, "Risk", "Mitigation") ? ROWS_RISKS
                                                                          : ROWS_NONE;
    while (kind != ROWS_NONE && (row = block_next_sibling(&document->blocks, row))) {
        uint32_t left = block_first_child(&document->blocks, row);
        uint32_t right = left ? block_next_sibling(&document->blocks, left) : 0;
        if (!right || block_next_sibling(&document->blocks, right))
            return ROWS_NONE;
        struct row cells = {span_slice(bytes, v[left].text), span_slice(bytes, v[right].text)};
        if (kind == ROWS_FIELDS) {
            if (cells.left.len < 5 || !slice_starts(cells.left, SLICE("**")) ||
                !slice_ends(cells.left, SLICE("**")))
                return ROWS_NONE;
            cells.left = slice_sub(cells.left, 2, cells.left.len - 2);
        }
        if (cells.left.len == 0 || cells.right.len == 0)
            return ROWS_NONE;
        *VEC_PUSH(arena, rows) = cells;
    }
    return rows->len ? kind : ROWS_NONE;
}

/* ---- where ------------------------------------------------------------------------------------- */

static uint32_t block_of(const struct document *document, uint32_t offset, enum block_kind kind)
{
    uint32_t block = block_enclosing(&document->blocks, block_at(&document->blocks, offset), kind);
    enum block_kind above = document->blocks.v[document->blocks.v[block].parent].kind;
    return block && (above == BLOCK_SECTION || above == BLOCK_DOCUMENT) ? block : 0;
}

static bool is_indented(const struct document *document, uint32_t block)
{
    uint32_t start = document->blocks.v[block].span.start;
    return text_line(&document->text, text_line_of(&document->text, start)).start != start;
}

/* How many different known fields stand in a span: of two or more the reader knows that a table of labels
 * is a record (model/tables.c). */
static unsigned fields_in(const struct document *document, struct span span)
{
    uint32_t seen = 0;
    unsigned count = 0;
    for (size_t i = 0; i < document->model->fields.len; i++) {
        const struct field *field = &document->model->fields.items[i];
        if (field->key == FIELD_OTHER || !span_contains(span, field->label_span.start))
            continue;
        count += !(seen >> field->key & 1);
        seen |= UINT32_C(1) << field->key;
    }
    return count;
}

/* How many risks the model reads in a span: arrows elsewhere are steps, not risks. */
static size_t risks_in(const struct document *document, struct span span)
{
    const struct model *model = document->model;
    uint32_t item = model_item_at(model, span.start);
    size_t count = 0;
    if (item == NO_INDEX)
        for (size_t i = 0; i < model->risks.len; i++)
            count += span_covers(span, model->risks.items[i].where);
    else
        for (size_t i = 0; i < model->items.items[item].risks.len; i++)
            count += span_covers(span, model->items.items[item].risks.items[i].where);
    return count;
}

/* Would a table there begin in the middle of a paragraph? */
static bool follows_words(const struct document *document, uint32_t block)
{
    uint32_t line = text_line_of(&document->text, document->blocks.v[block].span.start);
    if (line == 0)
        return false;
    struct span above = text_line(&document->text, line - 1);
    uint32_t what = block_at(&document->blocks, above.start);
    return slice_trim(span_slice(document->text.bytes, above)).len > 0 &&
           document->blocks.v[what].kind != BLOCK_HEADING;
}

uint32_t list_to_table_at(const struct document *document, uint32_t offset)
{
    struct arena arena;
    struct rows rows = {0};
    uint32_t list = block_of(document, offset, BLOCK_LIST);
    if (!list || document->blocks.v[list].ordered || is_indented(document, list) ||
        follows_words(document, list))
        return 0;
    arena_init(&arena);
    enum rows_kind kind = rows_of_list(document, list, &arena, &rows);
    if (kind == ROWS_RISKS && risks_in(document, document->blocks.v[list].span) != rows.len)
        kind = ROWS_NONE;
    if (kind == ROWS_FIELDS && fields_in(document, document->blocks.v[list].span) < 2)
        kind = ROWS_NONE;
    arena_release(&arena);
    return kind != ROWS_NONE ? list : 0;
}

uint32_t table_to_list_at(const struct document *document, uint32_t offset)
{
    struct arena arena;
    struct rows rows = {0};
    uint32_t table = block_of(document, offset, BLOCK_TABLE);
    if (!table || is_indented(document, table))
        return 0;
    arena_init(&arena);
    enum rows_kind kind = rows_of_table(document, table, &arena, &rows);
    arena_release(&arena);
    return kind != ROWS_NONE ? table : 0;
}

/* ---- writing ----------------------------------------------------------------------------------- */

/* With its bare pipes escaped, so that a cell is one cell; an escaped one has stood in a table before. */
static struct slice escaped(struct slice s, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '|')
            strbuf_putc(&out, '\\');
        strbuf_putc(&out, s.ptr[i]);
    }
    struct slice copy = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return copy;
}

static struct slice unescaped(struct slice s, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] != '\\' || i + 1 == s.len || s.ptr[i + 1] != '|')
            strbuf_putc(&out, s.ptr[i]);
    struct slice copy = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return copy;
}

static size_t width_of(struct slice s)
{
    return utf8_width(s, 0);
}

static void put_cells(struct strbuf *out, struct slice left, struct slice right,
                      const size_t widths[2])
{
    strbuf_printf(out, "| %.*s", SLICE_ARG(left));
    strbuf_repeat(out, ' ', widths[0] - width_of(left));
    strbuf_printf(out, " | %.*s", SLICE_ARG(right));
    strbuf_repeat(out, ' ', widths[1] - width_of(right));
    strbuf_puts(out, " |");
}

static void widen(size_t *width, struct slice s)
{
    size_t own = width_of(s);
    *width = own > *width ? own : *width;
}

struct text_edit list_to_table(const struct document *document, uint32_t list, struct arena *arena)
{
    struct rows rows = {0};
    enum rows_kind kind = rows_of_list(document, list, arena, &rows);
    struct row header = {kind == ROWS_FIELDS ? SLICE("Field") : SLICE("Risk"),
                         kind == ROWS_FIELDS ? SLICE("Value") : SLICE("Mitigation")};
    size_t widths[2] = {header.left.len, header.right.len};
    struct slice end = text_line_end(&document->text);
    for (size_t i = 0; i < rows.len; i++) {
        struct row *row = &rows.items[i];
        row->left = escaped(row->left, arena);
        row->right = escaped(row->right, arena);
        if (kind == ROWS_FIELDS)
            row->left = slice_of(arena_printf(arena, "**%.*s**", SLICE_ARG(row->left)));
        widen(&widths[0], row->left);
        widen(&widths[1], row->right);
    }
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    put_cells(&out, header.left, header.right, widths);
    strbuf_append(&out, end);
    strbuf_puts(&out, "| ");
    strbuf_repeat(&out, '-', widths[0]);
    strbuf_puts(&out, " | ");
    strbuf_repeat(&out, '-', widths[1]);
    strbuf_puts(&out, " |");
    for (size_t i = 0; i < rows.len; i++) {
        strbuf_append(&out, end);
        put_cells(&out, rows.items[i].left, rows.items[i].right, widths);
    }
    struct span span = document->blocks.v[list].span;
    struct slice words = slice_trim_end(span_slice(document->text.bytes, span));
    span.end = span.start + (uint32_t)words.len;
    struct text_edit edit = {span, arena_copy(arena, strbuf_slice(&out))};
    strbuf_release(&out);
    return edit;
}

struct text_edit table_to_list(const struct document *document, uint32_t table, struct arena *arena)
{
    struct rows rows = {0};
    enum rows_kind kind = rows_of_table(document, table, arena, &rows);
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < rows.len; i++) {
        struct slice left = unescaped(rows.items[i].left, arena);
        struct slice right = unescaped(rows.items[i].right, arena);
        if (i)
            strbuf_append(&out, text_line_end(&document->text));
        strbuf_printf(&out, kind == ROWS_FIELDS ? "- **%.*s:** %.*s" : "- %.*s → %.*s",
                      SLICE_ARG(left), SLICE_ARG(right));
    }
    struct span span = document->blocks.v[table].span;
    struct slice words = slice_trim_end(span_slice(document->text.bytes, span));
    span.end = span.start + (uint32_t)words.len;
    struct text_edit edit = {span, arena_copy(arena, strbuf_slice(&out))};
    strbuf_release(&out);
    return edit;
}
