/* mentions.c: items that a sentence names by kind and number. */
#include "analysis/mentions.h"

#include <stdlib.h>

struct numbered {
    enum item_kind kind;
    struct slice number;
    uint32_t item;
};

static int compare_names(const struct numbered *x, const struct numbered *y)
{
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return slice_compare(x->number, y->number);
}

static int compare_numbered(const void *a, const void *b)
{
    const struct numbered *x = a, *y = b;
    int order = compare_names(x, y);
    return order ? order : x->item < y->item ? -1 : x->item > y->item;
}

static struct numbered name_of(const struct numbered_items *numbered, size_t place)
{
    uint32_t item = numbered->items[place];
    const struct item *named = &numbered->model->items.items[item];
    return (struct numbered){named->kind, named->number, item};
}

struct numbered_items numbered_items_of(const struct model *model, struct arena *arena)
{
    struct numbered *names = arena_array(arena, model->items.len + 1, sizeof *names);
    struct numbered_items all = {model, NULL, 0};
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->number.len && item->kind != ITEM_OTHER)
            names[all.len++] = (struct numbered){item->kind, item->number, i};
    }
    if (all.len)
        qsort(names, all.len, sizeof *names, compare_numbered);
    all.items = arena_array(arena, all.len + 1, sizeof *all.items);
    for (size_t i = 0; i < all.len; i++)
        all.items[i] = names[i].item;
    return all;
}

/* The first of the items with that name, or all->len. */
static size_t find(const struct numbered_items *all, const struct numbered *name)
{
    size_t low = 0, high = all->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct numbered other = name_of(all, middle);
        if (compare_names(&other, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    struct numbered found;
    if (low == all->len)
        return low;
    found = name_of(all, low);
    return compare_names(&found, name) == 0 ? low : all->len;
}

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* "1", "2b", "3.1" behind a kind word; gives its end, or `at` where there is none. */
static size_t number_end(struct slice text, size_t at)
{
    size_t end = at;
    while (end < text.len &&
           (ascii_is_alnum(text.ptr[end]) ||
            (text.ptr[end] == '.' && end + 1 < text.len && ascii_is_digit(text.ptr[end + 1]))))
        end++;
    return end > at && ascii_is_digit(text.ptr[at]) ? end : at;
}

bool mention_next(const struct numbered_items *numbered, struct slice text, size_t *at,
                  struct mention *out)
{
    for (; numbered->len && *at < text.len; ++*at) {
        size_t start = *at, length;
        if (!is_word_byte(text.ptr[start]) || (start > 0 && is_word_byte(text.ptr[start - 1])))
            continue;
        struct slice rest = slice_from(text, start);
        enum item_kind kind = item_kind_of(rest, &length);
        if (kind == ITEM_OTHER || length == 0)
            continue;
        size_t number = start + length;
        while (number < text.len && (text.ptr[number] == ' ' || text.ptr[number] == '#'))
            number++;
        size_t end = number_end(text, number);
        if (end == number)
            continue;
        struct numbered name = {kind, slice_sub(text, number, end), 0};
        size_t place = find(numbered, &name);
        if (place == numbered->len)
            continue;
        struct numbered next = {ITEM_OTHER, SLICE(""), 0};
        if (place + 1 < numbered->len)
            next = name_of(numbered, place + 1);
        *out =
            (struct mention){numbered->items[place], start, end, compare_names(&next, &name) != 0};
        *at = end;
        return true;
    }
    return false;
}
