/* completion_cell.c: a table's cell: what its column's field may say, else what the column says elsewhere. */
#include "features/completion.h"

#include "model/words.h"

#include <string.h>

/* The cell of a row that is `number` bars from its start. */
static struct slice cell_of(struct slice row, size_t number)
{
    row = slice_trim(row);
    if (row.len && row.ptr[0] == '|')
        row = slice_from(row, 1);
    for (size_t i = 0; i < row.len; i++) {
        if (row.ptr[i] != '|' || (i > 0 && row.ptr[i - 1] == '\\'))
            continue;
        if (number-- == 0)
            return slice_trim(slice_sub(row, 0, i));
        row = slice_from(row, i + 1);
        i = SLICE_NONE; /* begins at 0 again */
    }
    return number == 0 ? slice_trim(row) : slice_sub(row, 0, 0);
}

static bool is_delimiter(struct slice line)
{
    bool dash = false;
    for (size_t i = 0; i < line.len; i++) {
        if (!strchr("|-: \t>", line.ptr[i]))
            return false;
        dash = dash || line.ptr[i] == '-';
    }
    return dash && slice_find_byte(line, '|') != SLICE_NONE;
}

/* The first row of the table that the cursor's line is a row of; empty where it is none, or the header
 * itself. What is half typed need not be a row for the parser. */
static struct slice header_row(const struct completing *c)
{
    const struct text *text = &c->document->text;
    uint32_t line = text_line_of(text, c->line.start);
    while (line-- > 1) {
        struct slice row = span_slice(c->bytes, text_line(text, line));
        if (slice_find_byte(row, '|') == SLICE_NONE)
            break;
        if (is_delimiter(row))
            return span_slice(c->bytes, text_line(text, line - 1));
    }
    return slice_sub(c->bytes, 0, 0);
}

/* ---- what the column says -------------------------------------------------------------------- */

/* So many rows show what a column says, in so many words; a longer cell is prose. */
#define MAX_ROWS       200
#define MAX_WORDS      12
#define MAX_CELL_BYTES 24

struct column {
    struct slice words[MAX_WORDS];
    size_t len;
    bool repeated; /* one of them stands there twice */
};

static void add_word(struct column *column, struct slice word)
{
    if (word.len == 0 || word.len > MAX_CELL_BYTES)
        return;
    for (size_t i = 0; i < column->len; i++)
        if (slice_equal(column->words[i], word)) {
            column->repeated = true;
            return;
        }
    if (column->len < MAX_WORDS)
        column->words[column->len++] = word;
}

/* The words of the column in the table's other rows. */
static struct column read_column(const struct completing *c, size_t number)
{
    const struct text *text = &c->document->text;
    struct column column = {.len = 0};
    uint32_t own = text_line_of(text, c->line.start), line = own;
    struct slice row = span_slice(c->bytes, text_line(text, --line));
    while (line > 0 && own - line < MAX_ROWS && !is_delimiter(row))
        row = span_slice(c->bytes, text_line(text, --line));
    for (unsigned rows = 0; ++line < text->line_count && rows < MAX_ROWS; rows++) {
        row = span_slice(c->bytes, text_line(text, line));
        if (line == own)
            continue;
        if (slice_find_byte(row, '|') == SLICE_NONE)
            break;
        add_word(&column, cell_of(row, number));
    }
    return column;
}

static void add_column(struct completing *c, const struct column *column, uint32_t start,
                       uint32_t end)
{
    struct span part = completing_part(c, start, end, "|");
    completing_from(c, part.start, part.end);
    for (size_t i = 0; i < column->len; i++)
        if (completing_fits(c, column->words[i]))
            (void)completing_add(c, PLANLS_COMPLETION_VALUE, column->words[i], column->words[i]);
}

/* ---- the cell -------------------------------------------------------------------------------- */

bool complete_cell(struct completing *c)
{
    size_t bars = 0, last = SLICE_NONE;
    for (size_t i = 0; i < c->head.len; i++)
        if (c->head.ptr[i] == '|' && (i == 0 || c->head.ptr[i - 1] != '\\')) {
            bars++;
            last = i;
        }
    if (last == SLICE_NONE)
        return false;
    struct slice header = header_row(c);
    if (header.len == 0)
        return false;
    bool leading = slice_trim(c->head).ptr[0] == '|';
    struct slice label = cell_of(header, leading ? bars - 1 : bars);
    uint32_t start = c->line.start + (uint32_t)last + 1, end = completing_value_end(c);
    const struct settings *settings = &c->workspace->settings;
    enum field_key key = field_key_of(label, settings);
    struct column column = read_column(c, leading ? bars - 1 : bars);
    if (key == FIELD_STATUS)
        add_column(c, &column, start, end);
    if (complete_value(c, key, start, end))
        return true;
    /* `| **Owner** | value |`: a row of a table of fields. */
    struct slice row = bars == 2 && leading ? cell_of(c->head, 0) : SLICE("");
    if (complete_value(c, field_key_of(completing_label(row), settings), start, end))
        return true;
    bool first = leading ? bars == 1 : bars == 0;
    if (key == FIELD_OTHER && !first && column.repeated)
        add_column(c, &column, start, end);
    return !first;
}
