/* unknown_plan_item.c: a task that names a plan item which does not exist. */
#include "rules/near.h"
#include "rules/rule.h"

static void offer_near(struct check *check, struct planls_diagnostic *diagnostic,
                       const struct task_claim *claim)
{
    struct near_names near = {0};
    for (size_t d = 0; d < workspace_count(check->workspace); d++) {
        const struct model *model = workspace_at(check->workspace, d)->model;
        for (size_t i = 0; i < model->items.len; i++) {
            near_add(&near, claim->target, model->items.items[i].title);
            near_add(&near, claim->target, model->items.items[i].id);
        }
    }
    for (size_t i = 0; i < near.len; i++) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change to “%.*s”", SLICE_ARG(near.v[i].name));
        fix_edit(check, fix, check->document, claim->where, near.v[i].name);
    }
}

/* Other tools keep milestones of their own: `milestone:` is judged only where some document has one. */
static bool is_judged(const struct check *check, const struct task_claim *claim)
{
    const struct text *text = &check->document->text;
    struct span line = text_line(text, text_line_of(text, claim->where.start));
    if (!slice_starts_nocase(slice_trim(span_slice(check->text, line)), SLICE("milestone")))
        return true;
    for (size_t d = 0; d < workspace_count(check->workspace); d++) {
        const struct model *model = workspace_at(check->workspace, d)->model;
        for (size_t i = 0; i < model->items.len; i++)
            if (model->items.items[i].kind == ITEM_MILESTONE)
                return true;
    }
    return false;
}

static void check_unknown_plan_item(struct check *check)
{
    const struct model *model = check->model;
    if (!workspace_has_plan(check->workspace))
        return;
    uint32_t last_start = NO_INDEX;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        resolve_task(check->workspace, check->document, i, &target, &via, &failed);
        if (failed == NO_INDEX)
            continue;
        const struct task_claim *claim = &model->tasks.items[i].claims.items[failed];
        /* A name said once for a list of tasks is one mistake. */
        if (claim->where.start == last_start)
            continue;
        last_start = claim->where.start;
        if (!is_judged(check, claim))
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, claim->where, "No plan has an item “%.*s”", SLICE_ARG(claim->target));
        offer_near(check, diagnostic, claim);
    }
}

RULE(unknown_plan_item) = {
    .name = "unknown-plan-item",
    .summary = "a task names a plan item that does not exist",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_unknown_plan_item,
};
