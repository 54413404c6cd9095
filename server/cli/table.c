/* table.c: a table of short texts. */
#include "cli/table.h"

#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>

/* A cell is a short text; what is longer is cut. */
#define CELL_MAX_BYTES 1024

void table_init(struct table *table, const struct table_column *columns, size_t count,
                struct arena *arena)
{
    *table = (struct table){.columns = columns, .column_count = count, .arena = arena};
}

void table_add(struct table *table, const char *text)
{
    *VEC_PUSH(table->arena, &table->cells) = arena_cstring(table->arena, slice_of(text));
}

void table_printf(struct table *table, const char *format, ...)
{
    char text[CELL_MAX_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct slice whole = slice_of(text);
    text[utf8_valid_prefix(whole)] = '\0';
    table_add(table, text);
}

static size_t width_of(const char *text)
{
    return utf8_width(slice_of(text), 0);
}

static bool is_empty(const struct table *table, size_t column)
{
    for (size_t i = column; i < table->cells.len; i += table->column_count)
        if (table->cells.items[i][0])
            return false;
    return true;
}

/* ---- on a terminal --------------------------------------------------------------------------- */

#define GAP       2
#define MIN_WIDTH 12 /* of the column that shrinks */

static size_t *widths_of(const struct table *table, unsigned available)
{
    size_t *widths = arena_array(table->arena, table->column_count, sizeof *widths);
    size_t total = 0, shrinks = table->column_count;
    for (size_t c = 0; c < table->column_count; c++) {
        if (is_empty(table, c))
            continue;
        widths[c] = width_of(table->columns[c].title);
        for (size_t i = c; i < table->cells.len; i += table->column_count)
            if (width_of(table->cells.items[i]) > widths[c])
                widths[c] = width_of(table->cells.items[i]);
        total += widths[c] + GAP;
        shrinks = table->columns[c].shrinks ? c : shrinks;
    }
    if (shrinks < table->column_count && total > available) {
        size_t over = total - available;
        size_t least = widths[shrinks] < MIN_WIDTH ? widths[shrinks] : MIN_WIDTH;
        widths[shrinks] = widths[shrinks] > over + least ? widths[shrinks] - over : least;
    }
    return widths;
}

static void draw_cell(const struct canvas *canvas, const char *text, size_t width, bool right)
{
    struct slice rest = slice_of(text);
    size_t own = width_of(text);
    if (own > width) {
        while (rest.len && utf8_width(rest, 0) + 1 > width)
            rest.len = utf8_previous(rest, rest.len);
        own = utf8_width(rest, 0) + 1;
    }
    if (right)
        strbuf_repeat(canvas->out, ' ', width - own);
    paint_text(canvas, rest);
    if (rest.len < slice_of(text).len)
        strbuf_puts(canvas->out, "…");
    if (!right)
        strbuf_repeat(canvas->out, ' ', width - own);
}

static void draw_row(const struct table *table, const struct canvas *canvas, const char *indent,
                     const size_t *widths, const char *const *cells)
{
    size_t start = canvas->out->len;
    strbuf_puts(canvas->out, indent);
    for (size_t c = 0; c < table->column_count; c++) {
        if (widths[c] == 0)
            continue;
        draw_cell(canvas, cells ? cells[c] : table->columns[c].title, widths[c],
                  table->columns[c].right);
        strbuf_repeat(canvas->out, ' ', GAP);
    }
    /* No space at the end of a line. */
    while (canvas->out->len > start && canvas->out->ptr[canvas->out->len - 1] == ' ')
        canvas->out->ptr[--canvas->out->len] = '\0';
}

void table_draw(const struct table *table, const struct canvas *canvas, const char *indent)
{
    size_t taken = width_of(indent);
    size_t *widths = widths_of(table, canvas->width > taken ? canvas->width - (unsigned)taken : 0);
    paint(canvas, PAINT_DIM);
    draw_row(table, canvas, indent, widths, NULL);
    paint(canvas, PAINT_PLAIN);
    strbuf_putc(canvas->out, '\n');
    for (size_t i = 0; i + table->column_count <= table->cells.len; i += table->column_count) {
        draw_row(table, canvas, indent, widths, &table->cells.items[i]);
        strbuf_putc(canvas->out, '\n');
    }
}

/* ---- Markdown -------------------------------------------------------------------------------- */

/* Writes the character at c, or what stands for it; bytes that are no UTF-8 become U+FFFD, control
 * characters are left out, since neither XML nor a Markdown file may hold them. Gives what is behind. */
static const char *put_character(struct strbuf *out, const char *c, const char *instead)
{
    uint32_t codepoint;
    size_t left = 0;
    while (left < 4 && c[left])
        left++;
    unsigned length = utf8_decode((struct slice){c, left}, &codepoint);
    if (instead)
        strbuf_puts(out, instead);
    else if (codepoint == UTF8_REPLACEMENT)
        strbuf_puts(out, "\xEF\xBF\xBD");
    else if (codepoint >= 0x20 || codepoint == '\n' || codepoint == '\t')
        strbuf_append(out, (struct slice){c, length});
    return c + length;
}

/* A cell ends at a bar or a line's end. */
static void put_markdown(struct strbuf *out, const char *text)
{
    for (const char *c = text; *c; c = put_character(out, c, *c == '\n' ? " " : NULL))
        if (*c == '|' || *c == '\\' || *c == '<' || *c == '*' || *c == '_' || *c == '`')
            strbuf_putc(out, '\\');
}

void table_write_markdown(const struct table *table, struct strbuf *out)
{
    bool *empty = arena_array(table->arena, table->column_count, sizeof *empty);
    for (size_t c = 0; c < table->column_count; c++)
        empty[c] = is_empty(table, c);
    for (size_t c = 0; c < table->column_count; c++)
        if (!empty[c])
            strbuf_printf(out, "| %s ", table->columns[c].title);
    strbuf_puts(out, "|\n");
    for (size_t c = 0; c < table->column_count; c++)
        if (!empty[c])
            strbuf_puts(out, table->columns[c].right ? "| ---: " : "| --- ");
    strbuf_puts(out, "|\n");
    for (size_t i = 0; i < table->cells.len; i++) {
        size_t column = i % table->column_count;
        if (!empty[column]) {
            strbuf_puts(out, "| ");
            put_markdown(out, table->cells.items[i]);
            strbuf_putc(out, ' ');
        }
        if (column + 1 == table->column_count)
            strbuf_puts(out, "|\n");
    }
}

/* ---- HTML ------------------------------------------------------------------------------------ */

void html_escape(struct strbuf *out, const char *text)
{
    for (const char *c = text; *c;) {
        const char *instead = *c == '&'   ? "&amp;"
                              : *c == '<' ? "&lt;"
                              : *c == '>' ? "&gt;"
                              : *c == '"' ? "&quot;"
                                          : NULL;
        c = put_character(out, c, instead);
    }
}

static void put_html_cell(const struct table *table, size_t column, const char *tag,
                          const char *text, struct strbuf *out)
{
    strbuf_printf(out, table->columns[column].right ? "<%s class=\"n\">" : "<%s>", tag);
    html_escape(out, text);
    strbuf_printf(out, "</%s>", tag);
}

void table_write_html(const struct table *table, struct strbuf *out)
{
    bool *empty = arena_array(table->arena, table->column_count, sizeof *empty);
    strbuf_puts(out, "<table>\n<thead><tr>");
    for (size_t c = 0; c < table->column_count; c++) {
        empty[c] = is_empty(table, c);
        if (!empty[c])
            put_html_cell(table, c, "th", table->columns[c].title, out);
    }
    strbuf_puts(out, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < table->cells.len; i++) {
        size_t column = i % table->column_count;
        if (column == 0)
            strbuf_puts(out, "<tr>");
        if (!empty[column])
            put_html_cell(table, column, "td", table->cells.items[i], out);
        if (column + 1 == table->column_count)
            strbuf_puts(out, "</tr>\n");
    }
    strbuf_puts(out, "</tbody>\n</table>\n");
}
