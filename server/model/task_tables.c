/* task_tables.c: tables whose rows are tasks because one column holds boxes or signs of state. */
#include "model/labels.h"
#include "model/task_build.h"
#include "model/task_words.h"

#define COLUMNS_MAX    24
#define STATE_CELL_MAX 48 /* bytes: the sign and a few words ("⬜ Pending (config)") */

struct column {
    uint32_t filled, states, open, boxes, named; /* open: empty boxes */
};

/* The mark that fills a cell; false where the cell is something else. */
static bool cell_state(const struct builder *b, struct span text, struct task_mark *mark,
                       enum emoji_state *state)
{
    if (text.end - text.start > STATE_CELL_MAX)
        return false;
    if (task_mark_box(b->bytes, text, mark)) {
        *state = mark->done ? EMOJI_DONE : EMOJI_BOX;
        return mark->plain && mark->source == TASK_FROM_BOX;
    }
    *state = task_mark_emoji(b->bytes, text, mark);
    return *state != EMOJI_NONE;
}

static void count_row(const struct builder *b, uint32_t row, struct column columns[COLUMNS_MAX])
{
    uint32_t c = 0;
    for (uint32_t cell = block_first_child(b->blocks, row); cell && c < COLUMNS_MAX;
         cell = block_next_sibling(b->blocks, cell), c++) {
        struct span text = b->blocks->v[cell].text;
        struct task_mark mark;
        enum emoji_state state;
        if (span_is_empty(text))
            continue;
        columns[c].filled++;
        if (cell_state(b, text, &mark, &state)) {
            columns[c].states++;
            columns[c].open += state == EMOJI_BOX;
            columns[c].boxes += mark.source == TASK_FROM_BOX;
        } else {
            struct slice words = span_slice(b->bytes, span_unmarked(b->bytes, text));
            enum status status = words.len <= 24 ? status_of(words) : STATUS_UNKNOWN;
            columns[c].named += status != STATUS_UNKNOWN && status != STATUS_NONE;
        }
    }
}

/* The one column that holds nothing but states, one of them an empty box; COLUMNS_MAX where there is
 * none or the table is a matrix of them. A table that names states beside its signs is a legend. */
static uint32_t find_state_column(const struct column columns[COLUMNS_MAX], uint32_t rows)
{
    uint32_t found = COLUMNS_MAX;
    for (uint32_t c = 0; c < COLUMNS_MAX; c++) {
        if (columns[c].named * 2 > rows)
            return COLUMNS_MAX;
        if (columns[c].states == 0)
            continue;
        if (found != COLUMNS_MAX)
            return COLUMNS_MAX;
        found = c;
    }
    if (found == COLUMNS_MAX)
        return found;
    const struct column *column = &columns[found];
    bool all = column->states == column->filled && column->open;
    return all && (column->boxes || column->filled > 1) ? found : COLUMNS_MAX;
}

static uint32_t cell_at(const struct builder *b, uint32_t row, uint32_t column)
{
    uint32_t cell = block_first_child(b->blocks, row);
    for (uint32_t c = 0; cell && c < column; c++)
        cell = block_next_sibling(b->blocks, cell);
    return cell;
}

/* Words that can be a title: neither empty, nor a number, nor nothing but an id. */
static bool is_title_cell(const struct builder *b, uint32_t cell)
{
    if (!cell || span_is_empty(b->blocks->v[cell].text))
        return false;
    struct span text = b->blocks->v[cell].text;
    bool certain;
    unsigned number;
    return !slice_to_u32(span_slice(b->bytes, text), &number) &&
           !span_equal(task_id_at(b->bytes, text, DIALECT_GITHUB, &certain), text);
}

/* The column of titles: by its header, else the first with words that is not the states'. */
static uint32_t find_title_column(const struct builder *b, uint32_t header, uint32_t row,
                                  uint32_t state_column)
{
    for (int by_header = 1; by_header >= 0; by_header--) {
        uint32_t head = block_first_child(b->blocks, header);
        uint32_t cell = block_first_child(b->blocks, row);
        for (uint32_t c = 0; cell && head; c++) {
            struct span words = span_unmarked(b->bytes, b->blocks->v[head].text);
            bool named = !by_header || is_task_column(span_slice(b->bytes, words));
            if (c != state_column && named && is_title_cell(b, cell))
                return c;
            head = block_next_sibling(b->blocks, head);
            cell = block_next_sibling(b->blocks, cell);
        }
    }
    return COLUMNS_MAX;
}

static void add_row(struct task_maker *maker, uint32_t row, uint32_t state_column,
                    uint32_t title_column)
{
    const struct builder *b = maker->b;
    uint32_t state_cell = cell_at(b, row, state_column);
    uint32_t title_cell = cell_at(b, row, title_column);
    struct task_mark mark;
    enum emoji_state state;
    if (!state_cell || !title_cell || span_is_empty(b->blocks->v[title_cell].text) ||
        !cell_state(b, b->blocks->v[state_cell].text, &mark, &state))
        return;
    mark.source = TASK_FROM_CELL;
    mark.state = b->blocks->v[state_cell].text;
    struct task_draft *draft = draft_add(maker, row, mark);
    draft->span = b->blocks->v[row].span;
    draft->text = b->blocks->v[title_cell].text;
    if (title_column > 0 && state_column != 0) {
        struct span first = b->blocks->v[cell_at(b, row, 0)].text;
        bool certain;
        struct span id = task_id_at(b->bytes, first, DIALECT_GITHUB, &certain);
        if (span_equal(id, first))
            draft->id = id;
    }
}

void drafts_of_table(struct task_maker *maker, uint32_t table)
{
    const struct builder *b = maker->b;
    uint32_t header = block_first_child(b->blocks, table);
    uint32_t first = header ? block_next_sibling(b->blocks, header) : 0;
    if (!first || block_enclosing(b->blocks, table, BLOCK_QUOTE))
        return;
    struct column columns[COLUMNS_MAX] = {0};
    uint32_t rows = 0;
    for (uint32_t row = first; row; row = block_next_sibling(b->blocks, row), rows++)
        count_row(b, row, columns);
    uint32_t state_column = find_state_column(columns, rows);
    if (state_column == COLUMNS_MAX)
        return;
    uint32_t title_column = find_title_column(b, header, first, state_column);
    if (title_column == COLUMNS_MAX)
        return;
    for (uint32_t row = first; row; row = block_next_sibling(b->blocks, row))
        add_row(maker, row, state_column, title_column);
}
