/* siblings.c: the items a plan's own habits are learnt from. */
#include "rules/siblings.h"

#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

struct group_key { /* zeroed before it is filled, so that padding compares equal */
    enum item_kind kind;
    enum item_source source;
    uint32_t parent, level, above;
};

struct group {
    UT_hash_handle hh;
    struct group_key key;
    uint32_t index;
};

/* Items of a table are siblings within it; sections on the first two levels are siblings wherever they
 * stand, deeper ones under one heading or one item. */
static void fill_key(const struct model *model, const struct item *item, struct group_key *key)
{
    memset(key, 0, sizeof *key);
    key->kind = item->kind;
    key->source = item->source;
    key->parent = item->parent;
    key->above = item->heading;
    if (item->source != ITEM_FROM_HEADING)
        return;
    const struct heading *heading = &model->headings.items[item->heading];
    key->level = heading->level;
    key->above = item->parent != NO_INDEX || heading->level <= 2 ? NO_INDEX : heading->parent;
}

struct siblings siblings_of(const struct model *model, struct arena *arena)
{
    struct siblings siblings = {arena_array(arena, model->items.len + 1, sizeof(uint32_t)), 0};
    struct group *table = NULL;
    for (uint32_t i = 0; i < model->items.len; i++) {
        struct group_key key;
        fill_key(model, &model->items.items[i], &key);
        struct group *group = NULL;
        HASH_FIND(hh, table, &key, sizeof key, group);
        if (!group) {
            group = ARENA_NEW(arena, struct group);
            memcpy(&group->key, &key, sizeof key);
            group->index = siblings.count++;
            HASH_ADD(hh, table, key, sizeof key, group);
        }
        siblings.group[i] = group->index;
    }
    HASH_CLEAR(hh, table);
    return siblings;
}

bool field_is_items_own(const struct model *model, const struct field *field)
{
    if (field->item == NO_INDEX || field->nested || field->quoted)
        return false;
    const struct item *item = &model->items.items[field->item];
    if (item->source != ITEM_FROM_HEADING || field->heading == item->heading)
        return true;
    return field->form == FIELD_FORM_HEADING && field->heading != NO_INDEX &&
           model->headings.items[field->heading].parent == item->heading;
}

static uint32_t keys_of_values(const struct item *item)
{
    uint32_t keys = 0;
    keys |= (uint32_t)(item->owners.len > 0) << FIELD_OWNER;
    keys |= (uint32_t)(item->timeline.len > 0) << FIELD_TIMELINE;
    keys |= (uint32_t)(item->budget.len > 0) << FIELD_BUDGET;
    keys |= (uint32_t)(item->criteria.len > 0) << FIELD_SUCCESS_CRITERIA;
    keys |= (uint32_t)(item->risks.len > 0) << FIELD_BLOCKERS;
    return keys;
}

/* A time in an item's heading that is reversed or on no calendar is a timeline all the same. */
static void count_broken_times(const struct model *model, struct having *having)
{
    for (size_t i = 0; i < model->times.len; i++) {
        const struct time_value *time = &model->times.items[i];
        uint32_t item =
            time->problem == TIME_OK ? NO_INDEX : model_item_at(model, time->where.start);
        if (item == NO_INDEX || model->items.items[item].source != ITEM_FROM_HEADING)
            continue;
        const struct heading *heading = &model->headings.items[model->items.items[item].heading];
        if (span_covers(heading->span, time->where))
            having->keys[item] |= UINT32_C(1) << FIELD_TIMELINE;
    }
}

/* An empty cell in a table's owner column names nobody; other empty cells may well be answers. */
static bool is_empty_owner_cell(const struct field *field)
{
    return field->key == FIELD_OWNER && field->form == FIELD_FORM_COLUMN && field->empty;
}

struct having items_having(const struct model *model, struct arena *arena)
{
    _Static_assert(FIELD_COUNT <= 32, "keys are bits");
    struct having having = {arena_array(arena, model->items.len + 1, sizeof(uint32_t))};
    for (uint32_t i = 0; i < model->items.len; i++)
        having.keys[i] = keys_of_values(&model->items.items[i]);
    count_broken_times(model, &having);
    for (uint32_t f = 0; f < model->fields.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (field->key != FIELD_OTHER && !is_empty_owner_cell(field) &&
            field_is_items_own(model, field))
            having.keys[field->item] |= UINT32_C(1) << field->key;
    }
    return having;
}

bool habit_is_strong(const struct habit *habit)
{
    return habit->siblings >= HABIT_MIN_ITEMS &&
           (double)habit->having >= HABIT_MIN_SHARE * (double)habit->siblings;
}
