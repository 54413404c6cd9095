/* report_html.c: the plans as a page of its own: nothing is fetched, nothing runs. */
#include "cli/report_formats.h"
#include "cli/report_tables.h"

#define BUDGET_ROWS 12

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Plans</title>\n<style>\n"
    "  :root { color-scheme: light dark }\n"
    "  body { font: 15px/1.5 system-ui, sans-serif; max-width: 1040px; margin: 2em auto; padding: "
    "0 1em }\n"
    "  table { border-collapse: collapse; width: 100% } th { text-align: left }\n"
    "  th, td { padding: .25em .6em; border-bottom: 1px solid #8884; vertical-align: top; "
    "white-space: pre-wrap }\n"
    "  .n { text-align: right; white-space: nowrap } .path { opacity: .7 }\n"
    "  .error { color: #cf222e } .warning { color: #9a6700 } .hint { color: #0969da }\n"
    "  svg { max-width: 100%; height: auto }\n</style>\n</head>\n<body>\n";

static void put_element(struct strbuf *out, const char *open, const char *text, const char *close)
{
    strbuf_puts(out, open);
    html_escape(out, text);
    strbuf_puts(out, close);
}

static void put_risks(struct strbuf *out, const struct planls_report_plan *plan)
{
    static const char *const names[] = {
        [PLANLS_ERROR] = "error", [PLANLS_WARNING] = "warning", [PLANLS_HINT] = "hint"};
    if (plan->risk_count == 0)
        return;
    strbuf_puts(out, "<h3>At risk</h3>\n<ul>\n");
    for (size_t i = 0; i < plan->risk_count; i++) {
        const struct planls_risk *risk = &plan->risks[i];
        strbuf_printf(out, "<li><b class=\"%s\">%s</b> ", names[risk->severity],
                      names[risk->severity]);
        if (risk->item != PLANLS_NO_INDEX)
            put_element(out, "", plan->items[risk->item].title, ": ");
        put_element(out, "", risk->message, " ");
        put_element(out, "<code>", risk->code, "</code></li>\n");
    }
    strbuf_puts(out, "</ul>\n");
}

static void put_plan(struct strbuf *out, const struct planls_report *report,
                     const struct planls_report_plan *plan, struct arena *arena)
{
    struct table table;
    struct planls_report alone = *report;
    alone.plans = (struct planls_report_plan *)plan;
    alone.plan_count = 1;
    put_element(out, "<h2>", plan->title[0] ? plan->title : plan->path, "</h2>\n");
    put_element(out, "<p><span class=\"path\">", plan->path, "</span><br>");
    put_element(out, "", report_summary(plan, arena), "</p>\n");
    report_put_svg(out, &alone);
    report_item_table(plan, 0, arena, &table);
    table_write_html(&table, out);
    report_budget_table(plan, BUDGET_ROWS, arena, &table);
    if (table.cells.len) {
        strbuf_puts(out, "<h3>Budget</h3>\n");
        table_write_html(&table, out);
    }
    put_risks(out, plan);
}

void report_print_html(struct output *output, const struct planls_report *report)
{
    struct arena arena;
    struct table table;
    arena_init(&arena);
    strbuf_puts(&output->text, head);
    for (size_t i = 0; i < report->plan_count; i++) {
        put_plan(&output->text, report, &report->plans[i], &arena);
        output_flush(output);
    }
    report_load_table(report, &arena, &table);
    if (table.cells.len) {
        strbuf_puts(&output->text, "<h2>Load</h2>\n");
        table_write_html(&table, &output->text);
    }
    strbuf_puts(&output->text, "</body>\n</html>\n");
    arena_release(&arena);
}
