/* gantt.c: a plan's time as a Mermaid Gantt chart. */
#include "features/gantt.h"

#include "base/date.h"

#include "base/slice.h"

#include <string.h>

/* A title ends at a colon, a line's end, a semicolon; '#' begins an entity, two '%' a comment or directive. */
static void put_words(struct strbuf *out, const char *text)
{
    for (const char *c = text; *c; c++)
        if (c[0] != '%' || c[1] != '%')
            strbuf_putc(out, strchr(":;#\n\r", *c) ? ' ' : *c);
}

/* Words that begin a statement of Mermaid's (its grammar gantt.jison), where a task's name may begin. */
static bool is_statement(struct slice text)
{
    static const char *const words[] = {
        "gantt",        "title",    "section",           "click",
        "call",         "href",     "dateformat",        "axisformat",
        "tickinterval", "includes", "excludes",          "todaymarker",
        "weekday",      "weekend",  "topaxis",           "vert",
        "acctitle",     "accdescr", "inclusiveenddates", "displaymode"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(text, slice_of(words[i])))
            return true;
    return ascii_is_digit(text.len ? text.ptr[0] : ' ') && slice_find_byte(text, '-') == 4;
}

static void put_name(struct strbuf *out, const char *title)
{
    bool quoted = is_statement(slice_of(title));
    strbuf_puts(out, quoted ? "“" : "");
    put_words(out, title);
    strbuf_puts(out, quoted ? "”" : "");
}

/* The item's last day; of what is open the plan's. PLANLS_NO_DAY where there is none. */
static int32_t last_day(const struct planls_report_plan *plan,
                        const struct planls_report_item *item)
{
    if (item->from == PLANLS_NO_DAY || item->to != PLANLS_NO_DAY)
        return item->to;
    int32_t week = item->from + 6;
    return plan->to == PLANLS_NO_DAY || plan->to < week ? week : plan->to;
}

static bool is_drawn(const struct planls_report_plan *plan, const struct planls_report_item *item)
{
    return item->from != PLANLS_NO_DAY && last_day(plan, item) >= item->from;
}

bool gantt_has_bars(const struct planls_report_plan *plan)
{
    for (size_t i = 0; i < plan->item_count; i++)
        if (is_drawn(plan, &plan->items[i]))
            return true;
    return false;
}

static const char *state_of(const struct planls_report_item *item)
{
    if (item->tasks ? item->tasks == item->tasks_done : strcmp(item->state, "done") == 0)
        return "done, ";
    bool begun = item->tasks_done || item->said_percent > 0 || strcmp(item->state, "doing") == 0 ||
                 strcmp(item->state, "review") == 0;
    return begun ? "active, " : "";
}

static void put_item(struct strbuf *out, const struct planls_report_plan *plan, size_t index)
{
    const struct planls_report_item *item = &plan->items[index];
    char from[11], to[11];
    if (!is_drawn(plan, item))
        return;
    date_format(item->from, from);
    date_format(last_day(plan, item) + 1, to); /* Mermaid's ends are the next day */
    strbuf_puts(out, "    ");
    put_name(out, item->title);
    strbuf_printf(out, " :%s%si%zu, %s, %s\n", item->critical ? "crit, " : "", state_of(item),
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
    bool sections = false; /* what comes behind a section's parts has to end it */
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct planls_report_item *item = &plan->items[i];
        bool parts = has_children(plan, i);
        if (item->depth == 0 && (parts || (sections && is_drawn(plan, item)))) {
            sections = true;
            strbuf_puts(out, "    section ");
            put_words(out, item->title);
            strbuf_putc(out, '\n');
        }
        put_item(out, plan, i);
    }
}
