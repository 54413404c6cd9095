/* items.c: the plan items of a document: sections, rows of tables of items, listed records, and
 * whole documents whose front matter says so. */
#include "model/fields.h"
#include "model/item_build.h"
#include "model/plan_words.h"

#include <string.h>

static uint32_t add_item(struct builder *b, struct item item, uint32_t block, struct span title,
                         const struct title_parts *parts)
{
    uint32_t index = (uint32_t)b->model->items.len;

    item.kind = item.kind ? item.kind : parts->kind;
    item.id = builder_keep(b, parts->id);
    item.number = builder_keep(b, parts->number);
    item.priority = builder_keep(b, parts->priority);
    item.status = parts->status;
    item.status_text = builder_keep(b, parts->status_text);
    item_title_read(b, &item, title, parts);
    *VEC_PUSH(b->scratch, &b->model->items) = item;
    b->item_of[block] = index;
    return index;
}

/* ---- sections ---------------------------------------------------------------------------------- */

/* A section without the rule (`---`) that only sets it off from the next one. */
static struct span without_last_rule(const struct builder *b, uint32_t section)
{
    struct span span = b->blocks->v[section].span;
    uint32_t last = 0, before = 0;

    for (uint32_t i = block_first_child(b->blocks, section); i;
         i = block_next_sibling(b->blocks, i)) {
        before = last;
        last = i;
    }
    if (before && b->blocks->v[last].kind == BLOCK_BREAK)
        span.end = b->blocks->v[before].span.end;
    return span;
}

static void add_heading_item(struct item_build *build, uint32_t block)
{
    struct builder *b = build->b;
    uint32_t index = b->heading_of[block], section = b->blocks->v[block].parent;
    struct heading *heading = &b->model->headings.items[index];
    const struct heading_item *decided = &build->headings[index];
    struct item item = {
        .kind = decided->kind,
        .source = ITEM_FROM_HEADING,
        .heading = index,
        .parent = b->item_of[section],
        .span = without_last_rule(b, section),
        .anchor = heading->anchor,
    };

    if (!decided->is_item)
        return;
    heading->item = add_item(b, item, section, heading->title_span, &b->titles[index]);
    if (heading->id.len)
        b->model->items.items[heading->item].id = heading->id;
    b->item_of[block] = heading->item;
}

/* ---- rows -------------------------------------------------------------------------------------- */

/* Is there a section that is the same item? Then the row only sums it up. */
static bool is_summary_row(const struct item_build *build, const struct title_parts *parts,
                           enum item_kind kind)
{
    struct builder *b = build->b;
    return item_names_contain(build, item_name_of_title(b, parts)) ||
           (parts->number.len && item_names_contain(build, item_name_of_number(b, kind, parts)));
}

/* The item's cell with its title taken apart; 0 where the row is no item ("Total", an empty cell). */
static uint32_t row_title(const struct item_build *build, const struct item_table *table,
                          uint32_t row, struct title_parts *parts)
{
    const struct builder *b = build->b;
    uint32_t cell = block_first_child(b->blocks, row);
    struct slice title;

    for (uint32_t i = 0; cell && i < table->item_column; i++)
        cell = block_next_sibling(b->blocks, cell);
    if (!cell)
        return 0;
    title = span_slice(b->bytes, b->blocks->v[cell].text);
    title_read(title, b->settings, parts);
    if (!parts->number.len && !parts->id.len && slice_to_u32(parts->whole, &(unsigned){0}))
        parts->number = parts->whole; /* a "Phase" column of bare numbers */
    if (parts->kind != ITEM_OTHER && parts->kind != table->kind &&
        parts->separator == TITLE_NO_SEPARATOR) {
        parts->kind = ITEM_OTHER; /* "Week 4 revenue loop" in a column of milestones */
        parts->number = (struct slice){NULL, 0};
        parts->name = parts->whole;
    }
    return parts->name.len && !slice_starts_nocase(parts->name, SLICE("total")) ? cell : 0;
}

static bool is_summary_table(const struct item_build *build, const struct item_table *table)
{
    uint32_t rows = 0, known = 0;
    struct title_parts parts;

    for (uint32_t row = block_next_sibling(build->b->blocks, table->header); row;
         row = block_next_sibling(build->b->blocks, row)) {
        if (!row_title(build, table, row, &parts))
            continue;
        rows++;
        known += is_summary_row(build, &parts, table->kind);
    }
    return rows == 0 || known > 0;
}

static void add_table_items(struct item_build *build, uint32_t block)
{
    struct builder *b = build->b;
    struct item_table table;

    if (!item_table_read(b, block, &table) || is_summary_table(build, &table))
        return;
    for (uint32_t row = block_next_sibling(b->blocks, table.header); row;
         row = block_next_sibling(b->blocks, row)) {
        struct title_parts parts;
        uint32_t cell = row_title(build, &table, row, &parts);
        struct item item = {
            .source = ITEM_FROM_TABLE,
            .heading = b->heading_of[row],
            .parent = b->item_of[block],
            .span = b->blocks->v[row].span,
        };
        if (!cell)
            continue;
        item.kind = parts.kind != ITEM_OTHER ? parts.kind : table.kind;
        add_item(b, item, row, b->blocks->v[cell].text, &parts);
    }
}

/* ---- listed records ---------------------------------------------------------------------------- */

/* Fields that a listed record has and a bullet of prose has not. */
static bool is_record_key(enum field_key key)
{
    switch (key) {
    case FIELD_OWNER:
    case FIELD_TIMELINE:
    case FIELD_BUDGET:
    case FIELD_EFFORT:
    case FIELD_SUCCESS_CRITERIA:
    case FIELD_BLOCKERS:
    case FIELD_DELIVERABLES:
    case FIELD_DEPENDENCIES:
    case FIELD_PRIORITY:
    case FIELD_STATUS:
        return true;
    default:
        return false;
    }
}

/* Does the block's first line begin with a field's label? Gives the field. */
static uint32_t opening_field(const struct builder *b, uint32_t item)
{
    uint32_t paragraph = block_first_child(b->blocks, item);
    uint32_t line = paragraph ? block_first_child(b->blocks, paragraph) : 0;
    uint32_t field = line && b->blocks->v[line].kind == BLOCK_LINE ? b->field_of[line] : NO_INDEX;

    if (field == NO_INDEX || b->model->fields.items[field].block != line)
        return NO_INDEX;
    return field;
}

/* At least two different fields, one bullet each, right below a list item. */
static bool lists_fields(const struct builder *b, uint32_t item)
{
    bool seen[FIELD_COUNT] = {false};
    uint32_t known = 0;

    for (uint32_t list = block_first_child(b->blocks, item); list;
         list = block_next_sibling(b->blocks, list)) {
        if (b->blocks->v[list].kind != BLOCK_LIST)
            continue;
        for (uint32_t bullet = block_first_child(b->blocks, list); bullet;
             bullet = block_next_sibling(b->blocks, bullet)) {
            uint32_t field = opening_field(b, bullet);
            enum field_key key =
                field == NO_INDEX ? FIELD_OTHER : b->model->fields.items[field].key;
            if (!is_record_key(key) || !span_is_empty(b->blocks->v[bullet].box))
                continue;
            if (seen[key])
                return false;
            seen[key] = true;
            known++;
        }
    }
    return known >= 2;
}

/* The title of `- **Alpha launch**` or `1. **Research:**`: bold, alone on the item's first line. */
static bool record_title(const struct builder *b, uint32_t item, struct span *title)
{
    uint32_t paragraph = block_first_child(b->blocks, item);
    uint32_t line = paragraph ? block_first_child(b->blocks, paragraph) : 0;
    struct slice s, bare;
    size_t length;

    if (!line || b->blocks->v[line].kind != BLOCK_LINE || block_next_sibling(b->blocks, line))
        return false;
    *title = b->blocks->v[line].text;
    s = span_slice(b->bytes, *title);
    bare = title_undecorate(s);
    return slice_contains(s, SLICE("**")) ||
           (bare.len && item_kind_of(bare, &length) != ITEM_OTHER);
}

static void add_list_item(struct item_build *build, uint32_t block)
{
    struct builder *b = build->b;
    struct title_parts parts;
    struct span title;
    struct item item = {
        .source = ITEM_FROM_LIST,
        .heading = b->heading_of[block],
        .parent = b->item_of[b->blocks->v[block].parent],
        .span = b->blocks->v[block].span,
    };
    uint32_t opening = opening_field(b, block);

    if (!span_is_empty(b->blocks->v[block].box) || b->blocks->v[block].level != 1 ||
        (opening != NO_INDEX && b->model->fields.items[opening].key != FIELD_OTHER) ||
        !lists_fields(b, block) || !record_title(b, block, &title))
        return;
    title_read(span_slice(b->bytes, title), b->settings, &parts);
    if (parts.name.len)
        add_item(b, item, block, title, &parts);
}

/* ---- documents --------------------------------------------------------------------------------- */

static const struct yaml_entry *front_matter_entry(const struct model *model, const char *key)
{
    for (uint32_t i = 0; i < model->front_matter.len; i++)
        if (slice_is_nocase(model->front_matter.v[i].key, key) &&
            model->front_matter.v[i].value.len)
            return &model->front_matter.v[i];
    return NULL;
}

/* `type: epic`, or a title and id in a folder of milestones. */
static enum item_kind front_matter_kind(const struct model *model)
{
    static const char *const keys[] = {"type", "kind"};
    struct slice path = model->path;

    for (size_t i = 0; i < 2; i++) {
        const struct yaml_entry *entry = front_matter_entry(model, keys[i]);
        enum item_kind kind = entry ? item_kind_of_word(entry->value) : ITEM_OTHER;
        if (kind != ITEM_OTHER && kind != ITEM_TASK && kind != ITEM_STEP)
            return kind;
    }
    if (front_matter_entry(model, "id") &&
        (slice_starts(path, SLICE("milestones/")) || slice_contains(path, SLICE("/milestones/"))))
        return ITEM_MILESTONE;
    return ITEM_OTHER;
}

/* A document that is one item as a whole, by its front matter. */
static void add_document_item(struct builder *b)
{
    const struct yaml_entry *title = front_matter_entry(b->model, "title");
    const struct yaml_entry *id = front_matter_entry(b->model, "id");
    enum item_kind kind = front_matter_kind(b->model);
    struct title_parts parts;
    struct item item = {
        .kind = kind,
        .source = ITEM_FROM_FRONT_MATTER,
        .heading = NO_INDEX,
        .parent = NO_INDEX,
        .span = b->blocks->v[0].span,
    };

    if (kind == ITEM_OTHER || !title)
        return;
    title_read(span_slice(b->bytes, title->value_span), b->settings, &parts);
    if (!parts.name.len)
        return;
    add_item(b, item, 0, title->value_span, &parts);
    if (id)
        b->model->items.items[0].id = builder_keep(b, id->value);
}

/* ---- fields and their items -------------------------------------------------------------------- */

/* Does what stands below a heading speak for the item: below its own, or below a sub-section that
 * only goes into details? */
static bool heading_speaks_for(const struct builder *b, uint32_t heading, const struct item *item)
{
    const struct heading *headings = b->model->headings.items;

    if (heading == item->heading)
        return true;
    if (heading == NO_INDEX)
        return false;
    if (item->source == ITEM_FROM_FRONT_MATTER && headings[heading].level == 1)
        return true;
    return headings[heading].parent == item->heading &&
           is_overview_title(span_slice(b->bytes, headings[heading].title_span));
}

/* A field below a listed record speaks for it; so does a column for its row. */
static bool speaks_for_item(const struct builder *b, const struct field *field)
{
    const struct item *item = &b->model->items.items[field->item];
    const struct block *v = b->blocks->v;
    uint32_t bullet;

    if (item->source == ITEM_FROM_TABLE)
        return field->form == FIELD_FORM_COLUMN;
    if (item->source != ITEM_FROM_LIST || v[field->block].kind != BLOCK_LINE)
        return !field->nested && heading_speaks_for(b, field->heading, item);
    bullet = v[v[field->block].parent].parent;
    return field->bullet && v[bullet].kind == BLOCK_ITEM && span_is_empty(v[bullet].box) &&
           b->item_of[v[v[bullet].parent].parent] == field->item &&
           v[v[v[bullet].parent].parent].span.start == item->span.start;
}

static void give_fields(struct builder *b)
{
    for (uint32_t i = 0; i < b->model->fields.len; i++) {
        struct field *field = &b->model->fields.items[i];
        uint32_t up = b->field_up.items[i];
        field->item = b->item_of[field->block];
        if (field->item != NO_INDEX)
            field->nested = !speaks_for_item(b, field);
        if (up != NO_INDEX && b->model->fields.items[up].item == field->item &&
            !(field->item != NO_INDEX &&
              b->model->items.items[field->item].source == ITEM_FROM_LIST))
            field->nested = true;
    }
}

void build_items(struct builder *b)
{
    size_t headings = b->model->headings.len;
    struct item_build build = {
        .b = b,
        .facts = arena_array(b->scratch, headings, sizeof *build.facts),
        .headings = arena_array(b->scratch, headings, sizeof *build.headings),
    };

    item_facts_read(&build);
    item_headings_decide(&build);
    add_document_item(b);
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        const struct block *block = &b->blocks->v[i];
        if (b->item_of[i] == NO_INDEX)
            b->item_of[i] = b->item_of[block->parent];
        if (block->kind == BLOCK_HEADING)
            add_heading_item(&build, i);
        else if (block->kind == BLOCK_TABLE)
            add_table_items(&build, i);
        else if (block->kind == BLOCK_ITEM)
            add_list_item(&build, i);
    }
    item_ids_read(b);
    give_fields(b);
    item_values_read(b);
}
