/* week_columns.c: bare numbers in a column of weeks: "1-4", "5-8", "9". */
#include "model/item_build.h"
#include "model/lexicon.h"

/* What a cell of such a column says. */
struct bare_cell {
    uint32_t field;
    struct span first, second; /* digits; second empty where one number stands alone */
    unsigned from, to;
};

struct bare_cells {
    VEC_MEMBERS(struct bare_cell);
};

static struct span digits_at(struct slice bytes, uint32_t at, uint32_t end)
{
    struct span digits = {at, at};
    while (digits.end < end && ascii_is_digit(bytes.ptr[digits.end]))
        digits.end++;
    return digits;
}

/* "1-4", "1 – 4", "9": nothing else in the cell. */
static bool read_cell(struct slice bytes, struct span cell, struct bare_cell *out)
{
    static const char *const dashes[] = {"-", "–", "—"};
    out->first = digits_at(bytes, cell.start, cell.end);
    out->second = SPAN_NONE;
    if (!slice_to_u32(span_slice(bytes, out->first), &out->from))
        return false;
    out->to = out->from;
    struct slice rest = slice_trim(span_slice(bytes, (struct span){out->first.end, cell.end}));
    if (rest.len == 0)
        return true;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (!slice_starts(rest, slice_of(dashes[i])))
            continue;
        rest = slice_trim(slice_from(rest, slice_of(dashes[i]).len));
        uint32_t start = (uint32_t)(rest.ptr - bytes.ptr);
        out->second = digits_at(bytes, start, cell.end);
        return out->second.end == cell.end &&
               slice_to_u32(span_slice(bytes, out->second), &out->to);
    }
    return false;
}

/* Lengths may stand in such a column as well ("Weeks: 2, 4, 1"). It is a calendar where it begins with
 * week 1 and each row begins behind the one before; and one row holds a range, or the header says that
 * each is one week. */
static bool is_calendar(const struct bare_cells *cells, bool singular)
{
    bool range = false;
    for (size_t i = 0; i < cells->len; i++) {
        const struct bare_cell *cell = &cells->items[i];
        unsigned behind = 1;
        if (i)
            behind =
                1 + (cells->items[i - 1].to > cells->items[i - 1].from ? cells->items[i - 1].to
                                                                       : cells->items[i - 1].from);
        unsigned begins = cell->from < cell->to ? cell->from : cell->to; /* "5-3": ends swapped */
        if (cell->from > 520 || cell->to > 520 || cell->from < behind || (!i && begins != 1))
            return false;
        range = range || cell->to > cell->from;
    }
    return cells->len >= 2 && (range || singular);
}

static uint32_t table_of(const struct builder *b, const struct field *field)
{
    return b->blocks->v[b->blocks->v[field->block].parent].parent;
}

static bool is_week_column(const struct field *field)
{
    return field->form == FIELD_FORM_COLUMN && field->key == FIELD_TIMELINE &&
           field->item != NO_INDEX && !field->nested && time_unit_of(field->label) == TIME_WEEK;
}

static void add_times(struct builder *b, const struct bare_cells *cells)
{
    for (size_t i = 0; i < cells->len; i++) {
        const struct bare_cell *cell = &cells->items[i];
        const struct field *field = &b->model->fields.items[cell->field];
        struct item *item = &b->model->items.items[field->item];
        struct timeline_entry *entry = VEC_PUSH(b->scratch, &item->timeline);
        *entry = (struct timeline_entry){.where = field->value};
        entry->time.where = field->value;
        entry->time.kind = TIME_SPAN;
        entry->time.from = (struct time_point){TIME_WEEK, (int32_t)cell->from};
        entry->time.to = (struct time_point){TIME_WEEK, (int32_t)cell->to};
        entry->time.first = cell->first;
        entry->time.second = cell->second;
        if (cell->to < cell->from)
            entry->time.problem = TIME_REVERSED;
        *VEC_PUSH(b->scratch, &b->week_cells) = entry->time;
        entry->text = builder_copy(b, field->value);
        entry->label = SLICE("");
    }
}

void week_columns_read(struct builder *b)
{
    const struct model *model = b->model;
    for (uint32_t i = 0; i < model->fields.len;) {
        struct bare_cells cells = {0};
        bool bare = true;
        if (!is_week_column(&model->fields.items[i])) {
            i++;
            continue;
        }
        uint32_t table = table_of(b, &model->fields.items[i]);
        bool singular =
            !(lexicon_look_up(lexicon_units, model->fields.items[i].label) & UNIT_PLURAL);
        for (; i < model->fields.len && model->fields.items[i].form == FIELD_FORM_COLUMN &&
               table_of(b, &model->fields.items[i]) == table;
             i++) {
            const struct field *field = &model->fields.items[i];
            struct bare_cell cell = {.field = i};
            if (!is_week_column(field) || span_is_empty(field->value))
                continue;
            bare = bare && read_cell(b->bytes, field->value, &cell);
            *VEC_PUSH(b->scratch, &cells) = cell;
        }
        if (bare && is_calendar(&cells, singular))
            add_times(b, &cells);
    }
}
