/* item_names.c: by which names sections and rows of tables are seen to be the same item. */
#include "model/item_build.h"

#include "text/fold.h"

#include <stdlib.h>

struct slice item_name_of_title(struct builder *b, const struct title_parts *parts)
{
    return fold_title(b->scratch, parts->name);
}

struct slice item_name_of_number(struct builder *b, enum item_kind kind,
                                 const struct title_parts *parts)
{
    return slice_of(
        arena_printf(b->scratch, "%s #%.*s", item_kind_name(kind), SLICE_ARG(parts->number)));
}

static int compare(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

void item_names_collect(struct item_build *build)
{
    size_t headings = build->b->model->headings.len;

    build->names = arena_array(build->b->scratch, headings * 2, sizeof *build->names);
    for (size_t i = 0; i < headings; i++) {
        const struct heading_item *item = &build->headings[i];
        const struct title_parts *parts = &build->b->titles[i];
        if (!item->is_item)
            continue;
        build->names[build->name_count++] = item_name_of_title(build->b, parts);
        if (parts->number.len)
            build->names[build->name_count++] = item_name_of_number(build->b, item->kind, parts);
    }
    qsort(build->names, build->name_count, sizeof *build->names, compare);
}

bool item_names_contain(const struct item_build *build, struct slice name)
{
    return build->name_count &&
           bsearch(&name, build->names, build->name_count, sizeof *build->names, compare) != NULL;
}
