/* tables.c: fields in tables: records of label and value, and tables whose rows are items. */
#include "model/fields.h"

#include "model/plan_words.h"
#include "model/title.h"

static struct slice cell_words(const struct builder *b, uint32_t cell)
{
    return title_undecorate(span_slice(b->bytes, b->blocks->v[cell].text));
}

/* ---- records: `| **Owner** | Alex |` ------------------------------------------------------------ */

static uint32_t cell_count(const struct builder *b, uint32_t row)
{
    uint32_t count = 0;
    for (uint32_t cell = block_first_child(b->blocks, row); cell;
         cell = block_next_sibling(b->blocks, cell))
        count++;
    return count;
}

static bool is_bold(const struct builder *b, uint32_t cell)
{
    struct slice s = span_slice(b->bytes, b->blocks->v[cell].text);
    return s.len > 4 && slice_starts(s, SLICE("**")) && slice_ends(s, SLICE("**"));
}

/* `| **Owner** | Alex |` alone: a bold label and a value. */
static bool is_single_record(const struct builder *b, uint32_t header)
{
    uint32_t cell = block_first_child(b->blocks, header);
    return !block_next_sibling(b->blocks, header) && is_bold(b, cell) &&
           !is_bold(b, block_next_sibling(b->blocks, cell));
}

/* Two columns, and at least two different known labels in the first, or one where it is the only row. */
static bool is_record(struct builder *b, uint32_t table)
{
    bool seen[FIELD_COUNT] = {false};
    uint32_t header = block_first_child(b->blocks, table), known = 0;

    if (!header || cell_count(b, header) != 2)
        return false;
    for (uint32_t row = header; row; row = block_next_sibling(b->blocks, row)) {
        uint32_t cell = block_first_child(b->blocks, row);
        enum field_key key = cell ? field_key_of(cell_words(b, cell), b->settings) : FIELD_OTHER;
        uint32_t value = cell ? block_next_sibling(b->blocks, cell) : 0;
        if (key == FIELD_OTHER || seen[key])
            continue;
        if (row == header && value &&
            field_key_of(cell_words(b, value), b->settings) != FIELD_OTHER)
            return false; /* "Risk | Mitigation": columns, no record */
        seen[key] = true;
        known++;
    }
    return known >= 2 || (known == 1 && is_single_record(b, header));
}

static bool in_section(const struct builder *b, uint32_t table)
{
    uint32_t parent = b->blocks->v[table].parent;
    while (b->blocks->v[parent].kind == BLOCK_QUOTE)
        parent = b->blocks->v[parent].parent;
    return b->blocks->v[parent].kind == BLOCK_SECTION ||
           b->blocks->v[parent].kind == BLOCK_DOCUMENT;
}

static void read_record(struct builder *b, uint32_t table)
{
    uint32_t header = block_first_child(b->blocks, table);

    for (uint32_t row = header; row; row = block_next_sibling(b->blocks, row)) {
        uint32_t cell = block_first_child(b->blocks, row);
        uint32_t value = cell ? block_next_sibling(b->blocks, cell) : 0;
        struct field_label label = {.form = FIELD_FORM_ROW};
        uint32_t index;
        if (!value)
            continue;
        label.key = field_key_of(cell_words(b, cell), b->settings);
        if (label.key == FIELD_OTHER && (row == header || !is_bold(b, cell)))
            continue;
        label.words = span_of(b->bytes, cell_words(b, cell));
        label.span = b->blocks->v[cell].text;
        label.value = b->blocks->v[value].text;
        index = fields_add(b, cell, &label);
        b->field_of[value] = index;
        b->model->fields.items[index].nested = !in_section(b, table);
    }
}

/* ---- tables of items ---------------------------------------------------------------------------- */

/* The kind of thing a column's header names: "Phase", "Milestones"; steps, days and tasks are too
 * common in tables that are no plans. */
static enum item_kind column_kind(struct slice header)
{
    enum item_kind kind = item_kind_of_word(header);

    if (kind == ITEM_OTHER)
        kind = item_kind_of_group(header);
    switch (kind) {
    case ITEM_INITIATIVE:
    case ITEM_WORKSTREAM:
    case ITEM_EPIC:
    case ITEM_PHASE:
    case ITEM_MILESTONE:
    case ITEM_OBJECTIVE:
    case ITEM_SPRINT:
        return kind;
    default:
        return ITEM_OTHER;
    }
}

/* Tasks are items where the table plans them: when each is, and what it waits for. */
static bool plans_tasks(const struct item_table *table)
{
    bool waits = false, timed = false;
    for (uint32_t i = 0; i < table->columns; i++) {
        waits = waits || table->keys[i] == FIELD_DEPENDENCIES;
        timed = timed || table->keys[i] == FIELD_TIMELINE || table->keys[i] == FIELD_START;
    }
    return waits && timed;
}

static bool counts_in_column(enum field_key key)
{
    switch (key) {
    case FIELD_OWNER:
    case FIELD_STATUS:
    case FIELD_TIMELINE:
    case FIELD_BUDGET:
    case FIELD_EFFORT:
    case FIELD_SUCCESS_CRITERIA:
    case FIELD_BLOCKERS:
    case FIELD_DELIVERABLES:
    case FIELD_DEPENDENCIES:
    case FIELD_PRIORITY:
    case FIELD_GOAL:
    case FIELD_SCOPE:
    case FIELD_GATE:
        return true;
    default:
        return false;
    }
}

bool item_table_read(struct builder *b, uint32_t table, struct item_table *out)
{
    uint32_t column = 0, known = 0;
    bool seen[FIELD_COUNT] = {false};

    *out =
        (struct item_table){.header = block_first_child(b->blocks, table), .item_column = NO_INDEX};
    if (!out->header)
        return false;
    for (uint32_t cell = block_first_child(b->blocks, out->header);
         cell && column < TABLE_MAX_COLUMNS; cell = block_next_sibling(b->blocks, cell)) {
        struct slice words = cell_words(b, cell);
        enum item_kind kind = column < 2 ? column_kind(words) : ITEM_OTHER;
        enum field_key key = FIELD_OTHER;
        if (column < 2 && kind == ITEM_OTHER && item_kind_of_word(words) == ITEM_TASK)
            kind = ITEM_TASK;
        if (kind != ITEM_OTHER && out->item_column == NO_INDEX) {
            out->item_column = column;
            out->kind = kind;
        } else {
            key = time_unit_of(words) != TIME_NONE ? FIELD_TIMELINE
                                                   : field_key_of(words, b->settings);
            if (key == FIELD_OTHER && seen[FIELD_START] && is_end_beside_start(words))
                key = FIELD_TIMELINE;
        }
        known += counts_in_column(key) && !seen[key];
        seen[key] = true;
        out->keys[column++] = key;
    }
    out->columns = column;
    return out->item_column != NO_INDEX && known >= 2 && in_section(b, table) &&
           (out->kind != ITEM_TASK || plans_tasks(out));
}

static void read_row(struct builder *b, const struct item_table *table, uint32_t row)
{
    uint32_t column = 0, name = block_first_child(b->blocks, table->header);

    for (uint32_t cell = block_first_child(b->blocks, row); cell && name && column < table->columns;
         cell = block_next_sibling(b->blocks, cell), name = block_next_sibling(b->blocks, name)) {
        enum field_key key = table->keys[column];
        struct field_label label = {.key = key, .form = FIELD_FORM_COLUMN};
        uint32_t index;
        if (column++ == table->item_column || key == FIELD_OTHER)
            continue;
        label.words = span_of(b->bytes, cell_words(b, name));
        label.span = label.value = b->blocks->v[cell].text;
        index = fields_add(b, cell, &label);
        b->model->fields.items[index].nested = true;
    }
}

void fields_read_table(struct builder *b, uint32_t table)
{
    struct item_table items;
    uint32_t header = block_first_child(b->blocks, table);

    for (uint32_t row = header; row; row = block_next_sibling(b->blocks, row))
        b->field_of[row] = b->field_of[table];
    if (item_table_read(b, table, &items)) {
        for (uint32_t row = block_next_sibling(b->blocks, header); row;
             row = block_next_sibling(b->blocks, row))
            read_row(b, &items, row);
    } else if (is_record(b, table)) {
        read_record(b, table);
    }
}
