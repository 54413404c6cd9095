/* single_owner_risk.c: a plan that stands or falls with one person. */
#include "rules/owners.h"

/* Fewer items than this on one person are a small plan, not a risk. */
#define SINGLE_OWNER_MIN_ITEMS 4

/* Pieces of work somebody carries: not days, steps and tasks, of which one person may well do most, nor
 * what is over. */
static bool is_carried(const struct item *item)
{
    switch (item->kind) {
    case ITEM_STEP:
    case ITEM_TASK:
    case ITEM_DAY:
    case ITEM_GATE:
    case ITEM_DECISION:
        return false;
    default:
        return item->owners.len > 0 && item->status != STATUS_DONE &&
               item->status != STATUS_CANCELLED;
    }
}

static bool owns_alone(const struct model *model, const struct mention *mention)
{
    return mention->item != NO_INDEX && is_carried(&model->items.items[mention->item]) &&
           owners_count(&model->items.items[mention->item]) == 1;
}

static void check_single_owner_risk(struct check *check)
{
    const struct model *model = check->model;
    struct mentions mentions = mentions_of(model, check->arena);
    uint32_t items = 0;
    for (size_t i = 0; i < model->items.len; i++)
        items += is_carried(&model->items.items[i]);
    /* Whoever works alone knows it. */
    if (mentions.len == 0 || mentions_end(&mentions, 0) == mentions.len)
        return;
    for (size_t from = 0, end; from < mentions.len; from = end) {
        const struct mention *first = NULL;
        uint32_t alone = 0;
        end = mentions_end(&mentions, from);
        for (size_t i = from; i < end; i++) {
            bool counts = owns_alone(model, &mentions.items[i]) &&
                          (i == from || mentions.items[i - 1].item != mentions.items[i].item);
            first = counts && !first ? &mentions.items[i] : first;
            alone += counts;
        }
        if (alone < SINGLE_OWNER_MIN_ITEMS || alone * 2 <= items)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, first->person->name_span,
                   "%.*s alone owns %u of the %u items that have an owner: who steps in for %.*s?",
                   SLICE_ARG(first->person->name), alone, items, SLICE_ARG(first->person->name));
        for (size_t i = from; i < end; i++)
            if (owns_alone(model, &mentions.items[i]))
                report_related(check, diagnostic, check->document,
                               model->items.items[mentions.items[i].item].name_span,
                               "owned by %.*s alone", SLICE_ARG(first->person->name));
    }
}

RULE(single_owner_risk) = {
    .name = "single-owner-risk",
    .summary = "one person alone owns more than half of the plan",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_single_owner_risk,
};
