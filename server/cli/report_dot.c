/* report_dot.c: what waits for what, for Graphviz. https://graphviz.org/doc/info/lang.html */
#include "cli/report_formats.h"

static void put_string(struct strbuf *out, const char *text)
{
    strbuf_putc(out, '"');
    for (const char *c = text; *c; c++) {
        if (*c == '"' || *c == '\\')
            strbuf_putc(out, '\\');
        if ((unsigned char)*c >= 0x20)
            strbuf_putc(out, *c);
    }
    strbuf_putc(out, '"');
}

static void put_plan(struct strbuf *out, const struct planls_report_plan *plan, size_t index)
{
    struct arena arena;
    arena_init(&arena);
    bool *linked = arena_array(&arena, plan->item_count + 1, sizeof *linked);
    for (size_t i = 0; i < plan->edge_count; i++)
        linked[plan->edges[i].waits] = linked[plan->edges[i].for_item] = true;
    strbuf_printf(out, "  subgraph cluster_%zu {\n    label=", index);
    put_string(out, plan->title[0] ? plan->title : plan->path);
    strbuf_puts(out, ";\n");
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct planls_report_item *item = &plan->items[i];
        if (!linked[i])
            continue;
        strbuf_printf(out, "    p%zu_%zu [label=", index, i);
        put_string(out, item->title);
        strbuf_puts(out, item->critical ? ", penwidth=2];\n" : "];\n");
    }
    for (size_t i = 0; i < plan->edge_count; i++)
        strbuf_printf(out, "    p%zu_%u -> p%zu_%u;\n", index, plan->edges[i].for_item, index,
                      plan->edges[i].waits);
    strbuf_puts(out, "  }\n");
    arena_release(&arena);
}

void report_print_dot(struct output *output, const struct planls_report *report)
{
    strbuf_puts(&output->text, "digraph plans {\n  rankdir=LR;\n  node [shape=box];\n");
    for (size_t i = 0; i < report->plan_count; i++)
        put_plan(&output->text, &report->plans[i], i);
    strbuf_puts(&output->text, "}\n");
}
