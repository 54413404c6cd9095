/* report_risks.c: what of a plan is at risk, and why: the findings that are about its course rather
 * than about how it is written. */
#include "features/report.h"

#include <planls/diagnostic.h>
#include <stdlib.h>
#include <string.h>

/* Sorted. A rule that does not exist here says nothing. */
static const char *const risk_rules[] = {
    "checkpoint-over-budget",
    "checkpoint-regression",
    "dependency-cycle",
    "dependency-order",
    "done-unverified",
    "gate-unmet",
    "late-start",
    "overallocated-owner",
    "overdue",
    "planned-overspend",
    "self-blocking-gate",
    "single-owner-risk",
    "single-point-of-failure",
    "stop-tripped",
    "undecided",
    "unmitigated-blocker",
    "unsigned-approval",
};

static int compare_names(const void *key, const void *name)
{
    return strcmp(key, *(const char *const *)name);
}

static bool is_risk(const char *code)
{
    return bsearch(code, risk_rules, sizeof risk_rules / sizeof *risk_rules, sizeof *risk_rules,
                   compare_names) != NULL;
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

void report_risks(struct report *r, const struct document *document,
                  struct planls_report_plan *plan)
{
    struct planls_diagnostics found = {0};
    planls_check(r->workspace, plan->path, r->results, &found);
    plan->risks = arena_array(r->arena, found.len + 1, sizeof *plan->risks);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_diagnostic *one = &found.items[i];
        if (!is_risk(one->code))
            continue;
        uint32_t item = model_item_at(document->model, one->range.start);
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
