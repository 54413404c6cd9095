/* unmitigated_blocker.c: a blocker without a mitigation where the others have one. */
#include "base/memo.h"
#include "edits/insert_field.h"
#include "rules/rule.h"
#include "rules/siblings.h"

/* "Low Risk Items", "Accepted risks" */
static bool says_taken(struct slice title)
{
    static const char *const words[] = {"low risk",  "low-risk",      "minor risk", "accepted",
                                        "geringes ", "riesgos bajos", "低风险"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(title, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

/* What stands under such a heading is taken as it is. */
static bool is_taken(const struct document *document, const struct risk *risk)
{
    const struct model *model = document->model;
    if (risk->mitigation.len)
        return false;
    uint32_t heading = model_heading_at(model, risk->where.start);
    return heading != NO_INDEX &&
           memo_judge(document->memo, model->headings.items[heading].title, says_taken);
}

static void count_risks(struct habit *habit, const struct document *document,
                        const struct risk *risks, size_t count)
{
    for (size_t r = 0; r < count; r++) {
        habit->siblings += !is_taken(document, &risks[r]);
        habit->having += risks[r].mitigation.len > 0;
    }
}

/* Over the document: how many blockers are there, how many have a mitigation? */
static struct habit habit_of_mitigating(const struct document *document)
{
    const struct model *model = document->model;
    struct habit habit = {0};
    count_risks(&habit, document, model->risks.items, model->risks.len);
    for (uint32_t i = 0; i < model->items.len; i++)
        count_risks(&habit, document, model->items.items[i].risks.items,
                    model->items.items[i].risks.len);
    return habit;
}

static void report_risk(struct check *check, const struct risk *risk, const struct habit *habit)
{
    struct planls_diagnostic *diagnostic = report(
        check, risk->blocker_span,
        "No mitigation, while %u of the %u blockers here have one: what will be done about it?",
        habit->having, habit->siblings);
    if (risk->insert.start == 0)
        return;
    struct slice text = SLICE(" → " INSERT_FIELD_PLACEHOLDER);
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Insert a mitigation");
    fix_edit(check, fix, check->document, risk->insert, text);
    fix->select = (struct planls_range){(uint32_t)text.len - 3, (uint32_t)text.len};
}

static void report_risks(struct check *check, const struct risk *risks, size_t count,
                         const struct habit *habit)
{
    for (size_t r = 0; r < count; r++)
        if (risks[r].mitigation.len == 0 && !is_taken(check->document, &risks[r]))
            report_risk(check, &risks[r], habit);
}

static void check_unmitigated_blocker(struct check *check)
{
    const struct model *model = check->model;
    struct habit habit = habit_of_mitigating(check->document);
    if (!habit_is_strong(&habit))
        return;
    report_risks(check, model->risks.items, model->risks.len, &habit);
    for (uint32_t i = 0; i < model->items.len; i++)
        report_risks(check, model->items.items[i].risks.items, model->items.items[i].risks.len,
                     &habit);
}

RULE(unmitigated_blocker) = {
    .name = "unmitigated-blocker",
    .summary = "a blocker has no mitigation where the others have one",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_unmitigated_blocker,
};
