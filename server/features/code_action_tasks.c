/* code_action_tasks.c: refactorings of where an item's tasks stand. */
#include "features/code_action.h"

#include "edits/add_task.h"
#include "edits/extract_tasks.h"

/* ---- to a file of their own -------------------------------------------------------------------- */

static void offer_extract(const struct action_place *place, const struct refactoring *self,
                          struct planls_actions *out)
{
    if (!place->on_heading ||
        span_is_empty(own_task_list_of(place->workspace->ws, place->document, place->item)) ||
        place->document->model->items.items[place->item].anchor.len == 0)
        return;
    struct slice path =
        task_file_of(place->workspace->ws, place->document, place->item, place->arena);
    action_offer(place, self, 0,
                 arena_printf(place->arena, "Extract its tasks to %.*s",
                              SLICE_ARG(path_relative(place->document->path, path, place->arena))),
                 out);
}

static bool edit_extract(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = {0};
    struct slice file;
    if (place->item == NO_INDEX)
        return false;
    struct slice path =
        task_file_of(place->workspace->ws, place->document, place->item, place->arena);
    if (!extract_tasks(place->workspace->ws, place->document, place->item, path, place->arena,
                       VEC_PUSH(place->arena, &edits), &file))
        return false;
    action_add_edits(place, place->document, &edits, fix);
    action_add_file(place,
                    (struct planls_edit){.path = arena_cstring(place->arena, path),
                                         .new_text = file.ptr,
                                         .new_len = file.len,
                                         .create = true},
                    fix);
    return true;
}

/* ---- and back ---------------------------------------------------------------------------------- */

static const struct document *linked_file(const struct action_place *place)
{
    return place->item == NO_INDEX
               ? NULL
               : task_file_linked(place->workspace->ws, place->document, place->item);
}

static void offer_inline(const struct action_place *place, const struct refactoring *self,
                         struct planls_actions *out)
{
    const struct document *file = linked_file(place);
    if (file)
        action_offer(
            place, self, 0,
            arena_printf(place->arena, "Bring the tasks of %.*s back here", SLICE_ARG(file->path)),
            out);
}

static void documents_of_inline(const struct action_place *place, struct document_list *out)
{
    const struct document *file = linked_file(place);
    if (file)
        *VEC_PUSH(place->arena, out) = file;
}

static bool edit_inline(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    const struct document *file = linked_file(place);
    struct edit_list edits = {0}, cuts = {0};
    struct text_edit edit, cut;
    bool whole;
    if (!file || !inline_tasks(place->workspace->ws, place->document, place->item, file,
                               place->arena, &edit, &whole, &cut))
        return false;
    *VEC_PUSH(place->arena, &edits) = edit;
    *VEC_PUSH(place->arena, &cuts) = cut;
    action_add_edits(place, place->document, &edits, fix);
    if (whole)
        action_add_file(place,
                        (struct planls_edit){.path = arena_cstring(place->arena, file->path),
                                             .new_text = "",
                                             .remove = true},
                        fix);
    else
        action_add_edits(place, file, &cuts, fix);
    return true;
}

/* ---- a first one ------------------------------------------------------------------------------- */

/* The task of a sibling whose form a first one takes; NO_INDEX where the item is served already. */
static uint32_t task_like(const struct action_place *place)
{
    struct tasks_of_item serving = {0};
    if (place->item == NO_INDEX)
        return NO_INDEX;
    uint32_t like = task_to_follow(place->document, place->item);
    if (like != NO_INDEX)
        workspace_tasks_of(place->workspace->ws, place->document, place->item, place->arena,
                           &serving);
    return serving.len ? NO_INDEX : like;
}

static void offer_task(const struct action_place *place, const struct refactoring *self,
                       struct planls_actions *out)
{
    if (place->on_heading && task_like(place) != NO_INDEX)
        action_offer(place, self, 0, "Add a first task, as its siblings have", out);
}

static bool edit_task(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = {0};
    uint32_t words, like = task_like(place);
    if (like == NO_INDEX)
        return false;
    struct text_edit edit = add_task(place->document, place->item, like, place->arena, &words);
    *VEC_PUSH(place->arena, &edits) = edit;
    action_add_edits(place, place->document, &edits, fix);
    fix->select = (struct planls_range){words, (uint32_t)edit.new_text.len};
    return true;
}

const struct refactoring code_action_tasks[] = {
    {"add-task", PLANLS_ACTION_REWRITE, offer_task, edit_task, NULL},
    {"extract-tasks", PLANLS_ACTION_EXTRACT, offer_extract, edit_extract, NULL},
    {"inline-tasks", PLANLS_ACTION_INLINE, offer_inline, edit_inline, documents_of_inline},
    {0},
};
