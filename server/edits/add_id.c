/* add_id.c: an explicit id for an item's heading, "{#new-pier}". */
#include "edits/add_id.h"

#include "text/fold.h"

static bool is_taken(const struct model *model, uint32_t heading, struct slice id)
{
    for (uint32_t i = 0; i < model->headings.len; i++) {
        const struct heading *other = &model->headings.items[i];
        if (i != heading && (slice_equal(other->anchor, id) || slice_equal(other->id, id)))
            return true;
    }
    return false;
}

bool add_id(const struct document *document, uint32_t item, struct arena *arena,
            struct text_edit *edit)
{
    const struct model *model = document->model;
    const struct item *own = &model->items.items[item];
    if (own->source != ITEM_FROM_HEADING)
        return false;
    const struct heading *heading = &model->headings.items[own->heading];
    struct span line =
        text_line(&document->text, text_line_of(&document->text, heading->title_span.end));
    struct slice behind =
        span_slice(document->text.bytes, (struct span){heading->title_span.end, line.end});
    if (heading->id.len || heading->title_span.end <= heading->title_span.start ||
        line.start > heading->span.start || heading->span.end > line.end ||
        slice_trim(behind).len > 0)
        return false;
    struct slice base = fold_anchor(arena, own->title), id = base;
    for (unsigned i = 2; id.len && is_taken(model, own->heading, id); i++)
        id = slice_of(arena_printf(arena, "%.*s-%u", SLICE_ARG(base), i));
    if (id.len == 0)
        return false;
    *edit = (struct text_edit){{heading->title_span.end, heading->title_span.end},
                               slice_of(arena_printf(arena, " {#%.*s}", SLICE_ARG(id)))};
    return true;
}
