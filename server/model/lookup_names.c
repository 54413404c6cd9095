/* lookup_names.c: finding headings by name: indices sorted by the name, the earlier heading first among
 * equal ones.
 */
#include "model/lookup_build.h"

#include "text/fold.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What headings are sorted by: the offset of a slice in struct heading. */
static struct slice name_of(const struct heading *heading, size_t member)
{
    struct slice name;
    memcpy(&name, (const char *)heading + member, sizeof name);
    return name;
}

/* qsort has no argument for the key: names are sorted as pairs, then only the indices are kept. */
struct named {
    struct slice name;
    uint32_t heading;
};

static int compare_named(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int order = slice_compare(x->name, y->name);
    return order ? order : x->heading < y->heading ? -1 : x->heading > y->heading;
}

static struct named *named_sorted(struct builder *b, size_t member, bool fold, uint32_t *count)
{
    const struct model *model = b->model;
    struct named *named = arena_array(b->scratch, model->headings.len, sizeof *named);

    *count = 0;
    for (uint32_t i = 0; i < model->headings.len; i++) {
        struct slice name = name_of(&model->headings.items[i], member);
        if (name.len)
            named[(*count)++] = (struct named){fold ? fold_case(b->scratch, name) : name, i};
    }
    qsort(named, *count, sizeof *named, compare_named);
    return named;
}

static struct names names_sorted(struct builder *b, size_t member)
{
    struct names names;
    struct named *named = named_sorted(b, member, false, &names.len);

    names.v = arena_array(b->arena, names.len, sizeof *names.v);
    for (uint32_t i = 0; i < names.len; i++)
        names.v[i] = named[i].heading;
    return names;
}

static void sort_ids(struct builder *b, struct model_lookup *lookup)
{
    struct names *ids = &lookup->ids;
    struct named *named = named_sorted(b, offsetof(struct heading, id), true, &ids->len);

    ids->v = arena_array(b->arena, ids->len, sizeof *ids->v);
    lookup->folded_ids = arena_array(b->arena, ids->len, sizeof *lookup->folded_ids);
    for (uint32_t i = 0; i < ids->len; i++) {
        ids->v[i] = named[i].heading;
        lookup->folded_ids[i] = arena_copy(b->arena, named[i].name);
    }
}

/* The first heading of `names` whose member is `name`. */
static uint32_t names_find(const struct model *model, const struct names *names, size_t member,
                           struct slice name)
{
    uint32_t low = 0, high = names->len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (slice_compare(name_of(&model->headings.items[names->v[mid]], member), name) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == names->len ||
        !slice_equal(name_of(&model->headings.items[names->v[low]], member), name))
        return NO_INDEX;
    return names->v[low];
}

/* The first heading of `names` by the folded names that stand parallel to them. */
static uint32_t folded_find(const struct names *names, const struct slice *keys,
                            struct slice folded)
{
    uint32_t low = 0, high = names->len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (slice_compare(keys[mid], folded) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low < names->len && slice_equal(keys[low], folded) ? names->v[low] : NO_INDEX;
}

/* ---- bare anchors and ordinals ---------------------------------------------------------------- */

static struct slice bare_anchor(struct slice anchor)
{
    for (;;) {
        if (slice_starts(anchor, SLICE("-")))
            anchor = slice_from(anchor, 1);
        else if (slice_starts(anchor, SLICE("\xEF\xB8\x8F"))) /* U+FE0F, an emoji's selector */
            anchor = slice_from(anchor, 3);
        else
            return anchor;
    }
}

static void sort_bare(struct builder *b, struct model_lookup *lookup)
{
    const struct model *model = b->model;
    struct named *named = arena_array(b->scratch, model->headings.len, sizeof *named);
    uint32_t count = 0;
    for (uint32_t i = 0; i < model->headings.len; i++) {
        struct slice anchor = model->headings.items[i].anchor;
        struct slice name = fold_case(b->scratch, bare_anchor(anchor));
        if (name.len && !slice_equal(name, anchor)) /* else found among the anchors */
            named[count++] = (struct named){name, i};
    }
    qsort(named, count, sizeof *named, compare_named);
    lookup->bare = (struct names){arena_array(b->arena, count, sizeof *lookup->bare.v), count};
    lookup->bare_anchors = arena_array(b->arena, count, sizeof *lookup->bare_anchors);
    for (uint32_t i = 0; i < count; i++) {
        lookup->bare.v[i] = named[i].heading;
        lookup->bare_anchors[i] = arena_copy(b->arena, named[i].name);
    }
}

static void sort_items(struct builder *b, struct model_lookup *lookup)
{
    const struct model *model = b->model;
    struct named *named = arena_array(b->scratch, model->items.len, sizeof *named);
    uint32_t count = 0;
    for (uint32_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].source == ITEM_FROM_HEADING && model->items.items[i].key.len)
            named[count++] =
                (struct named){model->items.items[i].key, model->items.items[i].heading};
    qsort(named, count, sizeof *named, compare_named);
    lookup->items = (struct names){arena_array(b->arena, count, sizeof *lookup->items.v), count};
    lookup->item_keys = arena_array(b->arena, count, sizeof *lookup->item_keys);
    for (uint32_t i = 0; i < count; i++) {
        lookup->items.v[i] = named[i].heading;
        lookup->item_keys[i] = named[i].name;
    }
}

static void list_sections(struct builder *b, struct model_lookup *lookup)
{
    const struct model *model = b->model;
    uint32_t *sections = arena_array(b->scratch, model->headings.len, sizeof *sections);
    uint32_t count = 0;
    for (uint32_t i = 0; i < model->headings.len; i++) {
        const struct heading *heading = &model->headings.items[i];
        if (heading->nested || heading->level != 2)
            continue;
        if (heading->number.len)
            return;
        sections[count++] = i;
    }
    lookup->sections = (struct names){arena_array(b->arena, count, sizeof *sections), count};
    if (count)
        memcpy(lookup->sections.v, sections, count * sizeof *sections);
}

void lookup_build_names(struct builder *b, struct model_lookup *lookup)
{
    lookup->anchors = names_sorted(b, offsetof(struct heading, anchor));
    lookup->numbers = names_sorted(b, offsetof(struct heading, number));
    lookup->titles = names_sorted(b, offsetof(struct heading, key));
    sort_ids(b, lookup);
    sort_bare(b, lookup);
    sort_items(b, lookup);
    list_sections(b, lookup);
}

uint32_t model_heading_by_anchor(const struct model *model, struct slice anchor)
{
    const struct model_lookup *lookup = model->lookup;
    size_t member = offsetof(struct heading, anchor);
    uint32_t found = names_find(model, &lookup->anchors, member, anchor);

    if (found == NO_INDEX) { /* browsers fold the case of GitHub's anchors */
        struct arena arena;
        struct slice folded;
        arena_init(&arena);
        folded = fold_case(&arena, anchor);
        found = names_find(model, &lookup->anchors, member, folded);
        if (found == NO_INDEX)
            found = folded_find(&lookup->ids, lookup->folded_ids, folded);
        arena_release(&arena);
    }
    return found;
}

uint32_t model_heading_by_number(const struct model *model, struct slice number)
{
    return names_find(model, &model->lookup->numbers, offsetof(struct heading, number), number);
}

uint32_t model_heading_by_title(const struct model *model, struct slice key)
{
    return names_find(model, &model->lookup->titles, offsetof(struct heading, key), key);
}

uint32_t model_heading_by_bare_anchor(const struct model *model, struct slice anchor)
{
    struct arena arena;
    arena_init(&arena);
    struct slice folded = fold_case(&arena, bare_anchor(anchor));
    uint32_t found = NO_INDEX;
    if (folded.len) {
        /* The earlier of the two: NO_INDEX is the largest number. */
        uint32_t as_written =
            names_find(model, &model->lookup->anchors, offsetof(struct heading, anchor), folded);
        found = folded_find(&model->lookup->bare, model->lookup->bare_anchors, folded);
        found = as_written < found ? as_written : found;
    }
    arena_release(&arena);
    return found;
}

uint32_t model_heading_by_item(const struct model *model, struct slice key)
{
    return folded_find(&model->lookup->items, model->lookup->item_keys, key);
}

uint32_t model_heading_by_section(const struct model *model, struct slice number)
{
    const struct names *sections = &model->lookup->sections;
    uint32_t wanted, heading = model_heading_by_number(model, number);
    if (heading != NO_INDEX || !slice_to_u32(number, &wanted) || wanted == 0 ||
        wanted > sections->len)
        return heading;
    return sections->v[wanted - 1];
}
