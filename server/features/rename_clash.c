/* rename_clash.c: two of the same name: where the nearest wins and where nobody can tell. */
#include "features/rename.h"

static struct slice folder_of(const struct document *document)
{
    size_t slash = slice_find_last_byte(document->path, '/');
    return slice_sub(document->path, 0, slash == SLICE_NONE ? 0 : slash);
}

static bool same_folder(const struct document *a, const struct document *b)
{
    return slice_equal(folder_of(a), folder_of(b));
}

/* Is it called by its name, not by a link, from another folder? */
static bool is_called_from_afar(struct renaming *r, const struct target *target)
{
    struct usages usages = {0};
    workspace_usages_of(r->workspace->ws, target->document, r->arena, &usages);
    for (size_t i = 0; i < usages.len; i++)
        if (usages.items[i].kind != USAGE_REFERENCE && usage_means(&usages.items[i], target) &&
            !same_folder(usages.items[i].document, target->document))
            return true;
    return false;
}

bool rename_clashes(struct renaming *r, const struct target *other)
{
    const struct target *own = &r->subject->target;
    if (other->document == own->document && other->task == own->task && other->item == own->item)
        return false;
    return same_folder(other->document, own->document) || is_called_from_afar(r, own) ||
           is_called_from_afar(r, other);
}
