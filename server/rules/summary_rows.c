/* summary_rows.c: rows of a table that sum up sections of the same document. */
#include "rules/summary_rows.h"

#include "text/fold.h"

#include <stdlib.h>

struct named_item {
    struct slice name;
    uint32_t item;
};

struct named_items {
    VEC_MEMBERS(struct named_item);
};

static int compare(const void *a, const void *b)
{
    const struct named_item *x = a, *y = b;
    int order = slice_compare(x->name, y->name);
    if (order)
        return order;
    return x->item < y->item ? -1 : x->item > y->item;
}

static void add_name(struct check *check, struct named_items *names, struct slice name,
                     uint32_t item)
{
    if (name.len)
        *VEC_PUSH(check->arena, names) = (struct named_item){name, item};
}

/* "phase 2: build" of "phase 2: build (weeks 3-5)", and "build". */
static struct named_items names_of_sections(struct check *check)
{
    const struct model *model = check->model;
    struct named_items names = {0};
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        size_t paren = slice_find(item->full_key, SLICE(" ("));
        if (item->source != ITEM_FROM_HEADING)
            continue;
        add_name(check, &names, item->key, i);
        add_name(check, &names, slice_sub(item->full_key, 0, paren), i);
    }
    if (names.len)
        qsort(names.items, names.len, sizeof *names.items, compare);
    return names;
}

/* The one item of that name, or NO_INDEX. */
static uint32_t find_name(const struct named_items *names, struct slice name)
{
    size_t low = 0, high = names->len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (slice_compare(names->items[mid].name, name) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == names->len || !slice_equal(names->items[low].name, name))
        return NO_INDEX;
    uint32_t item = names->items[low].item;
    for (; low < names->len && slice_equal(names->items[low].name, name); low++)
        if (names->items[low].item != item)
            return NO_INDEX;
    return item;
}

#define NAME_COLUMNS 2 /* a name stands first, or behind a number */

static uint32_t item_of_row(struct check *check, const struct named_items *names, uint32_t row)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t cell = block_first_child(blocks, row);
    for (int column = 0; cell && column < NAME_COLUMNS; column++) {
        struct slice text = span_slice(check->text, blocks->v[cell].text);
        uint32_t item = find_name(names, fold_title(check->arena, text));
        if (text.len && item != NO_INDEX)
            return item;
        cell = block_next_sibling(blocks, cell);
    }
    return NO_INDEX;
}

/* The only time in a cell, or NULL; *next moves on to it. */
static const struct time_value *time_of_cell(const struct model *model, struct span cell,
                                             size_t *next)
{
    const struct time_values *times = &model->times;
    while (*next < times->len && times->items[*next].where.start < cell.start)
        (*next)++;
    if (*next >= times->len || times->items[*next].where.start >= cell.end)
        return NULL;
    bool more = *next + 1 < times->len && times->items[*next + 1].where.start < cell.end;
    return more ? NULL : &times->items[*next];
}

void summary_rows_visit(struct check *check, void (*visit)(struct check *check, uint32_t item,
                                                           const struct time_value *time))
{
    const struct model *model = check->model;
    struct named_items names = {0};
    size_t next = 0;
    if (!check->document->loaded || model->items.len == 0)
        return;
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->form != FIELD_FORM_COLUMN || field->key != FIELD_TIMELINE)
            continue;
        const struct time_value *time = time_of_cell(model, field->value, &next);
        if (!time)
            continue;
        if (names.len == 0)
            names = names_of_sections(check);
        uint32_t item = item_of_row(check, &names, check->document->blocks.v[field->block].parent);
        if (item != NO_INDEX)
            visit(check, item, time);
    }
}
