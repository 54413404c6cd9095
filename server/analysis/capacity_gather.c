/* capacity_gather.c: what documents say of people's work. */
#include "analysis/capacity_gather.h"

#include "analysis/capacity_items.h"

#include <stdlib.h>

static int compare_keys(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static bool is_asked_for(const struct gathering *g, struct slice key)
{
    return !g->whom || (g->whom->len > 0 && bsearch(&key, g->whom->items, g->whom->len, sizeof key,
                                                    compare_keys) != NULL);
}

static void gather_saying(struct gathering *g, const struct person *person, bool declared)
{
    bool says = person->role.len > 0 || (declared && person->share > 0);
    if (says && is_asked_for(g, person->key))
        *VEC_PUSH(g->arena, &g->sayings) = (struct saying){
            person->key, declared, person->role, declared ? person->share : 0, g->sayings.len};
}

/* Does the plan hang its weeks on a stated start, or count none? Its items without days go with it. */
static bool is_comparable(const struct calendar *calendar, const struct item_days *days,
                          size_t count)
{
    bool counts = false;
    for (size_t i = 0; i < count && !counts; i++)
        counts = days[i].days.from != DATE_NONE && days[i].days.counted;
    return calendar->anchor == CALENDAR_STATED || !counts;
}

static void gather_work(struct gathering *g, const struct document *document, uint32_t index,
                        const struct item_days *days, struct entry like)
{
    const struct item *item = &document->model->items.items[index];
    if (days->days.from != DATE_NONE) {
        like.only = days->days.anchor == CALENDAR_STATED ? NULL : document;
        like.counted = days->days.counted;
    }
    if (g->seen_from && like.only && like.only != g->seen_from)
        return;
    struct item_shares shares = item_shares_of(item);
    for (size_t o = 0; o < item->owners.len && o < ITEM_MAX_OWNERS; o++) {
        const struct person *owner = &item->owners.items[o];
        if (!is_asked_for(g, owner->key) || owner_is_repeated(item, o))
            continue;
        struct entry *entry = VEC_PUSH(g->arena, &g->entries);
        *entry = like;
        entry->key = owner->key;
        entry->work = (struct load_work){.document = document,
                                         .item = index,
                                         .owner = owner,
                                         .from = DATE_NONE,
                                         .to = DATE_NONE,
                                         .coarse = days->coarse};
        entry->work.share = owner_share(&shares, owner, &entry->work.stated);
        if (days->carried)
            continue;
        entry->work.from = days->days.from;
        entry->work.to = days->days.to;
    }
}

void gather(struct gathering *g, const struct document *document)
{
    const struct model *model = document->model;
    const struct settings *settings = workspace_settings(g->ws);
    for (size_t i = 0; i < model->people.len; i++)
        gather_saying(g, &model->people.items[i], true);
    for (size_t i = 0; i < model->items.len; i++)
        for (size_t o = 0; o < model->items.items[i].owners.len; o++)
            gather_saying(g, &model->items.items[i].owners.items[o], false);
    if (!document_carries_load(document) || model->items.len == 0)
        return;
    const struct item_days *days = items_days_of(settings, model, g->arena);
    struct entry like = {.calendar = calendar_of(settings, model)};
    like.counted = !is_comparable(&like.calendar, days, model->items.len);
    like.only = like.counted ? document : NULL;
    like.counted = like.counted || like.calendar.anchor == CALENDAR_STATED;
    for (uint32_t i = 0; i < model->items.len; i++)
        if (days[i].open)
            gather_work(g, document, i, &days[i], like);
}

/* In one load only what can be compared: real days, or one plan's weeks, or its days of no year. */
bool entries_comparable(const struct entry *a, const struct entry *b)
{
    return a->only == b->only && (!a->only || a->counted == b->counted);
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->only != y->only) {
        if (!x->only || !y->only)
            return x->only ? 1 : -1;
        return slice_compare(x->only->path, y->only->path);
    }
    if (!entries_comparable(x, y))
        return x->counted ? -1 : 1;
    int order = slice_compare(x->key, y->key);
    if (order == 0)
        order = slice_compare(x->work.document->path, y->work.document->path);
    return order ? order : x->work.item < y->work.item ? -1 : x->work.item > y->work.item;
}

static int compare_sayings(const void *a, const void *b)
{
    const struct saying *x = a, *y = b;
    int order = slice_compare(x->key, y->key);
    if (order == 0)
        order = (int)y->declared - (int)x->declared;
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

void gather_sort(struct gathering *g)
{
    if (g->entries.len)
        qsort(g->entries.items, g->entries.len, sizeof *g->entries.items, compare_entries);
    if (g->sayings.len)
        qsort(g->sayings.items, g->sayings.len, sizeof *g->sayings.items, compare_sayings);
}

size_t gather_find(const struct gathering *g, struct slice key)
{
    size_t low = 0, high = g->sayings.len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (slice_compare(g->sayings.items[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
