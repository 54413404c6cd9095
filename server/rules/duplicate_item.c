/* duplicate_item.c: two siblings with one title. */
#include "rules/rule.h"
#include "rules/siblings.h"

#include <stdlib.h>

struct titled {
    struct slice key;
    uint32_t group, item;
};

static int compare_titled(const void *a, const void *b)
{
    const struct titled *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    int order = slice_compare(x->key, y->key);
    if (order)
        return order;
    return x->item < y->item ? -1 : x->item > y->item;
}

static void check_duplicate_item(struct check *check)
{
    const struct model *model = check->model;
    struct siblings siblings = siblings_of(model, check->arena);
    VEC(struct titled) titles = {0};
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->source == ITEM_FROM_HEADING && item->full_key.len)
            *VEC_PUSH(check->arena, &titles) =
                (struct titled){item->full_key, siblings.group[i], i};
    }
    if (titles.len == 0)
        return;
    qsort(titles.items, titles.len, sizeof *titles.items, compare_titled);
    for (size_t i = 1; i < titles.len; i++) {
        const struct titled *one = &titles.items[i - 1], *two = &titles.items[i];
        if (one->group != two->group || !slice_equal(one->key, two->key))
            continue;
        const struct item *first = &model->items.items[one->item];
        const struct item *second = &model->items.items[two->item];
        /* One id twice is duplicate-id's finding. */
        if (second->id.len && slice_equal_nocase(first->id, second->id))
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, second->name_span,
                   "There is another “%.*s” beside it: a task cannot say which one it serves",
                   SLICE_ARG(second->title));
        report_related(check, diagnostic, check->document, first->name_span, "the other one");
    }
}

RULE(duplicate_item) = {
    .name = "duplicate-item",
    .summary = "two siblings have one title",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_duplicate_item,
};
