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

static bool has_value(const struct item *item, enum field_key key)
{
    switch (key) {
    case FIELD_OWNER:
        return item->owners.len > 0;
    case FIELD_TIMELINE:
        return item->timeline.len > 0;
    case FIELD_BUDGET:
        return item->budget.len > 0;
    case FIELD_SUCCESS_CRITERIA:
        return item->criteria.len > 0;
    case FIELD_BLOCKERS:
        return item->risks.len > 0;
    default:
        return false;
    }
}

struct having items_having(const struct model *model, enum field_key key, struct arena *arena)
{
    struct having having = {arena_array(arena, model->items.len + 1, sizeof(bool)),
                            arena_array(arena, model->items.len + 1, sizeof(uint32_t))};
    for (uint32_t i = 0; i < model->items.len; i++) {
        having.has[i] = has_value(&model->items.items[i], key);
        having.field[i] = NO_INDEX;
    }
    for (uint32_t f = 0; f < model->fields.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (field->key != key || field->item == NO_INDEX || having.field[field->item] != NO_INDEX)
            continue;
        having.has[field->item] = true;
        having.field[field->item] = f;
    }
    return having;
}

struct habit *habits_of(const struct model *model, const struct siblings *siblings,
                        const struct having *having, struct arena *arena)
{
    struct habit *habits = arena_array(arena, siblings->count + 1, sizeof *habits);
    for (uint32_t g = 0; g < siblings->count; g++)
        habits[g].example = NO_INDEX;
    for (uint32_t i = 0; i < model->items.len; i++) {
        struct habit *habit = &habits[siblings->group[i]];
        habit->siblings++;
        habit->having += having->has[i];
        if (habit->example == NO_INDEX && having->field[i] != NO_INDEX)
            habit->example = i;
    }
    return habits;
}

bool habit_is_strong(const struct habit *habit)
{
    return habit->siblings >= HABIT_MIN_ITEMS &&
           (double)habit->having >= HABIT_MIN_SHARE * (double)habit->siblings;
}
