/* report_text.c: the plans for a terminal. */
#include "cli/report_formats.h"
#include "cli/report_tables.h"

#include <math.h>
#include <stdio.h>

#define BAR_WIDTH    20
#define BUDGET_ROWS  8
#define NARROW_WIDTH 100 /* columns: with fewer there is no room for bars */

static void put_heading(const struct canvas *canvas, const char *text)
{
    strbuf_puts(canvas->out, "\n  ");
    paint_puts(canvas, PAINT_BOLD, text);
    strbuf_putc(canvas->out, '\n');
}

/* The load of each week or, where there are many, of as many equal parts of the time: a height each. */
#define SPARK_WIDTH 40

static double load_at(const struct planls_report_load *load, double from, double to)
{
    double most = 0;
    for (size_t i = 0; i < load->run_count; i++)
        if (load->runs[i].from < to && load->runs[i].to + 1 > from && load->runs[i].load > most)
            most = load->runs[i].load;
    return most;
}

static const char *spark(const struct planls_report_load *load, int32_t from, int32_t to,
                         double highest, struct arena *arena)
{
    static const char *const heights[] = {"·", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    unsigned weeks = (unsigned)(to - from) / 7 + 1;
    unsigned width = weeks < SPARK_WIDTH ? weeks : SPARK_WIDTH;
    double days = ((double)to - from + 1) / width;
    for (unsigned i = 0; i < width; i++) {
        double height = load_at(load, from + i * days, from + (i + 1) * days) / highest * 8;
        strbuf_puts(&text, heights[height <= 0 ? 0 : height < 1 ? 1 : (unsigned)floor(height)]);
    }
    const char *copy = arena_cstring(arena, strbuf_slice(&text));
    strbuf_release(&text);
    return copy;
}

static void put_loads(const struct canvas *canvas, const struct planls_report *report,
                      const char *only, struct arena *arena)
{
    static const struct table_column columns[] = {
        {.title = "Who"},     {.title = "Items", .right = true},
        {.title = "By week"}, {.title = "Peak", .right = true},
        {.title = ""},
    };
    struct table table;
    int32_t from = INT32_MAX, to = INT32_MIN;
    double highest = 0;
    for (size_t l = 0; l < report->load_count; l++) {
        const struct planls_report_load *load = &report->loads[l];
        if (load->only != only || load->peak == PLANLS_NO_INDEX)
            continue;
        from = load->runs[0].from < from ? load->runs[0].from : from;
        to = load->runs[load->run_count - 1].to > to ? load->runs[load->run_count - 1].to : to;
        highest = fmax(highest, load->runs[load->peak].load);
    }
    if (highest <= 0)
        return;
    table_init(&table, columns, sizeof columns / sizeof *columns, arena);
    for (size_t l = 0; l < report->load_count; l++) {
        const struct planls_report_load *load = &report->loads[l];
        if (load->only != only || load->peak == PLANLS_NO_INDEX)
            continue;
        const struct planls_report_run *peak = &load->runs[load->peak];
        table_printf(&table, load->role[0] ? "%s (%s)" : "%s", load->name, load->role);
        table_printf(&table, "%u", load->owned);
        table_add(&table, spark(load, from, to, highest, arena));
        table_add(&table, report_load(peak->load, arena));
        table_printf(&table, "%s, %zu at once",
                     report_days(peak->from, peak->to, peak->from_week, peak->to_week, arena),
                     peak->item_count);
    }
    put_heading(canvas, "Load");
    table_draw(&table, canvas, "  ");
}

static void put_risks(const struct canvas *canvas, const struct planls_report_plan *plan)
{
    static const enum paint colors[] = {
        [PLANLS_ERROR] = PAINT_ERROR, [PLANLS_WARNING] = PAINT_WARNING, [PLANLS_HINT] = PAINT_HINT};
    static const char *const names[] = {
        [PLANLS_ERROR] = "error", [PLANLS_WARNING] = "warning", [PLANLS_HINT] = "hint"};
    if (plan->risk_count == 0)
        return;
    put_heading(canvas, "At risk");
    for (size_t i = 0; i < plan->risk_count; i++) {
        const struct planls_risk *risk = &plan->risks[i];
        strbuf_puts(canvas->out, "  ");
        paint_puts(canvas, colors[risk->severity], names[risk->severity]);
        strbuf_puts(canvas->out, "  ");
        if (risk->item != PLANLS_NO_INDEX) {
            paint_text(canvas, slice_of(plan->items[risk->item].title));
            strbuf_puts(canvas->out, ": ");
        }
        paint_text(canvas, slice_of(risk->message));
        paint(canvas, PAINT_DIM);
        strbuf_printf(canvas->out, " [%s]", risk->code);
        paint(canvas, PAINT_PLAIN);
        strbuf_putc(canvas->out, '\n');
    }
}

static const char *only_of(const struct planls_report *report, const char *path)
{
    for (size_t l = 0; l < report->load_count; l++)
        if (report->loads[l].only && slice_is(slice_of(path), report->loads[l].only))
            return report->loads[l].only;
    return NULL;
}

static void put_plan(const struct canvas *canvas, const struct planls_report *report,
                     const struct planls_report_plan *plan, struct arena *arena)
{
    struct table table;
    paint(canvas, PAINT_BOLD);
    paint_text(canvas, slice_of(plan->title[0] ? plan->title : plan->path));
    paint(canvas, PAINT_PLAIN);
    paint(canvas, PAINT_DIM);
    strbuf_puts(canvas->out, "  ");
    paint_text(canvas, slice_of(plan->path));
    paint(canvas, PAINT_PLAIN);
    strbuf_printf(canvas->out, "\n  %s\n\n", report_summary(plan, arena));
    report_item_table(plan, canvas->width < NARROW_WIDTH ? 0 : BAR_WIDTH, arena, &table);
    table_draw(&table, canvas, "  ");
    const char *only = only_of(report, plan->path);
    if (only)
        put_loads(canvas, report, only, arena);
    report_budget_table(plan, BUDGET_ROWS, arena, &table);
    if (table.cells.len) {
        put_heading(canvas, "Budget");
        table_draw(&table, canvas, "  ");
    }
    put_risks(canvas, plan);
}

void report_print_text(struct output *output, const struct planls_report *report)
{
    struct arena arena;
    arena_init(&arena);
    if (report->plan_count == 0)
        strbuf_puts(output->canvas.out, "No plan here: no document holds plan items.\n");
    for (size_t i = 0; i < report->plan_count; i++) {
        if (i)
            strbuf_putc(output->canvas.out, '\n');
        put_plan(&output->canvas, report, &report->plans[i], &arena);
        output_flush(output);
    }
    put_loads(&output->canvas, report, NULL, &arena);
    arena_release(&arena);
}
