/* document_link.c: what a click opens (planls/document_link.h). */
#include "features/facade.h"

#include <planls/document_link.h>
#include <stdlib.h>

/* A definition's label is clicked to edit it, its destination to go there. */
static struct span clicked(const struct reference *reference)
{
    bool only_target =
        reference->kind == REFERENCE_DEFINITION && !span_is_empty(reference->target_span);
    return only_target ? reference->target_span : reference->span;
}

static bool is_line(struct slice fragment)
{
    return fragment.len > 1 && fragment.ptr[0] == 'L' && ascii_is_digit(fragment.ptr[1]);
}

static const char *title_of(const struct target *target, struct arena *arena)
{
    const struct model *model = target->document->model;
    if (target->heading != NO_INDEX)
        return arena_cstring(arena, model->headings.items[target->heading].title);
    return arena_cstring(arena, model->title);
}

static void add_link(const struct planls_workspace *workspace, const struct document *document,
                     const struct reference *reference, struct arena *arena,
                     struct planls_document_links *out)
{
    struct target target;
    enum resolution result = resolve_reference(workspace->ws, document, reference, &target);
    struct planls_document_link link = {
        .range = facade_range(clicked(reference)), .fragment = "", .tooltip = ""};
    if (result == RESOLVED) {
        link.has_place = target.heading != NO_INDEX;
        if (target.document == document && !link.has_place)
            return;
        link.path = arena_cstring(arena, target.document->path);
        link.place = facade_range(target.span);
        link.tooltip = title_of(&target, arena);
    } else if (result == RESOLVED_PATH_ONLY) {
        struct slice path = workspace_reference_file(workspace->ws, document, reference, arena);
        if (path.len == 0)
            return;
        link.path = arena_cstring(arena, path);
    } else {
        return;
    }
    if (!link.has_place && is_line(reference->fragment))
        link.fragment = arena_cstring(arena, reference->fragment);
    *VEC_PUSH(arena, out) = link;
}

static int compare(const void *a, const void *b)
{
    const struct planls_document_link *x = a, *y = b;
    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    return x->range.end > y->range.end ? -1 : x->range.end < y->range.end;
}

void planls_document_links(struct planls_workspace *workspace, const char *path,
                           struct planls_results *results, struct planls_document_links *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    const struct model *model = document->model;
    for (size_t i = 0; i < model->references.len; i++)
        add_link(workspace, document, &model->references.items[i], &results->arena, out);
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare);
    size_t kept = 0;
    for (size_t i = 0; i < out->len; i++)
        if (out->items[i].range.start < out->items[i].range.end &&
            (kept == 0 || out->items[kept - 1].range.end <= out->items[i].range.start))
            out->items[kept++] = out->items[i];
    out->len = kept;
}
