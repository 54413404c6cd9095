/* code_action_fields.c: refactorings of what items say: the order of their fields, their owners. */
#include "features/code_action.h"

#include "edits/order_fields.h"
#include "edits/share_item.h"
#include "rules/siblings.h"

/* ---- order ------------------------------------------------------------------------------------- */

static struct edit_list organized(const struct action_place *place)
{
    struct edit_list edits = {0};
    struct siblings siblings = siblings_of(place->document->model, place->arena);
    order_fields(place->document, siblings.group, siblings.count, place->arena, &edits);
    return edits;
}

static void offer_organize(const struct action_place *place, const struct refactoring *self,
                           struct planls_actions *out)
{
    if (place->document->model->items.len > 1 && organized(place).len)
        action_offer(place, self, 0, "Order the fields as most items have them", out);
}

static bool edit_organize(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = organized(place);
    action_add_edits(place, place->document, &edits, fix);
    return true;
}

/* ---- owners ------------------------------------------------------------------------------------ */

static bool on_owners(const struct action_place *place)
{
    uint32_t field = model_field_at(place->document->model, place->range.start);
    return place->item != NO_INDEX && field != NO_INDEX &&
           place->document->model->fields.items[field].key == FIELD_OWNER;
}

/* The owner under the cursor, or NO_INDEX. */
static uint32_t owner_at(const struct action_place *place)
{
    if (place->item == NO_INDEX)
        return NO_INDEX;
    const struct people *owners = &place->document->model->items.items[place->item].owners;
    for (uint32_t i = 0; i < owners->len; i++)
        if (span_touches(owners->items[i].where, place->range.start))
            return i;
    return NO_INDEX;
}

static void offer_owner(const struct action_place *place, const struct refactoring *self,
                        struct planls_actions *out)
{
    struct text_edit edit;
    uint32_t at;
    if (on_owners(place) &&
        add_owner(place->document, place->item, SLICE("TBD"), place->arena, &edit, &at))
        action_offer(place, self, 0, "Share it with a second owner", out);
}

static bool edit_owner(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = {0};
    struct text_edit edit;
    uint32_t at;
    if (place->item == NO_INDEX ||
        !add_owner(place->document, place->item, SLICE("TBD"), place->arena, &edit, &at))
        return false;
    *VEC_PUSH(place->arena, &edits) = edit;
    action_add_edits(place, place->document, &edits, fix);
    fix->select = (struct planls_range){at, (uint32_t)edit.new_text.len};
    return true;
}

static void offer_hand_over(const struct action_place *place, const struct refactoring *self,
                            struct planls_actions *out)
{
    struct text_edit edit;
    uint32_t owner = owner_at(place);
    if (owner == NO_INDEX || !drop_owner(place->document, place->item, owner, &edit))
        return;
    const struct people *owners = &place->document->model->items.items[place->item].owners;
    struct slice other = owners->items[owner == 0 ? 1 : 0].name;
    action_offer(place, self, 0,
                 arena_printf(place->arena, "Take it from %.*s, leave it to %.*s%s",
                              SLICE_ARG(owners->items[owner].name), SLICE_ARG(other),
                              owners->len > 2 ? " and the others" : ""),
                 out);
}

static bool edit_hand_over(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = {0};
    uint32_t owner = owner_at(place);
    if (owner == NO_INDEX ||
        !drop_owner(place->document, place->item, owner, VEC_PUSH(place->arena, &edits)))
        return false;
    action_add_edits(place, place->document, &edits, fix);
    return true;
}

const struct refactoring code_action_fields[] = {
    {"organize-plan", PLANLS_ACTION_ORGANIZE, offer_organize, edit_organize, NULL},
    {"add-owner", PLANLS_ACTION_REWRITE, offer_owner, edit_owner, NULL},
    {"hand-over", PLANLS_ACTION_REWRITE, offer_hand_over, edit_hand_over, NULL},
    {0},
};
