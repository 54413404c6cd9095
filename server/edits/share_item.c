/* share_item.c: an item's owners: one more, one less. */
#include "edits/share_item.h"

#include "base/strbuf.h"
#include "edits/remove_dependency.h"

/* What stands between two owners, where it is short and says nothing else; else ", ". */
static struct slice separator_of(const struct document *document, const struct people *owners)
{
    if (owners->len < 2)
        return SLICE(", ");
    struct slice between =
        span_slice(document->text.bytes,
                   (struct span){owners->items[0].where.end, owners->items[1].where.start});
    struct slice mark = slice_trim(between);
    bool plain = mark.len == 1 && slice_find_byte(SLICE(",;&+/"), mark.ptr[0]) != SLICE_NONE;
    return plain && slice_find_byte(between, '\n') == SLICE_NONE ? between : SLICE(", ");
}

bool add_owner(const struct document *document, uint32_t item, struct slice name,
               struct arena *arena, struct text_edit *edit, uint32_t *name_at)
{
    const struct people *owners = &document->model->items.items[item].owners;
    if (owners->len == 0 || span_is_empty(VEC_LAST(owners)->where))
        return false;
    struct slice separator = separator_of(document, owners);
    uint32_t at = VEC_LAST(owners)->where.end;
    *name_at = (uint32_t)separator.len;
    *edit = (struct text_edit){
        {at, at}, slice_of(arena_printf(arena, "%.*s%.*s", SLICE_ARG(separator), SLICE_ARG(name)))};
    return true;
}

bool drop_owner(const struct document *document, uint32_t item, size_t owner,
                struct text_edit *edit)
{
    const struct people *owners = &document->model->items.items[item].owners;
    if (owners->len < 2 || owner >= owners->len || span_is_empty(owners->items[owner].where))
        return false;
    *edit = remove_dependency(&document->text, owners->items[owner].where);
    return edit->new_text.len == 0;
}
