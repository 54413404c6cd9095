/* lookup.c: finding things of a model by offset, by name and by key.
 *
 * By offset: everything of one sort is sorted by start, and each entry knows the entry it lies in
 * (`up`), so the innermost one at an offset is a binary search and a short climb. By name: indices
 * sorted by the name, the earlier heading first among equal ones.
 */
#include "model/builder.h"

#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

struct extent {
    struct span span;
    uint32_t index; /* in the model's vector */
    uint32_t up;    /* in this list */
};

struct extents {
    struct extent *v;
    uint32_t len;
};

struct name {
    struct slice name;
    uint32_t heading;
};

struct names {
    struct name *v;
    uint32_t len;
};

/* A field that says something of its item, by item and key. */
struct said {
    uint32_t item;
    uint32_t key;
    uint32_t field;
};

struct model_lookup {
    struct said *said;
    uint32_t said_count;
    struct extents items, tasks, fields, headings, references;
    struct names anchors, numbers, titles;
};

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

static int compare_names(const void *a, const void *b)
{
    const struct name *x = a, *y = b;
    int order = slice_compare(x->name, y->name);
    return order ? order : x->heading < y->heading ? -1 : x->heading > y->heading;
}

static void names_add(struct names *names, struct slice name, uint32_t heading)
{
    if (name.len)
        names->v[names->len++] = (struct name){name, heading};
}

static uint32_t names_find(const struct names *names, struct slice name)
{
    uint32_t low = 0, high = names->len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (slice_compare(names->v[mid].name, name) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low < names->len && slice_equal(names->v[low].name, name) ? names->v[low].heading
                                                                     : NO_INDEX;
}

static void names_sort(struct names *names)
{
    qsort(names->v, names->len, sizeof *names->v, compare_names);
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
    size_t headings = model->headings.len;

    EXTENTS(b, &lookup->items, &model->items, model->items.items[i_].span);
    EXTENTS(b, &lookup->tasks, &model->tasks, model->tasks.items[i_].span);
    EXTENTS(b, &lookup->fields, &model->fields, field_extent(&model->fields.items[i_]));
    EXTENTS(b, &lookup->headings, &model->headings, model->headings.items[i_].section);
    EXTENTS(b, &lookup->references, &model->references, model->references.items[i_].span);

    lookup->anchors.v = arena_array(b->arena, headings * 2, sizeof *lookup->anchors.v);
    lookup->numbers.v = arena_array(b->arena, headings, sizeof *lookup->numbers.v);
    lookup->titles.v = arena_array(b->arena, headings, sizeof *lookup->titles.v);
    for (uint32_t i = 0; i < headings; i++) {
        const struct heading *heading = &model->headings.items[i];
        struct slice id = fold_case(b->arena, heading->id);
        names_add(&lookup->anchors, heading->anchor, i);
        if (!slice_equal(id, heading->anchor))
            names_add(&lookup->anchors, id, i);
        names_add(&lookup->numbers, heading->number, i);
        names_add(&lookup->titles, heading->key, i);
    }
    names_sort(&lookup->anchors);
    names_sort(&lookup->numbers);
    names_sort(&lookup->titles);
    link_fields(b, lookup);
    model->lookup = lookup;
}

uint32_t model_item_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->items, offset);
}

uint32_t model_task_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->tasks, offset);
}

uint32_t model_field_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->fields, offset);
}

uint32_t model_heading_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->headings, offset);
}

uint32_t model_reference_at(const struct model *model, uint32_t offset)
{
    return extents_at(&model->lookup->references, offset);
}

uint32_t model_heading_by_anchor(const struct model *model, struct slice anchor)
{
    uint32_t found = names_find(&model->lookup->anchors, anchor);
    if (found == NO_INDEX) { /* browsers fold the case of GitHub's anchors */
        struct arena arena;
        arena_init(&arena);
        found = names_find(&model->lookup->anchors, fold_case(&arena, anchor));
        arena_release(&arena);
    }
    return found;
}

uint32_t model_heading_by_number(const struct model *model, struct slice number)
{
    return names_find(&model->lookup->numbers, number);
}

uint32_t model_heading_by_title(const struct model *model, struct slice key)
{
    return names_find(&model->lookup->titles, key);
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
