/* order_fields.c: the fields of items in the order that most of their siblings have. */
#include "edits/order_fields.h"

#include <stdlib.h>
#include <string.h>

/* ---- orders alone ------------------------------------------------------------------------------ */

/* Moving fields for one majority may make another one; so many rounds are enough for real plans, and
 * lists that go on changing are left as they were. */
#define MAX_ROUNDS 16

struct pair {
    uint8_t first, second;
    uint32_t margin;
};

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->margin != y->margin)
        return x->margin > y->margin ? -1 : 1;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->second > y->second) - (x->second < y->second);
}

/* Which kinds come before which, as bits: before[k] are those that stand before k. */
static void find_majority(const struct field_order *lists, size_t count,
                          uint32_t before[FIELD_COUNT])
{
    uint32_t votes[FIELD_COUNT][FIELD_COUNT] = {{0}};
    struct pair pairs[FIELD_COUNT * FIELD_COUNT];
    size_t pair_count = 0;
    for (size_t i = 0; i < count; i++)
        for (unsigned x = 0; x < lists[i].len; x++)
            for (unsigned y = x + 1; y < lists[i].len; y++)
                votes[lists[i].keys[x]][lists[i].keys[y]]++;
    for (unsigned a = 0; a < FIELD_COUNT; a++)
        for (unsigned b = 0; b < FIELD_COUNT; b++)
            if (votes[a][b] > votes[b][a])
                pairs[pair_count++] =
                    (struct pair){(uint8_t)a, (uint8_t)b, votes[a][b] - votes[b][a]};
    qsort(pairs, pair_count, sizeof *pairs, compare_pairs);
    memset(before, 0, FIELD_COUNT * sizeof *before);
    for (size_t i = 0; i < pair_count; i++) {
        uint8_t a = pairs[i].first, b = pairs[i].second;
        if (before[a] >> b & 1)
            continue; /* stronger majorities say the contrary */
        uint32_t gained = before[a] | UINT32_C(1) << a;
        for (unsigned k = 0; k < FIELD_COUNT; k++) /* all behind b come behind a too */
            if (k == b || (before[k] >> b & 1))
                before[k] |= gained;
    }
}

/* The first field that nothing left must precede comes next. Gives whether anything moved. */
static bool apply_majority(struct field_order *list, const uint32_t before[FIELD_COUNT])
{
    struct field_order old = *list;
    uint32_t left = 0;
    bool moved = false;
    for (unsigned i = 0; i < old.len; i++)
        left |= UINT32_C(1) << old.keys[i];
    for (unsigned n = 0; n < old.len; n++) {
        unsigned i = 0;
        while (!(left >> old.keys[i] & 1) || (before[old.keys[i]] & left))
            i++;
        moved = moved || i != n;
        list->keys[n] = old.keys[i];
        list->from[n] = old.from[i];
        left &= ~(UINT32_C(1) << old.keys[i]);
    }
    return moved;
}

void order_by_majority(struct field_order *lists, size_t count, struct arena *arena)
{
    _Static_assert(FIELD_COUNT <= 32, "kinds of field are bits");
    struct field_order *original = arena_array(arena, count, sizeof *original);
    bool moved = true;
    for (size_t i = 0; i < count; i++)
        for (uint8_t k = 0; k < lists[i].len; k++)
            lists[i].from[k] = k;
    if (count)
        memcpy(original, lists, count * sizeof *lists);
    for (int round = 0; round < MAX_ROUNDS && moved; round++) {
        uint32_t before[FIELD_COUNT];
        find_majority(lists, count, before);
        moved = false;
        for (size_t i = 0; i < count; i++)
            moved = apply_majority(&lists[i], before) || moved;
    }
    if (moved && count)
        memcpy(lists, original, count * sizeof *lists);
}

/* ---- fields ------------------------------------------------------------------------------------ */

struct part {
    struct span span; /* the field with all below it, without the last line's end */
    enum field_key key;
};

struct parts {
    VEC_MEMBERS(struct part);
};

/* The list that a field is a bullet of; 0 where it is none of its own, or a numbered one. */
static uint32_t list_of(const struct document *document, const struct field *field)
{
    const struct blocks *blocks = &document->blocks;
    uint32_t block = block_enclosing(blocks, block_at(blocks, field->label_span.start), BLOCK_ITEM);
    if (!field->bullet || field->quoted || block == 0 || blocks->v[blocks->v[block].parent].ordered)
        return 0;
    return blocks->v[block].parent;
}

/* The bullets of the list with the item's first field, as parts that can change places: those without a
 * known field go along with the one before them. None where two are of one kind. */
static void find_parts(const struct document *document, const uint32_t *fields, size_t count,
                       struct arena *arena, struct parts *parts)
{
    const struct model *model = document->model;
    uint32_t list = count ? list_of(document, &model->fields.items[fields[0]]) : 0;
    uint32_t seen = 0;
    size_t f = 0;
    for (uint32_t child = list ? block_first_child(&document->blocks, list) : 0; child;
         child = block_next_sibling(&document->blocks, child)) {
        struct span span = document->blocks.v[child].span;
        span.end =
            span.start + (uint32_t)slice_trim_end(span_slice(document->text.bytes, span)).len;
        enum field_key key = FIELD_OTHER;
        for (; f < count && model->fields.items[fields[f]].span.start < span.end; f++)
            if (key == FIELD_OTHER && model->fields.items[fields[f]].label_span.start >= span.start)
                key = model->fields.items[fields[f]].key;
        if (key == FIELD_OTHER) {
            if (parts->len)
                VEC_LAST(parts)->span.end = span.end;
            continue;
        }
        if (seen >> key & 1) {
            parts->len = 0;
            return;
        }
        seen |= UINT32_C(1) << key;
        *VEC_PUSH(arena, parts) = (struct part){span, key};
    }
}

static void put_in_order(const struct document *document, const struct parts *parts,
                         const struct field_order *order, struct arena *arena,
                         struct edit_list *edits)
{
    for (unsigned i = 0; i < order->len; i++) {
        struct slice words = span_slice(document->text.bytes, parts->items[order->from[i]].span);
        if (order->from[i] != i)
            *VEC_PUSH(arena, edits) = text_edit_minimal(
                document->text.bytes, (struct text_edit){parts->items[i].span, words});
    }
}

/* The fields of each item, as the model lists them: item i's are at first[i] … first[i + 1] - 1. */
static uint32_t *fields_by_item(const struct model *model, uint32_t **first, struct arena *arena)
{
    uint32_t *at = *first = arena_array(arena, model->items.len + 2, sizeof **first);
    uint32_t *all = arena_array(arena, model->fields.len, sizeof *all);
    for (size_t f = 0; f < model->fields.len; f++)
        if (model->fields.items[f].item != NO_INDEX && !model->fields.items[f].nested)
            at[model->fields.items[f].item + 2]++;
    for (size_t i = 2; i < model->items.len + 2; i++)
        at[i] += at[i - 1];
    for (uint32_t f = 0; f < model->fields.len; f++)
        if (model->fields.items[f].item != NO_INDEX && !model->fields.items[f].nested)
            all[at[model->fields.items[f].item + 1]++] = f;
    return all;
}

void order_fields(const struct document *document, const uint32_t *group, uint32_t group_count,
                  struct arena *arena, struct edit_list *edits)
{
    const struct model *model = document->model;
    uint32_t *first, *all = fields_by_item(model, &first, arena);
    struct parts *parts = arena_array(arena, model->items.len, sizeof *parts);
    uint32_t *begin = arena_array(arena, group_count + 2, sizeof *begin);
    uint32_t *members = arena_array(arena, model->items.len, sizeof *members);
    struct field_order *lists = arena_array(arena, model->items.len, sizeof *lists);
    for (uint32_t i = 0; i < model->items.len; i++) {
        if (model->items.items[i].source == ITEM_FROM_HEADING)
            find_parts(document, all + first[i], first[i + 1] - first[i], arena, &parts[i]);
        begin[group[i] + 2]++;
    }
    for (uint32_t g = 2; g < group_count + 2; g++)
        begin[g] += begin[g - 1];
    for (uint32_t i = 0; i < model->items.len; i++) {
        uint32_t at = begin[group[i] + 1]++;
        members[at] = i;
        for (size_t p = 0; p < parts[i].len && p < FIELD_COUNT; p++)
            lists[at].keys[lists[at].len++] = (uint8_t)parts[i].items[p].key;
    }
    for (uint32_t g = 0; g < group_count; g++)
        order_by_majority(lists + begin[g], begin[g + 1] - begin[g], arena);
    for (uint32_t at = 0; at < model->items.len; at++)
        put_in_order(document, &parts[members[at]], &lists[at], arena, edits);
    text_edits_sort(edits->items, edits->len);
}
