/* report_risks.c: what of a plan is at risk, and why: the findings that are about its course rather
 * than about how it is written; how many findings of all kinds each item has. */
#include "features/report.h"

#include <planls/diagnostic.h>
#include <stdlib.h>
#include <string.h>

/* Sorted. A rule that does not exist here says nothing. */
static const struct risk_rule {
    const char *code;
    bool of_person; /* about somebody, whatever item it is said at */
} risk_rules[] = {
    {"checkpoint-over-budget", false},
    {"checkpoint-regression", false},
    {"dependency-cycle", false},
    {"dependency-order", false},
    {"done-unverified", false},
    {"gate-unmet", false},
    {"late-start", false},
    {"overallocated-owner", true},
    {"overdue", false},
    {"planned-overspend", false},
    {"self-blocking-gate", false},
    {"single-owner-risk", true},
    {"single-point-of-failure", false},
    {"stop-tripped", false},
    {"undecided", false},
    {"unmitigated-blocker", false},
    {"unsigned-approval", false},
};

static int compare_codes(const void *key, const void *rule)
{
    return strcmp(key, ((const struct risk_rule *)rule)->code);
}

static const struct risk_rule *find_rule(const char *code)
{
    return bsearch(code, risk_rules, sizeof risk_rules / sizeof *risk_rules, sizeof *risk_rules,
                   compare_codes);
}

static int compare_risks(const void *a, const void *b)
{
    const struct planls_risk *x = a, *y = b;
    if (x->severity != y->severity)
        return x->severity < y->severity ? -1 : 1;
    if (x->where.range.start != y->where.range.start)
        return x->where.range.start < y->where.range.start ? -1 : 1;
    return strcmp(x->code, y->code);
}

static void count_finding(struct planls_report_plan *plan, uint32_t item,
                          enum planls_severity severity)
{
    struct planls_report_item *at = item == NO_INDEX ? NULL : &plan->items[item];
    if (severity == PLANLS_ERROR)
        ++*(at ? &at->errors : &plan->errors);
    else if (severity == PLANLS_WARNING)
        ++*(at ? &at->warnings : &plan->warnings);
    else
        ++*(at ? &at->hints : &plan->hints);
}

void report_risks(struct report *r, const struct document *document,
                  struct planls_report_plan *plan)
{
    struct planls_diagnostics found = {0};
    planls_check(r->workspace, plan->path, r->results, &found);
    plan->risks = arena_array(r->arena, found.len + 1, sizeof *plan->risks);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_diagnostic *one = &found.items[i];
        const struct risk_rule *rule = find_rule(one->code);
        uint32_t item = model_item_at(document->model, one->range.start);
        count_finding(plan, item, one->severity);
        if (!rule)
            continue;
        if (rule->of_person)
            item = NO_INDEX;
        plan->risks[plan->risk_count++] =
            (struct planls_risk){one->severity,
                                 one->code,
                                 one->message,
                                 {plan->path, one->range, one->range},
                                 item == NO_INDEX ? PLANLS_NO_INDEX : item};
    }
    if (plan->risk_count > 1)
        qsort(plan->risks, plan->risk_count, sizeof *plan->risks, compare_risks);
}
