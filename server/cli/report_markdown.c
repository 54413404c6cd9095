/* report_markdown.c: the plans as Markdown, for a page or a comment. */
#include "cli/report_formats.h"
#include "cli/report_tables.h"

#define BUDGET_ROWS 12

static void put_risks(struct strbuf *out, const struct planls_report_plan *plan)
{
    static const char *const names[] = {
        [PLANLS_ERROR] = "error", [PLANLS_WARNING] = "warning", [PLANLS_HINT] = "hint"};
    if (plan->risk_count == 0)
        return;
    strbuf_puts(out, "\n### At risk\n\n");
    for (size_t i = 0; i < plan->risk_count; i++) {
        const struct planls_risk *risk = &plan->risks[i];
        strbuf_printf(out, "- **%s**", names[risk->severity]);
        if (risk->item != PLANLS_NO_INDEX)
            strbuf_printf(out, " %s:", plan->items[risk->item].title);
        strbuf_printf(out, " %s (`%s`)\n", risk->message, risk->code);
    }
}

static void put_plan(struct strbuf *out, const struct planls_report_plan *plan, struct arena *arena)
{
    struct table table;
    strbuf_printf(out, "## %s\n\n", plan->title[0] ? plan->title : plan->path);
    strbuf_printf(out, "`%s`: %s\n\n", plan->path, report_summary(plan, arena));
    report_item_table(plan, 0, arena, &table);
    table_write_markdown(&table, out);
    report_budget_table(plan, BUDGET_ROWS, arena, &table);
    if (table.cells.len) {
        strbuf_puts(out, "\n### Budget\n\n");
        table_write_markdown(&table, out);
    }
    put_risks(out, plan);
    strbuf_putc(out, '\n');
}

void report_print_markdown(struct output *output, const struct planls_report *report)
{
    struct arena arena;
    struct table table;
    arena_init(&arena);
    for (size_t i = 0; i < report->plan_count; i++) {
        put_plan(&output->text, &report->plans[i], &arena);
        output_flush(output);
    }
    report_load_table(report, &arena, &table);
    if (table.cells.len) {
        strbuf_puts(&output->text, "## Load\n\n");
        table_write_markdown(&table, &output->text);
    }
    arena_release(&arena);
}
