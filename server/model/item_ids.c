/* item_ids.c: ids that only the siblings show to be ids: "M1 Alpha" beside "M2 Beta".
 *
 * A title like "S3 Storage" or "P1 Payments" alone says nothing: buckets, priorities and products
 * are called so too. Where at least two siblings begin with the same capitals and different numbers,
 * and none of them shares its number, the capitals count work.
 */
#include "model/item_build.h"

#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

#define MOST_LETTERS 4

struct bare_id {
    uint32_t parent; /* item above, with the source: siblings */
    enum item_source source;
    struct slice letters;
    struct slice id;
    uint32_t item;
};

/* "M1", "WP2", "M1.2" at the start of a title, with a space and words behind it. */
static bool read_bare_id(struct slice title, struct bare_id *out)
{
    size_t letters = 0, digits;
    while (letters < title.len && ascii_is_upper(title.ptr[letters]))
        letters++;
    digits = letters;
    while (digits < title.len && (ascii_is_digit(title.ptr[digits]) ||
                                  (title.ptr[digits] == '.' && digits + 1 < title.len &&
                                   ascii_is_digit(title.ptr[digits + 1]))))
        digits++;
    if (!letters || letters > MOST_LETTERS || digits == letters || title.ptr[letters] == '.' ||
        digits + 1 >= title.len || title.ptr[digits] != ' ')
        return false;
    if (letters == 1 && memchr("QVH", title.ptr[0], 3))
        return false; /* a quarter, a version, half a year */
    out->letters = slice_sub(title, 0, letters);
    out->id = slice_sub(title, 0, digits);
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct bare_id *x = a, *y = b;
    int order;
    if (x->parent != y->parent)
        return x->parent < y->parent ? -1 : 1;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    order = slice_compare(x->letters, y->letters);
    if (order == 0)
        order = slice_compare(x->id, y->id);
    return order ? order : x->item < y->item ? -1 : x->item > y->item;
}

static bool is_same_series(const struct bare_id *a, const struct bare_id *b)
{
    return a->parent == b->parent && a->source == b->source && slice_equal(a->letters, b->letters);
}

static void give_ids(struct builder *b, const struct bare_id *series, size_t len)
{
    for (size_t i = 1; i < len; i++)
        if (slice_equal(series[i - 1].id, series[i].id))
            return; /* "P1 …", "P1 …", "P2 …": priorities */
    for (size_t i = 0; i < len && len > 1; i++) {
        struct item *item = &b->model->items.items[series[i].item];
        size_t skipped = series[i].id.len + 1;
        item->id = slice_sub(item->title, 0, series[i].id.len);
        item->title = slice_from(item->title, skipped);
        item->name_span.start += (uint32_t)skipped;
        item->key = builder_keep(b, fold_title(b->scratch, item->title));
    }
}

void item_ids_read(struct builder *b)
{
    VEC(struct bare_id) found = {0};

    for (uint32_t i = 0; i < b->model->items.len; i++) {
        const struct item *item = &b->model->items.items[i];
        struct bare_id id = {.parent = item->parent, .source = item->source, .item = i};
        if (!item->id.len && !item->number.len && read_bare_id(item->title, &id) &&
            slice_starts(span_slice(b->bytes, item->name_span),
                         slice_sub(item->title, 0, id.id.len + 1)))
            *VEC_PUSH(b->scratch, &found) = id;
    }
    if (found.len < 2)
        return;
    qsort(found.items, found.len, sizeof *found.items, compare);
    for (size_t i = 0, end; i < found.len; i = end) {
        for (end = i + 1; end < found.len && is_same_series(&found.items[i], &found.items[end]);)
            end++;
        give_ids(b, &found.items[i], end - i);
    }
}
