/* card_schedule.c: what an item or task waits for and holds up, and how late it may be. */
#include "features/card_schedule.h"

#include "analysis/schedule.h"
#include "features/card.h"

#include <math.h>

/* A longer list is cut: a hover is a glance. */
#define SCHEDULE_MAX_NAMES 8

struct schedule_card {
    const struct workspace *ws;
    struct arena *scratch;
    struct strbuf *out;
    struct plan_graph graph;
    struct schedule schedule;
    struct calendar calendar; /* of the document the card is about */
};

static void put_name(struct schedule_card *card, uint32_t node)
{
    strbuf_append(card->out, dependency_node_name(card->graph.nodes[node], card->scratch));
}

/* "week 5", "2 Feb 2026"; of a length without dates nothing. */
static bool put_day(struct schedule_card *card, double day)
{
    date_days whole = (date_days)floor(day);
    if (!card->schedule.dated)
        return false;
    if (card->schedule.counted)
        strbuf_printf(card->out, "week %d", calendar_week(&card->calendar, whole));
    else if (card->schedule.anchor == CALENDAR_FLOATING)
        strbuf_printf(card->out, "day %d", (int)(whole - card->calendar.week_one + 1));
    else
        card_dates(card->out, whole, whole);
    return true;
}

/* An end is told by its last day. */
static bool put_end(struct schedule_card *card, double end)
{
    return put_day(card, end - 1);
}

static void put_count(struct schedule_card *card, double count, const char *unit)
{
    strbuf_printf(card->out, "%g %s%s", count, unit, fabs(count - 1) < 1e-6 ? "" : "s");
}

/* "2 weeks", "3 days", "4 hours". */
static void put_length(struct schedule_card *card, double days)
{
    double rounded = round(days);
    if (fabs(days - rounded) > 1e-6)
        put_count(card, round(days * 80) / 10, "hour");
    else if (rounded >= 7 && fmod(rounded, 7) < 1e-6)
        put_count(card, rounded / 7, "week");
    else
        put_count(card, rounded, "day");
}

/* The neighbours on one side, each once, with the day that counts there. */
static void put_side(struct schedule_card *card, const struct graph *side, uint32_t node,
                     bool awaited)
{
    uint32_t named = 0, left_out = 0;
    for (uint32_t e = side->first[node]; e < side->first[node + 1]; e++) {
        uint32_t other = side->to[e];
        bool again = false;
        for (uint32_t before = side->first[node]; before < e && named < SCHEDULE_MAX_NAMES;
             before++)
            again = again || side->to[before] == other;
        if (again)
            continue;
        if (named == SCHEDULE_MAX_NAMES) {
            left_out++;
            continue;
        }
        strbuf_puts(card->out, named++ ? ", " : awaited ? "- Waits for: " : "- Blocks: ");
        put_name(card, other);
        const struct scheduled *s = &card->schedule.nodes[other];
        if (!s->known || !card->schedule.dated)
            continue;
        strbuf_puts(card->out, awaited ? " (ends " : " (starts ");
        if (awaited)
            put_end(card, s->finish);
        else
            put_day(card, s->start);
        strbuf_putc(card->out, ')');
    }
    if (left_out)
        strbuf_printf(card->out, " and %u more", left_out);
    if (named)
        strbuf_putc(card->out, '\n');
}

/* "Slack: ends week 4; Build starts week 7: 2 weeks, 3 weeks before the plan's end moves". */
static void put_slack(struct schedule_card *card, uint32_t node)
{
    const struct scheduled *s = &card->schedule.nodes[node];
    if (!s->known || s->in_cycle ||
        card->graph.blocks.first[node] == card->graph.blocks.first[node + 1])
        return;
    strbuf_puts(card->out, s->free_slack < -1e-6 ? "- Overlap: " : "- Slack: ");
    if (card->schedule.dated && s->next != GRAPH_NONE) {
        strbuf_puts(card->out, "ends ");
        put_end(card, s->finish);
        strbuf_puts(card->out, "; ");
        put_name(card, s->next);
        strbuf_puts(card->out, " starts ");
        put_day(card, card->schedule.nodes[s->next].start);
        strbuf_puts(card->out, ": ");
    }
    if (s->free_slack < -1e-6) {
        put_length(card, -s->free_slack);
    } else if (s->free_slack < 1e-6) {
        strbuf_puts(card->out, "none");
    } else {
        put_length(card, s->free_slack);
    }
    if (s->free_slack > -1e-6 && s->slack > s->free_slack + 1e-6) {
        strbuf_puts(card->out, "; ");
        put_length(card, s->slack);
        strbuf_puts(card->out, " before the end moves");
    }
    strbuf_putc(card->out, '\n');
}

static void put_critical(struct schedule_card *card, uint32_t node)
{
    const struct schedule *schedule = &card->schedule;
    bool on_it = false;
    for (uint32_t i = 0; i < schedule->critical_count; i++)
        on_it = on_it || schedule->critical[i] == node;
    if (!on_it || schedule->critical_count < 2)
        return;
    strbuf_puts(card->out, "- Critical path: ");
    for (uint32_t i = 0; i < schedule->critical_count && i < SCHEDULE_MAX_NAMES; i++) {
        strbuf_puts(card->out, i ? " → " : "");
        put_name(card, schedule->critical[i]);
    }
    if (schedule->critical_count > SCHEDULE_MAX_NAMES)
        strbuf_puts(card->out, " → …");
    strbuf_puts(card->out, schedule->dated ? ", ends " : ", ");
    if (!put_end(card, schedule->end))
        put_length(card, schedule->end);
    strbuf_putc(card->out, '\n');
}

void card_schedule(const struct workspace *ws, struct dependency_node node, struct arena *scratch,
                   struct strbuf *out)
{
    struct schedule_card card = {.ws = ws, .scratch = scratch, .out = out};
    const struct model *model = node.document->model;
    plan_graph_about(ws, node.document, scratch, &card.graph);
    uint32_t number = plan_graph_find(&card.graph, node);
    if (number == GRAPH_NONE)
        return;
    schedule_of(ws, &card.graph, node.document, scratch, &card.schedule);
    card.calendar = calendar_of(workspace_settings(ws), model);
    put_side(&card, &card.graph.waits, number, true);
    put_side(&card, &card.graph.blocks, number, false);
    put_slack(&card, number);
    put_critical(&card, number);
}
