/* diff_human.c: what changed in the plan, for people: by document and item, a summary at the end. */
#include "cli/diff_formats.h"
#include "cli/human.h"
#include "model/money_write.h"

#include <math.h>

/* Of one kind in one document: the rest is counted. */
#define MOST_TASKS 12

struct diff_human {
    const struct canvas *canvas;
    struct projects *projects;
    const struct project *project;
    struct slice path;       /* of the document whose heading stands above */
    struct plan_place place; /* the item whose heading stands above */
    size_t tasks[PLAN_CHANGE_COUNT];
};

/* ---- parts of a line ------------------------------------------------------------------------- */

static void put_both(const struct canvas *canvas, const struct plan_change *change)
{
    paint_text(canvas, change->before_text.len ? change->before_text : SLICE("none"));
    strbuf_puts(canvas->out, " → ");
    paint_text(canvas, change->now_text.len ? change->now_text : SLICE("none"));
}

static void put_measure(const struct canvas *canvas, const struct plan_change *change)
{
    struct strbuf *out = canvas->out;
    if (!change->measured || fabs(change->by) < 0.005)
        return;
    bool worse = change->by > 0;
    strbuf_puts(out, ", ");
    paint(canvas, worse ? PAINT_WARNING : PAINT_ADDED);
    if (change->kind == CHANGE_DATES) {
        human_number(canvas, (size_t)fabs(change->by), "day");
        strbuf_puts(out, worse ? " later" : " earlier");
    } else {
        money_write(out, fabs(change->by), change->currency);
        strbuf_puts(out, worse ? " more" : " less");
    }
    paint(canvas, PAINT_PLAIN);
}

/* What stands in front of the two texts; NULL for what is no part of an item. */
static const char *label_of(const struct plan_change *change)
{
    switch (change->kind) {
    case CHANGE_DATES:
        return "dates";
    case CHANGE_BUDGET:
        return "budget";
    case CHANGE_OWNERS:
        return "owners";
    case CHANGE_STATUS:
        return "status";
    case CHANGE_CRITERIA_DONE:
        return "criteria met";
    case CHANGE_CRITERION_WEAKENED:
        return "criterion weaker";
    case CHANGE_CRITERION_REWORDED:
        return "criterion";
    case CHANGE_CRITERION_ADDED:
        return "criterion added";
    case CHANGE_CRITERION_REMOVED:
        return "criterion gone";
    case CHANGE_GATE_REMOVED:
        return "gate gone";
    default:
        return NULL;
    }
}

static void put_detail(const struct canvas *canvas, const struct plan_change *change)
{
    struct strbuf *out = canvas->out;
    bool lost = diff_count_of(change) == COUNT_WEAKENED;
    strbuf_puts(out, "    ");
    paint_puts(canvas, lost ? PAINT_ERROR : PAINT_PLAIN, label_of(change));
    strbuf_puts(out, ": ");
    if (change->kind == CHANGE_CRITERION_ADDED)
        paint_text(canvas, change->now_text);
    else if (change->kind == CHANGE_CRITERION_REMOVED || change->kind == CHANGE_GATE_REMOVED)
        paint_text(canvas, change->before_text);
    else
        put_both(canvas, change);
    if (change->kind == CHANGE_DATES || change->kind == CHANGE_BUDGET)
        put_measure(canvas, change);
    strbuf_putc(out, '\n');
}

/* ---- headings -------------------------------------------------------------------------------- */

static void end_document(struct diff_human *h)
{
    static const struct {
        enum plan_change_kind kind;
        const char *words;
    } counted[] = {{CHANGE_TASK_ADDED, "added"},
                   {CHANGE_TASK_REMOVED, "removed"},
                   {CHANGE_TASK_STATUS, "in another state"},
                   {CHANGE_TASK_MOVED, "moved"},
                   {CHANGE_TASK_RENAMED, "renamed"}};
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        size_t *count = &h->tasks[counted[i].kind];
        if (*count > MOST_TASKS) {
            strbuf_puts(h->canvas->out, "  and ");
            human_number(h->canvas, *count - MOST_TASKS, "more task");
            strbuf_printf(h->canvas->out, " %s\n", counted[i].words);
        }
        *count = 0;
    }
}

static void begin_document(struct diff_human *h, const struct plan_place *place)
{
    if (slice_equal(h->path, place->document->path))
        return;
    if (h->path.len) {
        end_document(h);
        strbuf_putc(h->canvas->out, '\n');
    }
    h->path = place->document->path;
    h->place = (struct plan_place){NULL, NO_INDEX, NO_INDEX};
    paint(h->canvas, PAINT_BOLD);
    paint_text(h->canvas, slice_of(project_shown(h->projects, h->project, h->path.ptr)));
    paint(h->canvas, PAINT_PLAIN);
    strbuf_putc(h->canvas->out, '\n');
}

static void begin_item(struct diff_human *h, const struct plan_place *place)
{
    if (h->place.document == place->document && h->place.item == place->item)
        return;
    h->place = *place;
    strbuf_puts(h->canvas->out, "  ");
    paint_text(h->canvas, place->item == NO_INDEX ? SLICE("the document")
                                                  : plan_place_title(place, &h->projects->arena));
    strbuf_putc(h->canvas->out, '\n');
}

static void put_line(struct diff_human *h, const struct plan_change *change)
{
    struct strbuf *out = h->canvas->out;
    const struct plan_place *place = change->now.document ? &change->now : &change->before;
    const char *noun = place->task == NO_INDEX ? "" : "task ";
    struct slice title = plan_place_title(place, &h->projects->arena);
    bool added = change->kind == CHANGE_ITEM_ADDED || change->kind == CHANGE_TASK_ADDED;
    bool gone = !change->now.document;
    paint(h->canvas, added ? PAINT_ADDED : gone ? PAINT_REMOVED : PAINT_PLAIN);
    strbuf_printf(out, "  %s%s", added ? "+ " : gone ? "- " : "", noun);
    paint_text(h->canvas, title);
    paint(h->canvas, PAINT_PLAIN);
    switch (change->kind) {
    case CHANGE_ITEM_RENAMED:
    case CHANGE_TASK_RENAMED:
        strbuf_puts(out, ", before: ");
        paint_text(h->canvas, change->before_text);
        break;
    case CHANGE_ITEM_MOVED:
    case CHANGE_TASK_MOVED:
        strbuf_puts(out, ", moved from ");
        paint_text(h->canvas, change->before_text);
        break;
    case CHANGE_TASK_STATUS:
        strbuf_puts(out, ": ");
        put_both(h->canvas, change);
        break;
    default:
        break;
    }
    strbuf_putc(out, '\n');
}

static void put_change(struct diff_human *h, const struct plan_change *change)
{
    const struct plan_place *place = change->now.document ? &change->now : &change->before;
    begin_document(h, place);
    if (label_of(change)) {
        begin_item(h, place);
        put_detail(h->canvas, change);
        return;
    }
    if (place->task != NO_INDEX && ++h->tasks[change->kind] > MOST_TASKS)
        return;
    put_line(h, change);
    if (place->task == NO_INDEX)
        h->place = *place; /* what else changed in it stands below */
}

/* ---- the summary ----------------------------------------------------------------------------- */

static void put_summary(const struct canvas *canvas, const struct diff_result *result)
{
    static const struct {
        const char *noun, *verb;
    } words[COUNT_COUNT] = {
        [COUNT_SLIPPED] = {"date", "slipped"},       [COUNT_EARLIER] = {"date", "earlier"},
        [COUNT_GROWN] = {"budget", "grown"},         [COUNT_CUT] = {"budget", "cut"},
        [COUNT_WEAKENED] = {"measure", "weakened"},  [COUNT_ADDED] = {"item", "added"},
        [COUNT_REMOVED] = {"item", "removed"},       [COUNT_TASKS_ADDED] = {"task", "added"},
        [COUNT_TASKS_REMOVED] = {"task", "removed"}, [COUNT_TASKS_DONE] = {"task", "done"},
        [COUNT_OTHER] = {"other change", ""},
    };
    size_t counts[COUNT_COUNT] = {0}, any = 0;
    for (size_t p = 0; p < result->all.len; p++)
        for (size_t i = 0; i < result->all.items[p].changes.len; i++)
            counts[diff_count_of(&result->all.items[p].changes.items[i])]++;
    strbuf_puts(canvas->out, "Since ");
    paint_text(canvas, slice_of(result->revision));
    for (size_t i = 0; i < COUNT_COUNT; i++) {
        if (counts[i] == 0)
            continue;
        strbuf_puts(canvas->out, any++ ? ", " : ": ");
        human_number(canvas, counts[i], words[i].noun);
        strbuf_printf(canvas->out, "%s%s", words[i].verb[0] ? " " : "", words[i].verb);
    }
    strbuf_puts(canvas->out, any ? "\n" : " nothing has changed in the plan\n");
}

void diff_print_human(struct output *output, const struct diff_result *result)
{
    bool any = false;
    for (size_t p = 0; p < result->all.len; p++) {
        const struct project_changes *changes = &result->all.items[p];
        struct diff_human h = {
            .canvas = &output->canvas, .projects = result->projects, .project = changes->project};
        for (size_t i = 0; i < changes->changes.len; i++) {
            put_change(&h, &changes->changes.items[i]);
            output_flush(output);
        }
        end_document(&h);
        any = any || changes->changes.len;
    }
    if (any)
        strbuf_putc(&output->text, '\n');
    put_summary(&output->canvas, result);
}
