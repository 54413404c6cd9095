/* lookup.c: finding things of a model by offset and fields by key; names are in lookup_names.c.
 *
 * By offset: everything of one sort is sorted by start, and each entry knows the entry it lies in
 * (`up`), so the innermost one at an offset is a binary search and a short climb. Headings and items
 * stand in that order already and know their parents.
 */
#include "model/lookup_build.h"

#include <stdlib.h>

static int compare_extents(const void *a, const void *b)
{
    const struct extent *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* Sorts where needed and finds for each the one it lies in. What only overlaps counts as inside:
 * the climb checks the offset itself. */
static void extents_link(struct extents *list)
{
    for (uint32_t i = 1; i < list->len; i++)
        if (compare_extents(&list->v[i - 1], &list->v[i]) > 0) {
            qsort(list->v, list->len, sizeof *list->v, compare_extents);
            break;
        }
    for (uint32_t i = 0; i < list->len; i++) {
        uint32_t up = i ? i - 1 : NO_INDEX;
        while (up != NO_INDEX && list->v[up].span.end <= list->v[i].span.start)
            up = list->v[up].up;
        list->v[i].up = up;
    }
}

static uint32_t extents_at(const struct extents *list, uint32_t offset)
{
    uint32_t low = 0, high = list->len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (list->v[mid].span.start <= offset)
            low = mid + 1;
        else
            high = mid;
    }
    for (uint32_t i = low ? low - 1 : NO_INDEX; i != NO_INDEX; i = list->v[i].up)
        if (span_touches(list->v[i].span, offset))
            return list->v[i].index;
    return NO_INDEX;
}

#define EXTENTS(b, out, vec, expression)                                                           \
    do {                                                                                           \
        (out)->len = (uint32_t)(vec)->len;                                                         \
        (out)->v = arena_array((b)->arena, (vec)->len, sizeof *(out)->v);                          \
        for (uint32_t i_ = 0; i_ < (out)->len; i_++)                                               \
            (out)->v[i_] = (struct extent){(expression), i_, NO_INDEX};                            \
        extents_link(out);                                                                         \
    } while (0)

static struct span field_extent(const struct field *field)
{
    struct span extent = field->span;
    if (field->body.end > extent.end)
        extent.end = field->body.end;
    return extent;
}

static int compare_said(const void *a, const void *b)
{
    const struct said *x = a, *y = b;
    if (x->item != y->item)
        return x->item < y->item ? -1 : 1;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->field < y->field ? -1 : x->field > y->field;
}

static void link_fields(struct builder *b, struct model_lookup *lookup)
{
    const struct model *model = b->model;
    lookup->said = arena_array(b->arena, model->fields.len, sizeof *lookup->said);
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (!field->nested && field->key != FIELD_OTHER)
            lookup->said[lookup->said_count++] = (struct said){field->item, field->key, i};
    }
    qsort(lookup->said, lookup->said_count, sizeof *lookup->said, compare_said);
}

void build_lookup(struct builder *b)
{
    struct model *model = b->model;
    struct model_lookup *lookup = ARENA_NEW(b->arena, struct model_lookup);

    EXTENTS(b, &lookup->tasks, &model->tasks, model->tasks.items[i_].span);
    EXTENTS(b, &lookup->fields, &model->fields, field_extent(&model->fields.items[i_]));
    EXTENTS(b, &lookup->references, &model->references, model->references.items[i_].span);
    lookup_build_names(b, lookup);
    link_fields(b, lookup);
    model->lookup = lookup;
}

uint32_t model_item_at(const struct model *model, uint32_t offset)
{
    uint32_t low = 0, high = (uint32_t)model->items.len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (model->items.items[mid].span.start <= offset)
            low = mid + 1;
        else
            high = mid;
    }
    for (uint32_t i = low ? low - 1 : NO_INDEX; i != NO_INDEX; i = model->items.items[i].parent)
        if (span_touches(model->items.items[i].span, offset))
            return i;
    return NO_INDEX;
}

uint32_t model_heading_at(const struct model *model, uint32_t offset)
{
    uint32_t low = 0, high = (uint32_t)model->headings.len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (model->headings.items[mid].section.start <= offset)
            low = mid + 1;
        else
            high = mid;
    }
    for (uint32_t i = low ? low - 1 : NO_INDEX; i != NO_INDEX; i = model->headings.items[i].parent)
        if (span_touches(model->headings.items[i].section, offset))
            return i;
    return NO_INDEX;
}

uint32_t model_task_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->tasks, offset);
}

uint32_t model_field_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->fields, offset);
}

uint32_t model_reference_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->references, offset);
}

uint32_t model_time_from(const struct model *model, uint32_t offset)
{
    return (uint32_t)SPANS_FROM(model->times, where, offset);
}

const struct time_value *model_time_in(const struct model *model, struct span span)
{
    uint32_t first = model_time_from(model, span.start);
    return first < model->times.len && model->times.items[first].where.start < span.end
               ? &model->times.items[first]
               : NULL;
}

uint32_t model_field_of(const struct model *model, uint32_t item, enum field_key key)
{
    const struct model_lookup *lookup = model->lookup;
    struct said wanted = {item, key, 0};
    uint32_t low = 0, high = lookup->said_count;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (compare_said(&lookup->said[mid], &wanted) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == lookup->said_count || lookup->said[low].item != item ||
        lookup->said[low].key != (uint32_t)key)
        return NO_INDEX;
    return lookup->said[low].field;
}
