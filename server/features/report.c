/* report.c: the plans of a workspace in numbers (planls/report.h). */
#include "features/report.h"

#include "analysis/budget.h"
#include "analysis/checkpoints.h"

#include <string.h>

static int32_t day_of(date_days day)
{
    return day == DATE_NONE ? PLANLS_NO_DAY : day;
}

/* ---- money ----------------------------------------------------------------------------------- */

static void set_currency(char out[4], const char *currency, const struct settings *settings)
{
    struct slice code = currency[0] ? slice_of(currency) : settings->currency;
    memset(out, 0, 4);
    memcpy(out, code.ptr, code.len < 3 ? code.len : 3);
}

struct planls_amount *report_amounts(const struct report *r, const struct budget_sums *sums,
                                     size_t *count)
{
    struct planls_amount *amounts = arena_array(r->arena, sums->len + 1, sizeof *amounts);
    *count = sums->len;
    for (size_t i = 0; i < sums->len; i++) {
        const struct budget_sum *sum = &sums->items[i];
        amounts[i] = (struct planls_amount){.amount = sum->amount,
                                            .min = sum->min,
                                            .max = sum->max,
                                            .approx = sum->approx,
                                            .per = arena_cstring(r->arena, sum->per)};
        set_currency(amounts[i].currency, sum->currency, r->settings);
    }
    return amounts;
}

static void put_curve(const struct report *r, const struct budget *budget,
                      struct planls_report_plan *plan)
{
    set_currency(plan->currency, budget->currency, r->settings);
    plan->curve = arena_array(r->arena, budget->curve.len + 1, sizeof *plan->curve);
    plan->curve_count = budget->curve.len;
    for (size_t i = 0; i < budget->curve.len; i++)
        plan->curve[i] = (struct planls_report_point){
            budget->curve.items[i].day,
            calendar_week(&budget->calendar, budget->curve.items[i].day),
            budget->curve.items[i].amount};
}

static void put_checkpoints(const struct report *r, const struct model *model,
                            const struct calendar *calendar, struct planls_report_plan *plan)
{
    struct placed_checkpoints placed = {0};
    checkpoints_placed(model, calendar, r->arena, &placed);
    plan->checkpoints = arena_array(r->arena, placed.len + 1, sizeof *plan->checkpoints);
    plan->checkpoint_count = placed.len;
    for (size_t i = 0; i < placed.len; i++) {
        const struct checkpoint *checkpoint = &model->checkpoints.items[placed.items[i].index];
        const struct money *money = placed.items[i].amount;
        struct planls_report_checkpoint *out = &plan->checkpoints[i];
        *out = (struct planls_report_checkpoint){
            .title = arena_cstring(r->arena, checkpoint->title),
            .at = checkpoint_when(checkpoint, r->arena),
            .day = placed.items[i].day,
            .amount = {money->amount, money->min, money->max, money->approx, "", ""}};
        set_currency(out->amount.currency, money->currency, r->settings);
    }
}

/* ---- one plan -------------------------------------------------------------------------------- */

static void put_extent(struct planls_report_plan *plan)
{
    plan->from = plan->to = PLANLS_NO_DAY;
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct planls_report_item *item = &plan->items[i];
        if (item->from != PLANLS_NO_DAY && (plan->from == PLANLS_NO_DAY || item->from < plan->from))
            plan->from = item->from;
        if (item->to != PLANLS_NO_DAY && item->to > plan->to)
            plan->to = item->to;
        plan->weeks = plan->weeks || item->from_week > 0;
    }
}

void report_plan(struct report *r, const struct document *document, struct planls_report_plan *plan)
{
    const struct model *model = document->model;
    static const enum planls_anchor anchors[] = {
        [CALENDAR_FLOATING] = PLANLS_ANCHOR_FLOATING,
        [CALENDAR_ASSUMED] = PLANLS_ANCHOR_ASSUMED,
        [CALENDAR_STATED] = PLANLS_ANCHOR_STATED,
    };
    struct calendar calendar = calendar_of(r->settings, model);
    struct budget budget;
    budget_of(model, r->settings, r->arena, &budget);
    *plan = (struct planls_report_plan){.path = arena_cstring(r->arena, document->path),
                                        .title = arena_cstring(r->arena, model->title),
                                        .anchor = anchors[calendar.anchor],
                                        .week_one = calendar.week_one};
    report_items(r, document, &calendar, &budget, plan);
    plan->budget = report_amounts(r, &budget.plan, &plan->budget_count);
    put_curve(r, &budget, plan);
    put_checkpoints(r, model, &calendar, plan);
    report_gates(r, document, plan);
    put_extent(plan);
}

/* ---- all ------------------------------------------------------------------------------------- */

bool report_is_plan(const struct document *document)
{
    unsigned kinds = document->model->kinds;
    return document->judged && document->model->items.len > 0 && (kinds & DOCUMENT_PLAN) &&
           !(kinds & (DOCUMENT_TEMPLATE | DOCUMENT_ARCHIVED));
}

void planls_report(struct planls_workspace *workspace, const char *const *paths, size_t count,
                   struct planls_results *results, struct planls_report *out)
{
    struct report r = {workspace, &workspace->settings, results, &results->arena};
    size_t most = paths ? count : workspace_count(workspace->ws);
    *out = (struct planls_report){.today = day_of(workspace->today)};
    out->plans = arena_array(r.arena, most + 1, sizeof *out->plans);
    for (size_t i = 0; i < most; i++) {
        const struct document *document = paths ? workspace_find(workspace->ws, slice_of(paths[i]))
                                                : workspace_at(workspace->ws, i);
        if (!document || !report_is_plan(document))
            continue;
        struct planls_report_plan *plan = &out->plans[out->plan_count++];
        report_plan(&r, document, plan);
        report_risks(&r, document, plan);
    }
    struct loads loads = {0};
    capacity_of_all(workspace->ws, r.arena, &loads);
    report_loads(&r, &loads, out);
}
