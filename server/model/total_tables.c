/* total_tables.c: tables of money: rows that sum up their columns, columns that sum up their rows. */
#include "model/money_cells.h"
#include "model/title.h"
#include "model/total_build.h"

#include <math.h>
#include <string.h>

#define COLUMNS_MOST 24
#define ROWS_MOST    2000

struct column {
    bool bare;        /* numbers alone are money: the header says so */
    char currency[4]; /* of bare numbers; "" for the configured one */
    double factor;    /* of bare numbers: 1000 below "Cost ($K)" */
    bool total;       /* the header is a word for a total */
};

struct cell {
    enum money_cell kind;
    struct money money;
    bool bold;
};

struct row {
    uint32_t block;
    struct slice label; /* of its first cell that says something */
    enum total_words words;
    struct cell *cells; /* one per column */
};

struct money_table {
    struct column columns[COLUMNS_MOST];
    size_t column_count;
    VEC(struct row) rows; /* without the header */
};

/* "Cost ($)", "Budget (USD)", "Amount in €k": a currency in a header. */
static void read_header(struct builder *b, uint32_t cell, struct column *column)
{
    static const char *const marks[][2] = {{"$", "USD"},   {"€", "EUR"},   {"£", "GBP"},
                                           {"USD", "USD"}, {"EUR", "EUR"}, {"GBP", "GBP"},
                                           {"CHF", "CHF"}, {"PLN", "PLN"}, {"₹", "INR"}};
    struct slice words = builder_plain_scratch(b, b->blocks->v[cell].text);
    *column = (struct column){.factor = 1};
    column->total = total_words_of(words) != TOTAL_WORDS_NONE;
    column->bare = field_key_of(words, b->settings) == FIELD_BUDGET;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = slice_find(words, slice_of(marks[i][0]));
        if (at == SLICE_NONE)
            continue;
        struct slice behind = slice_trim_start(slice_from(words, at + strlen(marks[i][0])));
        char next = behind.len ? behind.ptr[0] : ')';
        column->bare = true;
        memcpy(column->currency, marks[i][1], 4);
        column->factor = next == 'K' || next == 'k' ? 1e3 : next == 'M' ? 1e6 : 1;
        return;
    }
}

static bool is_bold(const struct builder *b, struct span text)
{
    struct slice s = span_slice(b->bytes, text);
    return s.len > 4 && slice_starts(s, SLICE("**")) && slice_ends(s, SLICE("**"));
}

/* Label and kind of a row by its first cell that says something. */
static struct row row_of(struct builder *b, uint32_t block)
{
    struct row row = {.block = block};
    for (uint32_t cell = block_first_child(b->blocks, block); cell;
         cell = block_next_sibling(b->blocks, cell)) {
        if (span_is_empty(b->blocks->v[cell].text))
            continue;
        row.label = builder_plain_scratch(b, b->blocks->v[cell].text);
        row.words = total_words_of(title_undecorate(row.label));
        break;
    }
    return row;
}

static void read_cells(struct builder *b, struct money_table *table, struct row *row)
{
    size_t at = 0;
    row->cells = arena_array(b->scratch, table->column_count, sizeof *row->cells);
    for (uint32_t cell = block_first_child(b->blocks, row->block); cell && at < table->column_count;
         cell = block_next_sibling(b->blocks, cell), at++) {
        const struct column *column = &table->columns[at];
        struct span text = b->blocks->v[cell].text;
        row->cells[at].kind = at == 0 ? MONEY_CELL_NOTHING
                                      : money_cell_read(b, text, column->bare, column->currency,
                                                        column->factor, &row->cells[at].money);
        row->cells[at].bold =
            is_bold(b, text) ||
            is_bold(b, b->blocks->v[block_first_child(b->blocks, row->block)].text);
    }
    for (; at < table->column_count; at++)
        row->cells[at].kind = MONEY_CELL_NOTHING;
}

/* False where the table states no total at all: then its cells are not read. */
static bool read_table(struct builder *b, uint32_t block, struct money_table *table)
{
    uint32_t header = block_first_child(b->blocks, block);
    bool totals = false;

    for (uint32_t cell = header ? block_first_child(b->blocks, header) : 0;
         cell && table->column_count < COLUMNS_MOST; cell = block_next_sibling(b->blocks, cell)) {
        read_header(b, cell, &table->columns[table->column_count]);
        totals = totals || table->columns[table->column_count++].total;
    }
    for (uint32_t row = header ? block_next_sibling(b->blocks, header) : 0;
         row && table->rows.len < ROWS_MOST; row = block_next_sibling(b->blocks, row)) {
        struct row *added = VEC_PUSH(b->scratch, &table->rows);
        *added = row_of(b, row);
        totals = totals || added->words != TOTAL_WORDS_NONE;
    }
    if (!totals)
        return false;
    for (size_t i = 0; i < table->rows.len; i++)
        read_cells(b, table, &table->rows.items[i]);
    return true;
}

/* ---- columns ----------------------------------------------------------------------------------- */

static void add_part(struct builder *b, struct total *total, const struct row *row, size_t column)
{
    const struct cell *cell = &row->cells[column];
    if (cell->kind == MONEY_CELL_UNREAD ||
        (cell->kind == MONEY_CELL_AMOUNT && cell->money.placeholder))
        total->unread = true;
    if (cell->kind == MONEY_CELL_AMOUNT)
        *VEC_PUSH(b->scratch, &total->parts) =
            (struct total_part){cell->money, row->words != TOTAL_WORDS_NONE, cell->bold};
}

static void read_column(struct builder *b, const struct money_table *table, size_t last,
                        size_t column)
{
    const struct row *row = &table->rows.items[last];
    struct total total = {.source = TOTAL_OF_COLUMN, .amount = row->cells[column].money};

    if (row->cells[column].kind != MONEY_CELL_AMOUNT || total.amount.placeholder)
        return;
    for (size_t i = 0; i < last; i++)
        add_part(b, &total, &table->rows.items[i], column);
    if (total.parts.len > 1)
        total_add(b, total, row->block, row->label);
}

/* ---- rows -------------------------------------------------------------------------------------- */

/* The sum of a row's amounts left of a column of totals; false where it is no sum of at least two
 * amounts of one sort. */
static bool row_sum(const struct row *row, size_t column, double *sum)
{
    const struct money *total = &row->cells[column].money;
    size_t count = 0;

    *sum = 0;
    if (row->cells[column].kind != MONEY_CELL_AMOUNT || total->range || total->placeholder)
        return false;
    for (size_t i = 1; i < column; i++) {
        const struct money *money = &row->cells[i].money;
        if (row->cells[i].kind != MONEY_CELL_AMOUNT)
            continue;
        if (money->range || money->placeholder || money->more || money->less ||
            strcmp(money->currency, total->currency) != 0 || !slice_equal(money->per, total->per))
            return false;
        *sum += money->amount;
        count++;
    }
    return count > 1;
}

/* "Q1 | Q2 | Total": a row that does not add up, where at least two others do and no second one does
 * not. */
static void read_rows(struct builder *b, const struct money_table *table, size_t column)
{
    size_t right = 0, wrong = 0, found = 0;
    double sum;

    for (size_t i = 0; i < table->rows.len; i++) {
        const struct row *row = &table->rows.items[i];
        if (!row_sum(row, column, &sum))
            continue;
        bool same = fabs(sum - row->cells[column].money.amount) <= 0.005 * fmax(1, fabs(sum));
        right += same;
        wrong += !same;
        found = same ? found : i;
    }
    if (right < 2 || wrong != 1 || table->rows.items[found].words != TOTAL_WORDS_NONE)
        return;
    const struct row *row = &table->rows.items[found];
    struct total total = {.source = TOTAL_OF_ROW, .amount = row->cells[column].money};
    for (size_t i = 1; i < column; i++)
        if (row->cells[i].kind == MONEY_CELL_AMOUNT)
            *VEC_PUSH(b->scratch, &total.parts) =
                (struct total_part){.amount = row->cells[i].money};
    total_add(b, total, row->block, row->label);
}

void total_tables_read(struct builder *b, uint32_t block)
{
    struct money_table table = {0};
    size_t sums = 0;

    if (!read_table(b, block, &table))
        return;
    for (size_t i = 0; i < table.rows.len; i++) {
        if (table.rows.items[i].words == TOTAL_WORDS_NONE || ++sums > COLUMNS_MOST)
            continue;
        for (size_t column = 1; column < table.column_count; column++)
            read_column(b, &table, i, column);
    }
    for (size_t column = 2; column < table.column_count; column++)
        if (table.columns[column].total)
            read_rows(b, &table, column);
}
