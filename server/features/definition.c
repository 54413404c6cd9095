/* definition.c: from a use to what it names (planls/definition.h). */
#include "features/place.h"

#include <planls/definition.h>

static struct planls_location location_of(const struct target *target, struct arena *arena)
{
    const struct model *model = target->document->model;
    struct planls_location location = {.path = arena_cstring(arena, target->document->path),
                                       .range = facade_range(target->span),
                                       .name = facade_range(target->span)};
    if (target->item != NO_INDEX)
        location.range = facade_range(model->items.items[target->item].span);
    else if (target->heading != NO_INDEX)
        location.range = facade_range(model->headings.items[target->heading].section);
    else if (target->task != NO_INDEX)
        location.range = facade_range(model->tasks.items[target->task].span);
    return location;
}

void planls_definition_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_range *origin,
                          struct planls_locations *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    struct place place = place_at(document, offset);
    struct target target = {0};
    enum resolution result = place_target(workspace, document, &place, &target);
    /* A missing anchor in a document that is there: the document is still what was meant. */
    if ((result != RESOLVED && result != AMBIGUOUS && result != UNRESOLVED_FRAGMENT) ||
        !target.document)
        return;
    *origin = facade_range(place.span);
    *VEC_PUSH(&results->arena, out) = location_of(&target, &results->arena);
}
