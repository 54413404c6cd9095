/* gantt.c: a plan's time as a Mermaid Gantt chart. */
#include "features/gantt.h"

#include "base/date.h"

#include <string.h>

/* A title ends at a colon, a line's end, a semicolon; '#' begins an entity. */
static void put_words(struct strbuf *out, const char *text)
{
    for (const char *c = text; *c; c++)
        strbuf_putc(out, strchr(":;#\n\r", *c) ? ' ' : *c);
}

static void put_item(struct strbuf *out, const struct planls_report_item *item, size_t index)
{
    char from[11], to[11];
    if (item->from == PLANLS_NO_DAY || item->to == PLANLS_NO_DAY || item->to < item->from)
        return;
    date_format(item->from, from);
    date_format(item->to + 1, to); /* Mermaid's ends are the next day */
    strbuf_puts(out, "    ");
    put_words(out, item->title);
    bool done = item->tasks && item->tasks == item->tasks_done;
    strbuf_printf(out, " :%s%si%zu, %s, %s\n", item->critical ? "crit, " : "",
                  done                                           ? "done, "
                  : item->tasks_done || (item->said_percent > 0) ? "active, "
                                                                 : "",
                  index, from, to);
}

static bool has_children(const struct planls_report_plan *plan, size_t index)
{
    return index + 1 < plan->item_count && plan->items[index + 1].parent == index;
}

void gantt_write(const struct planls_report_plan *plan, struct strbuf *out)
{
    strbuf_puts(out, "gantt\n    title ");
    put_words(out, plan->title[0] ? plan->title : plan->path);
    strbuf_puts(out, "\n    dateFormat YYYY-MM-DD\n");
    if (plan->anchor == PLANLS_ANCHOR_FLOATING && plan->weeks)
        strbuf_puts(out, "    axisFormat week %W\n");
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct planls_report_item *item = &plan->items[i];
        if (item->depth == 0 && has_children(plan, i)) {
            strbuf_puts(out, "    section ");
            put_words(out, item->title);
            strbuf_putc(out, '\n');
        }
        put_item(out, item, i);
    }
}
