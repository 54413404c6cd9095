/* unmeasurable_criterion.c: a success criterion that nobody could check. */
#include "analysis/measurable.h"
#include "base/memo.h"
#include "edits/insert_field.h"
#include "rules/rule.h"

static void report_clause(struct check *check, struct span clause)
{
    struct planls_diagnostic *diagnostic =
        report(check, clause,
               "Nobody can tell when “%.*s” is reached: it names no number, state or result",
               SLICE_ARG(span_slice(check->text, clause)));
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Say how it is measured");
    fix_edit(check, fix, check->document, (struct span){clause.end, clause.end},
             SLICE(" (measured by " INSERT_FIELD_PLACEHOLDER ")"));
}

static bool has_vague_clause(struct slice text)
{
    struct span rest = {0, (uint32_t)text.len}, clause;
    while (clause_next(text, &rest, &clause))
        if (clause_is_vague(span_slice(text, clause)))
            return true;
    return false;
}

static void check_criteria(struct check *check, const struct criteria *criteria)
{
    for (size_t i = 0; i < criteria->len; i++) {
        const struct criterion *criterion = &criteria->items[i];
        struct span rest = criterion->where, clause;
        if (criterion->done ||
            !memo_judge(check->document->memo, span_slice(check->text, rest), has_vague_clause))
            continue;
        while (clause_next(check->text, &rest, &clause))
            if (clause_is_vague(span_slice(check->text, clause)))
                report_clause(check, clause);
    }
}

/* A gate's criteria are not its phase's: both are asked, none twice. */
static void check_unmeasurable_criterion(struct check *check)
{
    const struct model *model = check->model;
    for (size_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].kind != ITEM_GATE)
            check_criteria(check, &model->items.items[i].criteria);
    for (size_t i = 0; i < model->gates.len; i++)
        check_criteria(check, &model->gates.items[i].criteria);
}

RULE(unmeasurable_criterion) = {
    .name = "unmeasurable-criterion",
    .summary = "a success criterion names nothing that anyone could check",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_unmeasurable_criterion,
};
