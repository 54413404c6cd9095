/* code_action_lists.c: refactorings of form: a list as a table, a table as a list. */
#include "features/code_action.h"

#include "edits/list_table.h"

static void offer_table(const struct action_place *place, const struct refactoring *self,
                        struct planls_actions *out)
{
    if (list_to_table_at(place->document, place->range.start))
        action_offer(place, self, 0, "Turn this list into a table", out);
}

static bool edit_table(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = {0};
    uint32_t list = list_to_table_at(place->document, place->range.start);
    if (!list)
        return false;
    *VEC_PUSH(place->arena, &edits) = list_to_table(place->document, list, place->arena);
    action_add_edits(place, place->document, &edits, fix);
    return true;
}

static void offer_list(const struct action_place *place, const struct refactoring *self,
                       struct planls_actions *out)
{
    if (table_to_list_at(place->document, place->range.start))
        action_offer(place, self, 0, "Turn this table into a list", out);
}

static bool edit_list(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct edit_list edits = {0};
    uint32_t table = table_to_list_at(place->document, place->range.start);
    if (!table)
        return false;
    *VEC_PUSH(place->arena, &edits) = table_to_list(place->document, table, place->arena);
    action_add_edits(place, place->document, &edits, fix);
    return true;
}

const struct refactoring code_action_lists[] = {
    {"list-to-table", PLANLS_ACTION_REWRITE, offer_table, edit_table, NULL},
    {"table-to-list", PLANLS_ACTION_REWRITE, offer_list, edit_list, NULL},
    {0},
};
