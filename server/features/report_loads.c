/* report_loads.c: who carries how much in a plan. */
#include "features/report.h"

static void put_run(const struct report *r, const struct load *load, const struct load_run *run,
                    struct planls_report_run *out)
{
    struct load_works works = {0};
    load_works_of(load, run, r->arena, &works);
    *out = (struct planls_report_run){
        .from = run->from, .to = run->to, .load = run->load, .item_count = works.len};
    if (load->weeks) {
        out->from_week = calendar_week(&load->calendar, run->from);
        out->to_week = calendar_week(&load->calendar, run->to);
    }
    out->items = arena_array(r->arena, works.len + 1, sizeof *out->items);
    for (size_t i = 0; i < works.len; i++)
        out->items[i] = arena_cstring(
            r->arena, works.items[i]->document->model->items.items[works.items[i]->item].title);
}

static void put_load(const struct report *r, const struct load *load,
                     struct planls_report_load *out)
{
    *out = (struct planls_report_load){
        .name = arena_cstring(r->arena, load->name),
        .role = load->role_only ? "" : arena_cstring(r->arena, load->role),
        .only = load->only ? arena_cstring(r->arena, load->only->path) : NULL,
        .capacity = load->capacity,
        .owned = load->owned,
        .run_count = load->runs.len,
        .peak = load->peak ? (uint32_t)(load->peak - load->runs.items) : PLANLS_NO_INDEX};
    out->runs = arena_array(r->arena, load->runs.len + 1, sizeof *out->runs);
    for (size_t i = 0; i < load->runs.len; i++)
        put_run(r, load, &load->runs.items[i], &out->runs[i]);
}

/* Does somebody work on one of the plans told of? */
static bool is_told(const struct load *load, const struct planls_report *report)
{
    for (size_t w = 0; w < load->works.len; w++)
        for (size_t p = 0; p < report->plan_count; p++)
            if (slice_is(load->works.items[w].document->path, report->plans[p].path))
                return true;
    return false;
}

void report_loads(const struct report *r, const struct loads *loads, struct planls_report *out)
{
    out->loads = arena_array(r->arena, loads->len + 1, sizeof *out->loads);
    for (size_t i = 0; i < loads->len; i++)
        if (loads->items[i].runs.len && is_told(&loads->items[i], out))
            put_load(r, &loads->items[i], &out->loads[out->load_count++]);
}
