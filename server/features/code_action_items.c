/* code_action_items.c: refactorings of one item: its place among its siblings, its id. */
#include "features/code_action.h"

#include "edits/add_id.h"
#include "edits/move_item.h"

/* ---- its place --------------------------------------------------------------------------------- */

static void offer_move(const struct action_place *place, const struct refactoring *self, bool up,
                       struct planls_actions *out)
{
    uint32_t other =
        place->on_heading ? item_neighbour(place->document, place->item, up) : NO_INDEX;
    struct edit_list tried = {0};
    if (other == NO_INDEX || !move_item(place->document, place->item, up, place->arena, &tried))
        return;
    const struct item *items = place->document->model->items.items;
    action_offer(place, self, 0,
                 arena_printf(place->arena, "Move “%.*s” %s “%.*s”",
                              SLICE_ARG(items[place->item].title), up ? "before" : "behind",
                              SLICE_ARG(items[other].title)),
                 out);
}

static bool edit_move(const struct action_place *place, bool up, struct planls_fix *fix)
{
    struct edit_list edits = {0};
    if (place->item == NO_INDEX ||
        !move_item(place->document, place->item, up, place->arena, &edits))
        return false;
    action_add_edits(place, place->document, &edits, fix);
    return true;
}

static void offer_up(const struct action_place *place, const struct refactoring *self,
                     struct planls_actions *out)
{
    offer_move(place, self, true, out);
}

static void offer_down(const struct action_place *place, const struct refactoring *self,
                       struct planls_actions *out)
{
    offer_move(place, self, false, out);
}

static bool edit_up(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    return edit_move(place, true, fix);
}

static bool edit_down(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    return edit_move(place, false, fix);
}

/* ---- its id ------------------------------------------------------------------------------------ */

static void offer_id(const struct action_place *place, const struct refactoring *self,
                     struct planls_actions *out)
{
    struct text_edit edit;
    if (place->on_heading && add_id(place->document, place->item, place->arena, &edit))
        action_offer(place, self, 0,
                     arena_printf(place->arena, "Add the id%.*s", SLICE_ARG(edit.new_text)), out);
}

static bool edit_id(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = {0};
    if (place->item == NO_INDEX ||
        !add_id(place->document, place->item, place->arena, VEC_PUSH(place->arena, &edits)))
        return false;
    action_add_edits(place, place->document, &edits, fix);
    return true;
}

const struct refactoring code_action_items[] = {
    {"move-up", PLANLS_ACTION_MOVE, offer_up, edit_up, NULL},
    {"move-down", PLANLS_ACTION_MOVE, offer_down, edit_down, NULL},
    {"add-id", PLANLS_ACTION_REWRITE, offer_id, edit_id, NULL},
    {0},
};
