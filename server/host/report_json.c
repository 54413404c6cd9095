/* report_json.c: a report as JSON. */
#include "host/report_json.h"

#include "base/date.h"

#include <math.h>

static cJSON *new_text(const char *text)
{
    return json_new_string(slice_of(text));
}

static cJSON *new_text_or_null(const char *text)
{
    return text && text[0] ? new_text(text) : cJSON_CreateNull();
}

static cJSON *new_day(int32_t day)
{
    char text[11];
    if (day == PLANLS_NO_DAY)
        return cJSON_CreateNull();
    date_format(day, text);
    return cJSON_CreateString(text);
}

/* Where weeks hang on nothing, the days behind them mean nothing. */
static cJSON *new_day_of_week(int32_t day, int week, bool floating)
{
    return new_day(floating && week > 0 ? PLANLS_NO_DAY : day);
}

static cJSON *new_index(uint32_t index)
{
    return index == PLANLS_NO_INDEX ? cJSON_CreateNull() : cJSON_CreateNumber(index);
}

static cJSON *new_week(int week)
{
    return week > 0 ? cJSON_CreateNumber(week) : cJSON_CreateNull();
}

/* Of a plan's own days, from 1 on. */
static cJSON *new_plan_day(int32_t day, int week, const struct planls_report_plan *plan)
{
    return week > 0 ? cJSON_CreateNumber(day - plan->week_one + 1) : cJSON_CreateNull();
}

static cJSON *new_amount(const struct planls_amount *amount)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "amount", cJSON_CreateNumber(amount->amount));
    json_set(json, "currency", new_text(amount->currency));
    if (amount->per[0])
        json_set(json, "per", new_text(amount->per));
    if (amount->min < amount->max) {
        json_set(json, "min", cJSON_CreateNumber(amount->min));
        json_set(json, "max",
                 isinf(amount->max) ? cJSON_CreateNull() : cJSON_CreateNumber(amount->max));
    }
    if (amount->approx)
        json_set(json, "approx", cJSON_CreateTrue());
    return json;
}

static cJSON *new_amounts(const struct planls_amount *amounts, size_t count)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++)
        json_push(list, new_amount(&amounts[i]));
    return list;
}

static cJSON *new_texts(const char *const *texts, size_t count)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < count; i++)
        json_push(list, new_text(texts[i]));
    return list;
}

static void set_range(cJSON *json, const char *name, const struct report_places *places,
                      const char *path, struct planls_range range)
{
    cJSON *made = places->new_range(places->context, path, range);
    json_set(json, name, made ? made : cJSON_CreateNull());
}

static cJSON *new_findings(unsigned errors, unsigned warnings, unsigned hints)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "errors", cJSON_CreateNumber(errors));
    json_set(json, "warnings", cJSON_CreateNumber(warnings));
    json_set(json, "hints", cJSON_CreateNumber(hints));
    return json;
}

static bool is_floating(const struct planls_report_plan *plan)
{
    return plan->anchor == PLANLS_ANCHOR_FLOATING && plan->weeks;
}

static cJSON *new_item(const struct planls_report_plan *plan, const struct planls_report_item *item,
                       const struct report_places *places)
{
    bool floating = is_floating(plan);
    cJSON *json = cJSON_CreateObject();
    json_set(json, "key", new_text(item->key));
    json_set(json, "kind", new_text(item->kind));
    json_set(json, "title", new_text(item->title));
    json_set(json, "id", new_text_or_null(item->id));
    json_set(json, "status", new_text_or_null(item->status));
    json_set(json, "state", new_text_or_null(item->state));
    json_set(json, "parent", new_index(item->parent));
    set_range(json, "range", places, item->where.path, item->where.name);
    json_set(json, "owners", new_texts(item->owners, item->owner_count));
    json_set(json, "when", new_text_or_null(item->when));
    json_set(json, "from", new_day_of_week(item->from, item->from_week, floating));
    json_set(json, "to", new_day_of_week(item->to, item->to_week, floating));
    json_set(json, "fromWeek", new_week(item->from_week));
    json_set(json, "toWeek", new_week(item->to_week));
    json_set(json, "fromDay", new_plan_day(item->from, item->from_week, plan));
    json_set(json, "toDay", new_plan_day(item->to, item->to_week, plan));
    json_set(json, "budget", new_amounts(item->budget, item->budget_count));
    json_set(json, "tasks", cJSON_CreateNumber(item->tasks));
    json_set(json, "tasksDone", cJSON_CreateNumber(item->tasks_done));
    json_set(json, "percent",
             item->said_percent < 0 ? cJSON_CreateNull() : cJSON_CreateNumber(item->said_percent));
    json_set(json, "criteria", cJSON_CreateNumber(item->criteria));
    json_set(json, "risks", cJSON_CreateNumber(item->risks));
    json_set(json, "risksOpen", cJSON_CreateNumber(item->risks_open));
    json_set(json, "slackDays",
             item->scheduled ? cJSON_CreateNumber(item->slack) : cJSON_CreateNull());
    json_set(json, "critical", cJSON_CreateBool(item->critical));
    json_set(json, "gate", item->gate ? new_text(item->gate) : cJSON_CreateNull());
    json_set(json, "gateOpen", cJSON_CreateNumber(item->gate_open));
    json_set(json, "findings", new_findings(item->errors, item->warnings, item->hints));
    return json;
}

static cJSON *new_risk(const struct planls_risk *risk, const struct report_places *places)
{
    static const char *const severities[] = {
        [PLANLS_ERROR] = "error", [PLANLS_WARNING] = "warning", [PLANLS_HINT] = "hint"};
    cJSON *json = cJSON_CreateObject();
    json_set(json, "severity", cJSON_CreateString(severities[risk->severity]));
    json_set(json, "code", new_text(risk->code));
    json_set(json, "message", new_text(risk->message));
    set_range(json, "range", places, risk->where.path, risk->where.range);
    json_set(json, "item", new_index(risk->item));
    return json;
}

static cJSON *new_curve(const struct planls_report_plan *plan)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < plan->curve_count; i++) {
        cJSON *point = json_push(list, cJSON_CreateObject());
        json_set(point, "day", new_day(is_floating(plan) ? PLANLS_NO_DAY : plan->curve[i].day));
        json_set(point, "week", new_week(plan->weeks ? plan->curve[i].week : 0));
        json_set(point, "amount", cJSON_CreateNumber(plan->curve[i].amount));
    }
    return list;
}

static cJSON *new_checkpoints(const struct planls_report_plan *plan)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < plan->checkpoint_count; i++) {
        cJSON *json = json_push(list, cJSON_CreateObject());
        json_set(json, "title", new_text(plan->checkpoints[i].title));
        json_set(json, "at", new_text(plan->checkpoints[i].at));
        json_set(json, "day",
                 new_day(is_floating(plan) ? PLANLS_NO_DAY : plan->checkpoints[i].day));
        json_set(json, "amount", new_amount(&plan->checkpoints[i].amount));
    }
    return list;
}

static cJSON *new_gates(const struct planls_report_plan *plan, const struct report_places *places)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < plan->gate_count; i++) {
        const struct planls_report_gate *gate = &plan->gates[i];
        cJSON *json = json_push(list, cJSON_CreateObject());
        json_set(json, "title", new_text(gate->title));
        json_set(json, "state", new_text(gate->state));
        set_range(json, "range", places, gate->where.path, gate->where.name);
        json_set(json, "item", new_index(gate->item));
        json_set(json, "entry", cJSON_CreateBool(gate->entry));
        json_set(json, "criteria", cJSON_CreateNumber(gate->boxes));
        json_set(json, "open", cJSON_CreateNumber(gate->open));
    }
    return list;
}

static cJSON *new_stops(const struct planls_report_plan *plan, const struct report_places *places)
{
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < plan->stop_count; i++) {
        const struct planls_report_stop *stop = &plan->stops[i];
        cJSON *json = json_push(list, cJSON_CreateObject());
        json_set(json, "condition", new_text(stop->condition));
        json_set(json, "action", new_text_or_null(stop->action));
        json_set(json, "outcome", new_text(stop->outcome));
        set_range(json, "range", places, stop->where.path, stop->where.name);
        json_set(json, "item", new_index(stop->item));
        json_set(json, "day", new_day(stop->day));
    }
    return list;
}

static cJSON *new_plan(const struct planls_report_plan *plan, const struct report_places *places)
{
    static const char *const anchors[] = {[PLANLS_ANCHOR_FLOATING] = "floating",
                                          [PLANLS_ANCHOR_ASSUMED] = "assumed",
                                          [PLANLS_ANCHOR_STATED] = "stated"};
    bool floating = is_floating(plan);
    cJSON *json = cJSON_CreateObject();
    json_set(json, "path", new_text(plan->path));
    json_set(json, "title", new_text_or_null(plan->title));
    json_set(json, "anchor", cJSON_CreateString(anchors[plan->anchor]));
    json_set(json, "weekOne",
             new_day(plan->anchor == PLANLS_ANCHOR_FLOATING ? PLANLS_NO_DAY : plan->week_one));
    json_set(json, "weeks", cJSON_CreateBool(plan->weeks));
    json_set(json, "from", new_day(floating ? PLANLS_NO_DAY : plan->from));
    json_set(json, "to", new_day(floating ? PLANLS_NO_DAY : plan->to));
    cJSON *items = json_set(json, "items", cJSON_CreateArray());
    for (size_t i = 0; i < plan->item_count; i++)
        json_push(items, new_item(plan, &plan->items[i], places));
    cJSON *edges = json_set(json, "edges", cJSON_CreateArray());
    for (size_t i = 0; i < plan->edge_count; i++) {
        cJSON *edge = json_push(edges, cJSON_CreateObject());
        json_set(edge, "waits", cJSON_CreateNumber(plan->edges[i].waits));
        json_set(edge, "for", cJSON_CreateNumber(plan->edges[i].for_item));
    }
    json_set(json, "budget", new_amounts(plan->budget, plan->budget_count));
    json_set(json, "currency", new_text(plan->currency));
    json_set(json, "curve", new_curve(plan));
    json_set(json, "checkpoints", new_checkpoints(plan));
    json_set(json, "gates", new_gates(plan, places));
    json_set(json, "stops", new_stops(plan, places));
    json_set(json, "tasks", cJSON_CreateNumber(plan->tasks));
    json_set(json, "tasksDone", cJSON_CreateNumber(plan->tasks_done));
    json_set(json, "loose", cJSON_CreateNumber(plan->loose));
    cJSON *risks = json_set(json, "risks", cJSON_CreateArray());
    for (size_t i = 0; i < plan->risk_count; i++)
        json_push(risks, new_risk(&plan->risks[i], places));
    json_set(json, "findings", new_findings(plan->errors, plan->warnings, plan->hints));
    return json;
}

static cJSON *new_load(const struct planls_report_load *load)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "name", new_text(load->name));
    json_set(json, "role", new_text_or_null(load->role));
    json_set(json, "plan", new_text_or_null(load->only));
    json_set(json, "capacity", cJSON_CreateNumber(load->capacity));
    json_set(json, "owned", cJSON_CreateNumber(load->owned));
    json_set(json, "peak", new_index(load->peak));
    cJSON *runs = json_set(json, "runs", cJSON_CreateArray());
    for (size_t i = 0; i < load->run_count; i++) {
        const struct planls_report_run *run = &load->runs[i];
        cJSON *one = json_push(runs, cJSON_CreateObject());
        json_set(one, "from", new_day_of_week(run->from, run->from_week, load->only != NULL));
        json_set(one, "to", new_day_of_week(run->to, run->to_week, load->only != NULL));
        json_set(one, "fromWeek", new_week(run->from_week));
        json_set(one, "toWeek", new_week(run->to_week));
        json_set(one, "load", cJSON_CreateNumber(run->load));
        json_set(one, "items", new_texts(run->items, run->item_count));
    }
    return json;
}

cJSON *report_new_json(const struct planls_report *report, const struct report_places *places)
{
    cJSON *json = cJSON_CreateObject();
    json_set(json, "version", cJSON_CreateNumber(1));
    json_set(json, "today", new_day(report->today));
    cJSON *plans = json_set(json, "plans", cJSON_CreateArray());
    for (size_t i = 0; i < report->plan_count; i++)
        json_push(plans, new_plan(&report->plans[i], places));
    cJSON *loads = json_set(json, "loads", cJSON_CreateArray());
    for (size_t i = 0; i < report->load_count; i++)
        json_push(loads, new_load(&report->loads[i]));
    return json;
}
