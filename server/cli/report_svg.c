/* report_svg.c: the plans' time as a picture: a bar per item, today's line, critical items marked.
 *
 * Plain SVG 1.1 with a style sheet of its own that follows the reader's light or dark scheme.
 */
#include "cli/report_formats.h"
#include "cli/report_tables.h"

#include "base/date.h"

#define ROW_HEIGHT  22
#define LABEL_WIDTH 280
#define CHART_WIDTH 720
#define HEAD_HEIGHT 48
#define MAX_TICKS   16

static const char style[] =
    "<style>\n"
    "  text { font: 12px system-ui, sans-serif; fill: #24292f }\n"
    "  .title { font-weight: 600; font-size: 14px }\n"
    "  .dim { fill: #57606a; font-size: 11px }\n"
    "  .bar { fill: #54aeff } .done { fill: #4ac26b } .critical { stroke: #cf222e; stroke-width: 2 "
    "}\n"
    "  .group { fill: #8c959f } .grid { stroke: #d0d7de } .today { stroke: #cf222e; "
    "stroke-dasharray: 3 3 }\n"
    "  @media (prefers-color-scheme: dark) {\n"
    "    text { fill: #e6edf3 } .dim { fill: #8d96a0 } .grid { stroke: #30363d }\n"
    "    .bar { fill: #1f6feb } .done { fill: #238636 } .group { fill: #6e7681 }\n"
    "  }\n"
    "</style>\n";

struct scale {
    int32_t from;
    double per_day;
};

static double x_of(const struct scale *scale, int32_t day)
{
    return LABEL_WIDTH + (day - scale->from) * scale->per_day;
}

static bool has_days(const struct planls_report_item *item)
{
    return item->from != PLANLS_NO_DAY && item->to != PLANLS_NO_DAY && item->to >= item->from;
}

/* Weeks where the plan counts them, else months or so. */
static void put_grid(struct strbuf *out, const struct planls_report_plan *plan,
                     const struct scale *scale, double top, double bottom)
{
    int weeks = (plan->to - plan->from) / 7 + 1;
    int step = (weeks + MAX_TICKS - 1) / MAX_TICKS;
    for (int week = 0; week <= weeks; week += step) {
        int32_t day = plan->from + week * 7;
        double x = x_of(scale, day);
        strbuf_printf(out,
                      "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", x,
                      top, x, bottom);
        char date[11];
        date_format(day, date);
        strbuf_printf(out, "<text class=\"dim\" x=\"%.1f\" y=\"%.1f\">", x + 2, top - 4);
        if (plan->weeks)
            strbuf_printf(out, "W%d", (day - plan->week_one) / 7 + 1);
        else
            strbuf_printf(out, "%.5s", date + 5);
        strbuf_puts(out, "</text>\n");
    }
}

static void put_item(struct strbuf *out, const struct planls_report_plan *plan, size_t index,
                     const struct scale *scale, double y)
{
    const struct planls_report_item *item = &plan->items[index];
    bool group = index + 1 < plan->item_count && plan->items[index + 1].parent == index;
    bool done = item->tasks && item->tasks == item->tasks_done;
    unsigned indent = 8 + (item->depth < 8 ? item->depth : 8) * 12;
    strbuf_printf(out, "<g><title>");
    html_escape(out, item->title);
    if (item->when[0]) {
        strbuf_puts(out, " · ");
        html_escape(out, item->when);
    }
    strbuf_printf(
        out,
        "</title>\n<svg x=\"0\" y=\"%.1f\" width=\"%d\" height=\"%d\"><text x=\"%u\" y=\"15\">", y,
        LABEL_WIDTH - 8, ROW_HEIGHT, indent);
    html_escape(out, item->title);
    strbuf_puts(out, "</text></svg>\n");
    if (has_days(item))
        strbuf_printf(
            out,
            "<rect class=\"%s%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"3\"/>\n",
            group  ? "group"
            : done ? "done"
                   : "bar",
            item->critical ? " critical" : "", x_of(scale, item->from), y + (group ? 8 : 4),
            (item->to - item->from + 1) * scale->per_day, group ? 6 : ROW_HEIGHT - 8);
    strbuf_puts(out, "</g>\n");
}

static double plan_height(const struct planls_report_plan *plan)
{
    return HEAD_HEIGHT + (double)plan->item_count * ROW_HEIGHT + 16;
}

static void put_plan(struct strbuf *out, const struct planls_report *report,
                     const struct planls_report_plan *plan, double y)
{
    bool dated = plan->from != PLANLS_NO_DAY && plan->to != PLANLS_NO_DAY && plan->to >= plan->from;
    struct scale scale = {0, 1};
    double top = y + HEAD_HEIGHT, bottom = top + (double)plan->item_count * ROW_HEIGHT;
    strbuf_printf(out, "<text class=\"title\" x=\"8\" y=\"%.1f\">", y + 18);
    html_escape(out, plan->title[0] ? plan->title : plan->path);
    strbuf_puts(out, "</text>\n");
    if (dated) {
        scale = (struct scale){plan->from, CHART_WIDTH / ((double)plan->to - plan->from + 1)};
        put_grid(out, plan, &scale, top, bottom);
    }
    for (size_t i = 0; i < plan->item_count; i++)
        put_item(out, plan, i, &scale, top + (double)i * ROW_HEIGHT);
    bool today = dated && plan->anchor == PLANLS_ANCHOR_STATED && report->today != PLANLS_NO_DAY &&
                 report->today >= plan->from && report->today <= plan->to;
    if (today)
        strbuf_printf(out,
                      "<line class=\"today\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                      x_of(&scale, report->today), top, x_of(&scale, report->today), bottom);
}

void report_put_svg(struct strbuf *out, const struct planls_report *report)
{
    double height = 8, y = 8;
    for (size_t i = 0; i < report->plan_count; i++)
        height += plan_height(&report->plans[i]);
    strbuf_printf(out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" width=\"%d\" "
                  "height=\"%.0f\" role=\"img\">\n",
                  LABEL_WIDTH + CHART_WIDTH + 16, height, LABEL_WIDTH + CHART_WIDTH + 16, height);
    strbuf_puts(out, style);
    for (size_t i = 0; i < report->plan_count; i++) {
        put_plan(out, report, &report->plans[i], y);
        y += plan_height(&report->plans[i]);
    }
    strbuf_puts(out, "</svg>\n");
}

void report_print_svg(struct output *output, const struct planls_report *report)
{
    report_put_svg(&output->text, report);
}
