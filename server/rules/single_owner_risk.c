/* single_owner_risk.c: a plan that stands or falls with one person. */
#include "analysis/schedule.h"
#include "rules/owners.h"

/* Fewer items than this on one person are a small plan, not a risk. */
#define SINGLE_OWNER_MIN_ITEMS    4
#define SINGLE_OWNER_MIN_CRITICAL 3

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

/* ---- a set of items: all, or those on the critical path --------------------------------------- */

struct set {
    const bool *in; /* per item */
    uint32_t count; /* items in it that somebody owns */
    uint32_t least; /* fewer of one person's are no risk */
    const char *what;
};

static void tell(struct check *check, const struct mentions *mentions, size_t from, size_t end,
                 const struct mention *first, uint32_t alone, const struct set *set)
{
    const struct model *model = check->model;
    struct slice name = first->person->name;
    struct planls_diagnostic *diagnostic = report(
        check, first->person->name_span, "%.*s alone owns %u of the %u %s: who steps in for %.*s?",
        SLICE_ARG(name), alone, set->count, set->what, SLICE_ARG(name));
    for (size_t i = from; i < end && diagnostic->related_count < OWNERS_MAX_PLACES; i++)
        if (owns_alone(model, &mentions->items[i]) && set->in[mentions->items[i].item])
            report_related(check, diagnostic, check->document,
                           model->items.items[mentions->items[i].item].name_span,
                           "owned by %.*s alone", SLICE_ARG(name));
}

/* Does one person alone own more than half of the set? Says so. */
static bool check_set(struct check *check, const struct mentions *mentions, const struct set *set)
{
    for (size_t from = 0, end; from < mentions->len; from = end) {
        const struct mention *first = NULL;
        uint32_t alone = 0;
        end = mentions_end(mentions, from);
        for (size_t i = from; i < end; i++) {
            const struct mention *mention = &mentions->items[i];
            if (!owns_alone(check->model, mention) || !set->in[mention->item] ||
                (i > from && mentions->items[i - 1].item == mention->item))
                continue;
            first = first ? first : mention;
            alone++;
        }
        if (alone < set->least || alone * 2 <= set->count || !owner_is_named(check, first->person))
            continue;
        tell(check, mentions, from, end, first, alone, set);
        return true;
    }
    return false;
}

static struct set carried_items(struct check *check)
{
    const struct model *model = check->model;
    bool *in = arena_array(check->arena, model->items.len + 1, sizeof *in);
    struct set set = {in, 0, SINGLE_OWNER_MIN_ITEMS, "items that have an owner"};
    for (size_t i = 0; i < model->items.len; i++)
        set.count += in[i] = is_carried(&model->items.items[i]);
    return set;
}

static struct set critical_items(struct check *check)
{
    const struct model *model = check->model;
    struct plan_graph graph;
    struct schedule schedule;
    bool *in = arena_array(check->arena, model->items.len + 1, sizeof *in);
    struct set set = {in, 0, SINGLE_OWNER_MIN_CRITICAL, "items on the critical path"};
    plan_graph_of(check->workspace, &check->document, 1, check->arena, &graph);
    schedule_of(check->workspace, &graph, check->document, check->arena, &schedule);
    for (uint32_t i = 0; i < schedule.critical_count; i++) {
        struct dependency_node node = graph.nodes[schedule.critical[i]];
        if (node.document == check->document && node.item != NO_INDEX &&
            is_carried(&model->items.items[node.item]))
            set.count += in[node.item] = true;
    }
    return set;
}

static bool has_dependencies(const struct model *model)
{
    for (size_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].depends_on.len > 0)
            return true;
    return false;
}

static void check_single_owner_risk(struct check *check)
{
    struct mentions mentions = mentions_of(check->model, check->arena);
    /* Whoever works alone knows it. */
    if (mentions.len == 0 || mentions_end(&mentions, 0) == mentions.len)
        return;
    struct set items = carried_items(check);
    if (check_set(check, &mentions, &items) || !has_dependencies(check->model))
        return;
    struct set critical = critical_items(check);
    check_set(check, &mentions, &critical);
}

RULE(single_owner_risk) = {
    .name = "single-owner-risk",
    .summary = "one person alone owns more than half of the plan, or of its critical path",
    .severity = PLANLS_HINT,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_single_owner_risk,
};
