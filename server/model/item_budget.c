/* item_budget.c: what an item says it costs: values, lists and tables, with sums told from parts. */
#include "model/field_entries.h"
#include "model/item_build.h"
#include "model/labels.h"
#include "model/money_cells.h"
#include "model/money_words.h"

#include <string.h>

/* A sum of the others, by the label before it (`named`: the field's own) or the words at it. */
static void mark_total(struct builder *b, struct span entry, bool named, struct moneys *moneys,
                       size_t from)
{
    struct label label;
    bool labelled =
        named || (label_read(b->bytes, entry, &label) &&
                  total_words_of(span_slice(b->bytes, label.words)) != TOTAL_WORDS_NONE);
    for (size_t i = from; i < moneys->len; i++)
        moneys->items[i].total =
            (labelled && i == from) || total_words_of(moneys->items[i].label) != TOTAL_WORDS_NONE;
}

/* ---- tables ------------------------------------------------------------------------------------ */

static bool is_time_header(struct builder *b, struct span text)
{
    struct time_values times = {0};
    struct inlines inlines = builder_inlines_of(b, text);
    time_read(&inlines, b->bytes, b->year, b->scratch, &times);
    return times.len > 0;
}

/* The header's cell over a column, or 0. */
static uint32_t header_of(const struct builder *b, uint32_t row, size_t column)
{
    uint32_t header = block_first_child(b->blocks, b->blocks->v[row].parent);
    uint32_t cell = block_first_child(b->blocks, header);
    for (; cell && column > 0; column--)
        cell = block_next_sibling(b->blocks, cell);
    return cell;
}

/* Of several amounts in a row the one below a word for a total counts; else all where the columns are
 * times, and the first where they are not ("Monthly | Annual", "Planned | Actual"). */
static void read_row(struct builder *b, struct item *item, uint32_t row)
{
    size_t column = 0, from = item->budget.len;
    uint32_t first = block_first_child(b->blocks, row);
    bool times = true;

    if (!first)
        return;
    struct slice name = builder_plain(b, b->blocks->v[first].text);
    for (uint32_t cell = first; cell; cell = block_next_sibling(b->blocks, cell), column++) {
        struct money money;
        uint32_t header = header_of(b, row, column);
        struct slice words =
            header ? builder_plain_scratch(b, b->blocks->v[header].text) : SLICE("");
        bool bare = header && column > 0 && field_key_of(words, b->settings) == FIELD_BUDGET;
        if (money_cell_read(b, b->blocks->v[cell].text, bare, "", 1, &money) != MONEY_CELL_AMOUNT)
            continue;
        money.label = cell == first ? money.label : name;
        if (total_words_of(words) != TOTAL_WORDS_NONE)
            item->budget.len = from;
        else
            times = times && header && is_time_header(b, b->blocks->v[header].text);
        if (item->budget.len == from || times)
            *VEC_PUSH(b->scratch, &item->budget) = money;
    }
    for (size_t i = from; i < item->budget.len; i++)
        item->budget.items[i].total = total_words_of(name) != TOTAL_WORDS_NONE;
}

/* ---- fields ------------------------------------------------------------------------------------ */

/* "Budget: 30K": a number alone, of the configured currency. */
static void read_bare(struct builder *b, struct item *item, struct span text)
{
    struct money money;
    bool certain = false;
    if (!money_bare_read(b, text, &money, &certain) || !certain)
        return;
    if (b->settings->currency.len == 3)
        memcpy(money.currency, b->settings->currency.ptr, 3);
    *VEC_PUSH(b->scratch, &item->budget) = money;
}

/* A sum that stands alone is the amount; of several, those marked are sums of the others. */
static void keep_lone_total(struct moneys *moneys)
{
    size_t parts = 0;
    for (size_t i = 0; i < moneys->len; i++)
        parts += !moneys->items[i].total;
    for (size_t i = 0; parts == 0 && i < moneys->len; i++)
        moneys->items[i].total = i > 0;
}

void item_budget_read(struct builder *b, struct item *item, uint32_t field)
{
    struct field_entries entries;
    struct slice name = span_slice(b->bytes, b->model->fields.items[field].label_span);
    bool named = total_words_of(name) != TOTAL_WORDS_NONE;

    field_entries_read(b, field, &entries);
    for (size_t i = 0; i < entries.len; i++) {
        const struct field_entry *entry = &entries.items[i];
        size_t before = item->budget.len;
        if (entry->source == ENTRY_PARAGRAPH && !field_entry_is_value(&entries, i))
            continue;
        if (entry->source == ENTRY_ROW) {
            read_row(b, item, entry->block);
            continue;
        }
        moneys_read(b, entry->text, &item->budget);
        if (item->budget.len == before && entry->source == ENTRY_VALUE)
            read_bare(b, item, entry->text);
        mark_total(b, entry->text, named && entry->source == ENTRY_VALUE, &item->budget, before);
    }
    keep_lone_total(&item->budget);
}
