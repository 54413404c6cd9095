/* code_action_time.c: refactorings of when things are: an item and others shifted by weeks. */
#include "features/code_action.h"

#include "edits/shift_items.h"

#include <stdlib.h>

/* The weeks that are offered; a command takes any number. */
static const int offered_weeks[] = {1, 2, -1};
#define OFFERED (sizeof offered_weeks / sizeof *offered_weeks)

/* On the item's heading, or on what says its time. */
static bool is_asked(const struct action_place *place)
{
    if (place->item == NO_INDEX)
        return false;
    uint32_t field = model_field_at(place->document->model, place->range.start);
    return (place->on_heading ||
            (field != NO_INDEX &&
             place->document->model->fields.items[field].key == FIELD_TIMELINE)) &&
           item_says_when(place->document, place->item);
}

static bool shift_in(const struct action_place *place, const struct document *document,
                     const struct item_places *items, int weeks, struct edit_list *edits)
{
    return shift_items(document, items, (struct shift){TIME_WEEK, weeks},
                       workspace_parser(place->workspace->ws), place->arena, edits);
}

/* The documents that any of these stand in, sorted by path, the first one's left out. */
static void others_of(const struct item_places *items, struct arena *arena,
                      struct document_list *out)
{
    for (size_t i = 1; i < items->len; i++) {
        bool known = items->items[i].document == items->items[0].document;
        for (size_t d = 0; d < out->len && !known; d++)
            known = out->items[d] == items->items[i].document;
        if (!known)
            *VEC_PUSH(arena, out) = items->items[i].document;
    }
}

/* Does an item of that document say when it is? */
static bool says_when(const struct document *document, const struct item_places *items)
{
    for (size_t i = 0; i < items->len; i++)
        if (items->items[i].document == document && item_says_when(document, items->items[i].item))
            return true;
    return false;
}

/* Can all of them be shifted, as far as their documents are at hand? */
static bool can_shift(const struct action_place *place, const struct item_places *items, int weeks)
{
    struct document_list others = {0};
    struct edit_list edits = {0};
    if (!shift_in(place, place->document, items, weeks, &edits))
        return false;
    others_of(items, place->arena, &others);
    for (size_t i = 0; i < others.len; i++) {
        edits = (struct edit_list){0};
        if (others.items[i]->loaded && says_when(others.items[i], items) &&
            !shift_in(place, others.items[i], items, weeks, &edits))
            return false;
    }
    return true;
}

static void offer_shift(const struct action_place *place, const struct refactoring *self,
                        const struct item_places *items, const char *with,
                        struct planls_actions *out)
{
    struct slice title = place->document->model->items.items[place->item].title;
    for (size_t i = 0; i < OFFERED; i++) {
        struct shift shift = {TIME_WEEK, abs(offered_weeks[i])};
        if (!can_shift(place, items, offered_weeks[i]))
            continue; /* no week before the first, or one that cannot be read */
        action_offer(place, self, offered_weeks[i],
                     arena_printf(place->arena, "Shift “%.*s” and %s %s by %s", SLICE_ARG(title),
                                  with, offered_weeks[i] > 0 ? "later" : "earlier",
                                  shift_words(shift, place->arena)),
                     out);
    }
}

/* ---- with what waits for it -------------------------------------------------------------------- */

static void offer_dependents(const struct action_place *place, const struct refactoring *self,
                             struct planls_actions *out)
{
    struct item_places items = {0};
    if (!is_asked(place))
        return;
    items_waiting_for(place->workspace->ws, place->document, place->item, place->arena, &items);
    offer_shift(place, self, &items, "what waits for it", out);
}

static bool add_shifts(const struct action_place *place, const struct document *document,
                       const struct item_places *items, int weeks, struct planls_fix *fix)
{
    struct edit_list edits = {0};
    if (!shift_in(place, document, items, weeks, &edits))
        return false;
    action_add_edits(place, document, &edits, fix);
    return true;
}

static void documents_of_dependents(const struct action_place *place, struct document_list *out)
{
    struct item_places items = {0};
    if (place->item == NO_INDEX)
        return;
    items_waiting_for(place->workspace->ws, place->document, place->item, place->arena, &items);
    others_of(&items, place->arena, out);
}

static bool edit_dependents(const struct action_place *place, int weeks, struct planls_fix *fix)
{
    struct item_places items = {0};
    struct document_list others = {0};
    if (place->item == NO_INDEX || weeks == 0)
        return false;
    items_waiting_for(place->workspace->ws, place->document, place->item, place->arena, &items);
    others_of(&items, place->arena, &others);
    if (!add_shifts(place, place->document, &items, weeks, fix))
        return false;
    for (size_t i = 0; i < others.len; i++)
        if (!others.items[i]->loaded || (says_when(others.items[i], &items) &&
                                         !add_shifts(place, others.items[i], &items, weeks, fix)))
            return false; /* half a shift would tear the plan apart */
    return true;
}

/* ---- with what stands behind it ---------------------------------------------------------------- */

static void offer_following(const struct action_place *place, const struct refactoring *self,
                            struct planls_actions *out)
{
    struct item_places items = {0};
    if (!is_asked(place))
        return;
    items_following(place->document, place->item, place->arena, &items);
    if (items.len > 1)
        offer_shift(place, self, &items, "all that follows", out);
}

static bool edit_following(const struct action_place *place, int weeks, struct planls_fix *fix)
{
    struct item_places items = {0};
    if (place->item == NO_INDEX || weeks == 0)
        return false;
    items_following(place->document, place->item, place->arena, &items);
    return add_shifts(place, place->document, &items, weeks, fix);
}

const struct refactoring code_action_time[] = {
    {"shift-dependents", PLANLS_ACTION_REWRITE, offer_dependents, edit_dependents,
     documents_of_dependents},
    {"shift-following", PLANLS_ACTION_REWRITE, offer_following, edit_following, NULL},
    {0},
};
