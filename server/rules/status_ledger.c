/* status_ledger.c: states said twice: which contradict, and a table's rows against the sections they stand
 * for. */
#include "rules/status_ledger.h"

#include "model/title.h"
#include "text/fold.h"

#include <stdlib.h>

/* ---- which states contradict ------------------------------------------------------------------ */

/* States that say nothing of the work: a document may be a draft of what is long done. */
static bool is_of_document(struct slice text)
{
    static const char *const words[] = {"approved", "accepted", "ready",   "draft", "planned",
                                        "proposed", "active",   "ongoing", "live",  "current",
                                        "concept",  "idea",     "final"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(text, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

static bool is_clearly_open(enum status status, struct slice text)
{
    return (status == STATUS_TODO || status == STATUS_DOING || status == STATUS_BLOCKED ||
            status == STATUS_DEFERRED) &&
           !is_of_document(text);
}

bool states_contradict(enum status a, struct slice a_text, enum status b, struct slice b_text)
{
    return (a == STATUS_DONE && is_clearly_open(b, b_text)) ||
           (b == STATUS_DONE && is_clearly_open(a, a_text));
}

/* ---- what sections are called ------------------------------------------------------------------ */

struct named_section {
    struct slice name; /* "phase 1", an id, a title's key */
    uint32_t item;
};

struct named_sections {
    VEC_MEMBERS(struct named_section);
};

static int compare_sections(const void *a, const void *b)
{
    const struct named_section *x = a, *y = b;
    int order = slice_compare(x->name, y->name);
    if (order)
        return order;
    return x->item < y->item ? -1 : x->item > y->item;
}

static struct slice numbered_name(struct check *check, enum item_kind kind, struct slice number)
{
    if (kind == ITEM_OTHER || number.len == 0)
        return SLICE("");
    return slice_of(arena_printf(check->arena, "%s %.*s", item_kind_name(kind), SLICE_ARG(number)));
}

/* One word is too little to be sure that it means the section: "Testing". */
static bool is_telling(struct slice key)
{
    return slice_find_byte(key, ' ') != SLICE_NONE;
}

static void add_name(struct check *check, struct named_sections *sections, struct slice name,
                     uint32_t item)
{
    if (name.len)
        *VEC_PUSH(check->arena, sections) = (struct named_section){name, item};
}

static struct named_sections sections_of(struct check *check)
{
    const struct model *model = check->model;
    struct named_sections sections = {0};
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->source != ITEM_FROM_HEADING)
            continue;
        add_name(check, &sections, numbered_name(check, item->kind, item->number), i);
        add_name(check, &sections, fold_case(check->arena, item->id), i);
        if (is_telling(item->key))
            add_name(check, &sections, item->key, i);
    }
    if (sections.len)
        qsort(sections.items, sections.len, sizeof *sections.items, compare_sections);
    return sections;
}

/* The one item of that name, or NULL. */
static const struct item *section_named(const struct check *check,
                                        const struct named_sections *sections, struct slice name)
{
    size_t low = 0, high = sections->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(sections->items[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (name.len == 0 || low == sections->len || !slice_equal(sections->items[low].name, name))
        return NULL;
    const struct named_section *found = &sections->items[low];
    for (size_t i = low + 1; i < sections->len && slice_equal(sections->items[i].name, name); i++)
        if (sections->items[i].item != found->item)
            return NULL;
    return &check->model->items.items[found->item];
}

/* What a row's first cell names: kind and number before an id before a title. */
static const struct item *section_of_row(struct check *check, const struct named_sections *sections,
                                         struct slice cell)
{
    struct title_parts parts = {0};
    title_read(cell, check->settings, &parts);
    const struct item *item =
        section_named(check, sections, numbered_name(check, parts.kind, parts.number));
    if (!item && parts.id.len)
        item = section_named(check, sections, fold_case(check->arena, parts.id));
    struct slice key = fold_title(check->arena, parts.name);
    return item || !is_telling(key) ? item : section_named(check, sections, key);
}

/* ---- tables ----------------------------------------------------------------------------------- */

static uint32_t cell_at(const struct blocks *blocks, uint32_t row, uint32_t column)
{
    uint32_t cell = block_first_child(blocks, row);
    while (cell && column--)
        cell = block_next_sibling(blocks, cell);
    return cell;
}

/* The column of states, 1 or more; 0 where none is headed so. */
static uint32_t status_column(const struct check *check, uint32_t table)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t column = 0;
    for (uint32_t cell = block_first_child(blocks, block_first_child(blocks, table)); cell;
         cell = block_next_sibling(blocks, cell), column++)
        if (field_key_of(title_undecorate(span_slice(check->text, blocks->v[cell].text)),
                         check->settings) == FIELD_STATUS)
            return column;
    return 0;
}

static void check_row(struct check *check, const struct named_sections *sections, uint32_t row,
                      uint32_t column)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t first = cell_at(blocks, row, 0), state = cell_at(blocks, row, column);
    if (!first || !state)
        return;
    struct slice text = span_slice(check->text, blocks->v[state].text);
    const struct item *item =
        section_of_row(check, sections, span_slice(check->text, blocks->v[first].text));
    if (!item || !states_contradict(status_read(text), text, item->status, item->status_text))
        return;
    struct planls_diagnostic *diagnostic =
        report(check, blocks->v[state].text, "“%.*s” in this table, and “%.*s” in the section",
               SLICE_ARG(text), SLICE_ARG(slice_trim(item->status_text)));
    report_related(check, diagnostic, check->document, item->name_span, "the section");
}

void status_ledgers_check(struct check *check)
{
    const struct blocks *blocks = &check->document->blocks;
    struct named_sections sections = {0};
    bool read = false;
    for (uint32_t table = 1; table < blocks->len; table++) {
        uint32_t column = blocks->v[table].kind == BLOCK_TABLE ? status_column(check, table) : 0;
        if (column == 0)
            continue;
        if (!read)
            sections = sections_of(check);
        read = true;
        uint32_t row = block_first_child(blocks, table);
        while (sections.len && (row = block_next_sibling(blocks, row)))
            check_row(check, &sections, row, column);
    }
}
