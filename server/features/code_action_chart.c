/* code_action_chart.c: the plan's Gantt chart in the document itself, put there or made anew.
 *
 * The chart is a fenced Mermaid block below the comment `<!-- planls-gantt -->`: whoever has moved both
 * elsewhere gets it refreshed there.
 */
#include "features/code_action.h"

#include "edits/replace_lines.h"
#include "features/gantt.h"
#include "features/report.h"

#define MARK "planls-gantt"

/* The fence below the comment; 0 where there is none. */
static uint32_t find_chart(const struct document *document)
{
    const struct block *v = document->blocks.v;
    for (uint32_t i = 1; i < document->blocks.len; i++) {
        if (v[i].kind != BLOCK_COMMENT ||
            !slice_is(slice_trim(span_slice(document->text.bytes, v[i].text)), MARK))
            continue;
        uint32_t next = block_next_sibling(&document->blocks, i);
        if (next && v[next].kind == BLOCK_FENCE && v[next].closed)
            return next;
    }
    return 0;
}

static bool has_times(const struct model *model)
{
    if ((model->kinds & DOCUMENT_PLAN) == 0 || (model->kinds & DOCUMENT_TEMPLATE))
        return false;
    for (size_t i = 0; i < model->items.len; i++)
        for (size_t t = 0; t < model->items.items[i].timeline.len; t++)
            if (model->items.items[i].timeline.items[t].time.from.unit != TIME_NONE)
                return true;
    return false;
}

static void offer_chart(const struct action_place *place, const struct refactoring *self,
                        struct planls_actions *out)
{
    const struct document *document = place->document;
    const struct model *model = document->model;
    uint32_t heading = model_heading_at(model, place->range.start);
    uint32_t chart = has_times(model) ? find_chart(document) : 0;
    bool in_chart = chart && place->range.start <= document->blocks.v[chart].span.end &&
                    place->range.end + sizeof MARK >= document->blocks.v[chart].span.start;
    bool on_title =
        heading == NO_INDEX || (model->headings.items[heading].level == 1 &&
                                place->range.start <= model->headings.items[heading].span.end);
    if (chart && (in_chart || on_title))
        action_offer(place, self, 0, "Refresh the Gantt chart", out);
    else if (!chart && on_title && has_times(model))
        action_offer(place, self, 0, "Insert a Gantt chart of the plan", out);
}

/* The chart's lines with the document's line ends; empty where there is nothing to draw. */
static struct slice chart_of(const struct action_place *place)
{
    struct report report = {place->workspace, &place->workspace->settings, place->results,
                            place->arena};
    struct planls_report_plan plan;
    struct strbuf lines, text;
    strbuf_init(&lines, STRBUF_NO_LIMIT);
    strbuf_init(&text, STRBUF_NO_LIMIT);
    report_plan(&report, place->document, &plan);
    if (gantt_has_bars(&plan))
        gantt_write(&plan, &lines);
    struct slice_split it = {strbuf_slice(&lines), false};
    struct slice line;
    while (slice_split_next(&it, '\n', &line) && !it.done) {
        strbuf_append(&text, line);
        strbuf_append(&text, text_line_end(&place->document->text));
    }
    struct slice out = arena_copy(place->arena, strbuf_slice(&text));
    strbuf_release(&lines);
    strbuf_release(&text);
    return out;
}

/* Before the first section below the title: the chart belongs to the plan as a whole. */
static uint32_t place_for_chart(const struct document *document)
{
    const struct model *model = document->model;
    for (size_t i = 0; i < model->headings.len; i++)
        if (!model->headings.items[i].nested && model->headings.items[i].level > 1)
            return model->headings.items[i].span.start;
    return NO_INDEX;
}

static bool edit_chart(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    const struct document *document = place->document;
    struct edit_list edits = {0};
    if (!has_times(document->model))
        return false;
    struct slice chart = chart_of(place);
    if (chart.len == 0)
        return false;
    uint32_t fence = find_chart(document), at = place_for_chart(document);
    if (fence) {
        /* The text of a fence may end before its last line's end. */
        const struct block *block = &document->blocks.v[fence];
        uint32_t first = text_line_of(&document->text, block->span.start) + 1;
        uint32_t last = text_line_of(&document->text, block->span.end);
        struct span lines = {text_line(&document->text, first).start,
                             text_line(&document->text, last).start};
        replace_lines(document->text.bytes, lines, chart, place->arena, &edits);
    } else if (at != NO_INDEX) {
        struct slice end = text_line_end(&document->text);
        *VEC_PUSH(place->arena, &edits) = (struct text_edit){
            {at, at},
            slice_of(arena_printf(
                place->arena, "<!-- " MARK " -->%.*s```mermaid%.*s%.*s```%.*s%.*s", SLICE_ARG(end),
                SLICE_ARG(end), SLICE_ARG(chart), SLICE_ARG(end), SLICE_ARG(end)))};
    }
    action_add_edits(place, document, &edits, fix);
    return true;
}

const struct refactoring code_action_chart[] = {
    {"gantt", PLANLS_ACTION_REWRITE, offer_chart, edit_chart, NULL},
    {0},
};
