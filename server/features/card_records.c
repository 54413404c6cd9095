/* card_records.c: gates, stop conditions, decisions and escalation tiers told for hovers. */
#include "features/card_records.h"

#include "analysis/decisions.h"
#include "analysis/dependencies.h"
#include "analysis/escalation.h"
#include "analysis/freshness.h"
#include "analysis/gates.h"
#include "analysis/stops.h"

/* How many lines of a list are shown. */
#define SHOWN_LINES 8

static struct slice item_name(const struct document *document, uint32_t item, struct arena *scratch)
{
    return dependency_node_name((struct dependency_node){document, item, NO_INDEX}, scratch);
}

static void put_title(struct strbuf *out, struct slice title, const char *kind)
{
    strbuf_printf(out, "**%.*s** · %s", SLICE_ARG(title), kind);
}

/* ---- gates ----------------------------------------------------------------------------------- */

static void put_open_criteria(struct strbuf *out, const struct gate *gate)
{
    size_t shown = 0, open = 0;
    for (size_t c = 0; c < gate->criteria.len; c++) {
        const struct criterion *criterion = &gate->criteria.items[c];
        if (!criterion->has_box || criterion->done)
            continue;
        if (open++ < SHOWN_LINES) {
            strbuf_printf(out, "  - %.*s\n", SLICE_ARG(criterion->text));
            shown++;
        }
    }
    if (open > shown)
        strbuf_printf(out, "  - … and %zu more\n", open - shown);
}

/* The outermost items that it holds up, and how far they are. */
static void put_held(const struct document *document, const struct gate_view *view,
                     struct arena *scratch, struct strbuf *out)
{
    const struct model *model = document->model;
    const struct item_work *works = items_work(model, scratch);
    size_t shown = 0;
    for (uint32_t i = 0; i < model->items.len; i++) {
        uint32_t parent = model->items.items[i].parent;
        if (!view->holds_up[i] || (parent != NO_INDEX && view->holds_up[parent]))
            continue;
        if (shown++ == SHOWN_LINES) {
            strbuf_puts(out, ", …");
            break;
        }
        struct slice name = item_name(document, i, scratch);
        strbuf_printf(out, "%s%.*s", shown > 1 ? ", " : "- Holds up: ", SLICE_ARG(name));
        if (works[i].begun)
            strbuf_printf(out, " (begun: %u of %u tasks)", works[i].begun, works[i].tasks);
        else if (works[i].started)
            strbuf_puts(out, " (begun)");
    }
    if (shown)
        strbuf_putc(out, '\n');
}

void card_gate(const struct planls_workspace *workspace, const struct document *document,
               uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct model *model = document->model;
    const struct gate *gate = &model->gates.items[index];
    struct gate_views views = {0};
    gates_of(workspace->ws, document, scratch, &views);
    put_title(out, gate->title, "gate");
    if (index >= views.len) {
        strbuf_putc(out, '\n');
        return;
    }
    const struct gate_view *view = &views.items[index];
    if (view->item != NO_INDEX) {
        struct slice name = item_name(document, view->item, scratch);
        strbuf_printf(out, " %s %.*s", view->entry ? "to" : "of", SLICE_ARG(name));
    }
    strbuf_printf(out, " · %s\n\n", gate_state_name(view->state));
    if (view->boxes)
        strbuf_printf(out, "- Criteria: %u of %u met%s\n", view->boxes - view->open, view->boxes,
                      view->open ? "; open:" : "");
    else
        strbuf_printf(out, "- Criteria: %zu, none with a box\n", gate->criteria.len);
    put_open_criteria(out, gate);
    if (view->state == GATE_BLOCKED) {
        uint32_t before = views.items[view->blocked_by].item;
        struct slice name =
            before == NO_INDEX ? SLICE("another phase") : item_name(document, before, scratch);
        strbuf_printf(out, "- Blocked by: the gate of %.*s\n", SLICE_ARG(name));
    }
    if (view->state == GATE_SELF_BLOCKING) {
        struct dependency_node node = {document, view->wait.item, view->wait.task};
        struct slice name = dependency_node_name(node, scratch);
        strbuf_printf(out, "- Waits for %.*s, which it holds up itself\n", SLICE_ARG(name));
    }
    put_held(document, view, scratch, out);
}

/* ---- stop conditions ------------------------------------------------------------------------- */

static void put_date(struct strbuf *out, date_days day)
{
    card_dates(out, day, day);
}

static void put_unfinished(const struct planls_workspace *workspace,
                           const struct document *document, const struct stop_view *view,
                           struct arena *scratch, struct strbuf *out)
{
    if (view->item == NO_INDEX) {
        strbuf_puts(out, "- No item of that name is in this plan\n");
        return;
    }
    struct slice name = item_name(document, view->item, scratch);
    strbuf_printf(out, "- %.*s: ", SLICE_ARG(name));
    if (view->tasks)
        strbuf_printf(out, "%u of %u tasks done", view->done, view->tasks);
    else
        strbuf_puts(out, "no tasks");
    if (view->due != DATE_NONE) {
        strbuf_puts(out, ", last day ");
        put_date(out, view->due);
        if (workspace->today != DATE_NONE) {
            strbuf_puts(out, ", today ");
            put_date(out, workspace->today);
        }
    } else {
        strbuf_puts(out, "; without a stated start nobody can say when that is");
    }
    strbuf_putc(out, '\n');
}

static void put_comparison(const struct stop_test *test, const struct stop_view *view,
                           struct strbuf *out)
{
    const char *words = stop_comparator_words(test->comparator);
    if (view->now)
        strbuf_printf(out, "- %.*s: %.*s now, the limit is %s %.*s\n", SLICE_ARG(test->subject),
                      SLICE_ARG(view->now->text), words, SLICE_ARG(test->text));
    else
        strbuf_printf(out, "- The limit is %s %.*s; the plan states no present value of %.*s\n",
                      words, SLICE_ARG(test->text), SLICE_ARG(test->subject));
    if (view->early) {
        strbuf_puts(out, "- Counts from ");
        put_date(out, view->due);
        strbuf_putc(out, '\n');
    } else if (test->has_time && view->due == DATE_NONE) {
        strbuf_puts(out, "- Without a stated start nobody can say from when it counts\n");
    }
}

void card_stop(const struct planls_workspace *workspace, const struct document *document,
               uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct stop *stop = &document->model->stops.items[index];
    struct stop_views views = {0};
    stops_of(workspace->ws, document, workspace->today, scratch, &views);
    const struct stop_view *view = &views.items[index];
    put_title(out, stop->condition, "stop condition");
    strbuf_printf(out, " · %s\n\n", stop_outcome_name(view->outcome));
    if (stop->signal.len)
        strbuf_printf(out, "- Signal: %.*s\n", SLICE_ARG(stop->signal));
    if (stop->action.len)
        strbuf_printf(out, "- Action: %.*s\n", SLICE_ARG(stop->action));
    if (stop->test.kind == STOP_TEST_UNFINISHED)
        put_unfinished(workspace, document, view, scratch, out);
    else if (stop->test.kind == STOP_TEST_COMPARES)
        put_comparison(&stop->test, view, out);
}

/* ---- decisions ------------------------------------------------------------------------------- */

static void put_due(const struct document *document, const struct decision_view *view,
                    struct arena *scratch, struct strbuf *out)
{
    if (view->source == DECISION_UNDATED)
        return;
    strbuf_puts(out, "- Due: ");
    put_date(out, view->due);
    if (view->item != NO_INDEX) {
        struct slice name = item_name(document, view->item, scratch);
        strbuf_printf(out, ", %s of %.*s",
                      view->source == DECISION_DUE_PHASE ? "the day before the first"
                                                         : "the last day",
                      SLICE_ARG(name));
    } else if (view->source == DECISION_DUE_START) {
        strbuf_puts(out, ", the day before week 1");
    }
    strbuf_putc(out, '\n');
}

void card_decision(const struct planls_workspace *workspace, const struct document *document,
                   uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct decision *decision = &document->model->decisions.items[index];
    struct decision_views views = {0};
    decisions_of(&workspace->settings, document->model, scratch, &views);
    const struct decision_view *view = &views.items[index];
    put_title(out, decision->title, decision->kind == DECISION_APPROVAL ? "approval" : "decision");
    strbuf_printf(out, " · %u of %u open\n\n", view->open, view->lines);
    put_due(document, view, scratch, out);
    size_t shown = 0;
    for (size_t l = 0; l < decision->lines.len; l++) {
        const struct decision_line *line = &decision->lines.items[l];
        if (!line->open || line->optional)
            continue;
        if (shown++ == SHOWN_LINES) {
            strbuf_printf(out, "- … and %zu more\n", view->open - (shown - 1));
            break;
        }
        strbuf_printf(out, "- Open: %.*s\n", SLICE_ARG(line->name));
    }
}

/* ---- escalation ------------------------------------------------------------------------------ */

void card_tier(const struct document *document, uint32_t index, struct arena *scratch,
               struct strbuf *out)
{
    const struct model *model = document->model;
    const struct escalation_tier *tier = &model->tiers.items[index];
    struct escalation_gaps gaps = {0};
    put_title(out, tier->title, "escalation tier");
    strbuf_puts(out, "\n\n");
    for (size_t t = 0; t < tier->thresholds.len; t++) {
        const struct threshold *threshold = &tier->thresholds.items[t];
        bool named = threshold->subject.len > 0;
        strbuf_printf(out, "- %.*s%s%.*s\n", SLICE_ARG(threshold->subject), named ? ": " : "",
                      SLICE_ARG(threshold->text));
    }
    if (index + 1 < model->tiers.len && model->tiers.items[index + 1].heading == tier->heading)
        strbuf_printf(out, "- Next: %.*s\n", SLICE_ARG(model->tiers.items[index + 1].title));
    escalation_gaps_of(model, scratch, &gaps);
    for (size_t g = 0; g < gaps.len; g++)
        if (gaps.items[g].below_tier == index || gaps.items[g].above_tier == index)
            strbuf_printf(out, "- Nobody decides between %.*s and %.*s\n",
                          SLICE_ARG(gaps.items[g].below->text),
                          SLICE_ARG(gaps.items[g].above->text));
}

/* ---- meetings -------------------------------------------------------------------------------- */

/* Only a day that is named, or any day, says when the next one is: nobody knows which of two weeks it is. */
static date_days next_meeting(const struct cadence *cadence, date_days today)
{
    bool certain = cadence->kind == CADENCE_REGULAR && cadence->every == 1 &&
                   (cadence->unit == CADENCE_DAYS || cadence->weekday >= 0 || cadence->month_day);
    return certain && today != DATE_NONE ? freshness_due(cadence, today - 1) : DATE_NONE;
}

void card_meeting(const struct planls_workspace *workspace, const struct document *document,
                  uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct meeting *meeting = &document->model->meetings.items[index];
    struct slice words = slice_of(
        arena_printf(scratch, "%.*s %.*s", SLICE_ARG(meeting->title), SLICE_ARG(meeting->when)));
    struct cadence cadence = cadence_read(words);
    date_days next = next_meeting(&cadence, workspace->today);
    put_title(out, meeting->title, "meeting");
    strbuf_puts(out, "\n\n");
    if (meeting->when.len)
        strbuf_printf(out, "- When: %.*s\n", SLICE_ARG(meeting->when));
    if (next != DATE_NONE) {
        strbuf_puts(out, "- Next: ");
        put_date(out, next);
        strbuf_putc(out, '\n');
    }
}
