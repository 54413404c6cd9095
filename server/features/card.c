/* card.c: an item, a task or a place told in a few lines of Markdown. */
#include "features/card.h"

#include "analysis/calendar.h"
#include "analysis/gates.h"
#include "features/card_money.h"
#include "features/card_progress.h"
#include "features/card_schedule.h"
#include "text/utf8.h"

#include <stdlib.h>

/* How much of a list a card shows before it says how many more there are. */
#define CARD_MAX_LINES 8
#define CARD_BAR_WIDTH 24

static void put_slice(struct strbuf *out, struct slice s)
{
    strbuf_append(out, s);
}

static const char *kind_name(const struct item *item)
{
    return item->kind == ITEM_OTHER ? "item" : item_kind_name(item->kind);
}

static void put_title(struct strbuf *out, const struct item *item)
{
    strbuf_puts(out, "**");
    put_slice(out, item->title);
    strbuf_printf(out, "** · %s", kind_name(item));
    if (item->number.len) {
        strbuf_putc(out, ' ');
        put_slice(out, item->number);
    }
    if (item->status_text.len) {
        strbuf_puts(out, " · ");
        put_slice(out, item->status_text);
    }
    strbuf_puts(out, "\n\n");
}

static void put_owners(struct strbuf *out, const struct item *item)
{
    if (item->owners.len == 0)
        return;
    strbuf_puts(out, "- Owner: ");
    for (size_t i = 0; i < item->owners.len; i++) {
        const struct person *person = &item->owners.items[i];
        if (i)
            strbuf_puts(out, ", ");
        put_slice(out, person->name);
        if (person->role.len) {
            strbuf_puts(out, " (");
            put_slice(out, person->role);
            strbuf_putc(out, ')');
        }
    }
    strbuf_putc(out, '\n');
}

static void put_criteria(struct strbuf *out, const struct item *item)
{
    size_t boxes = 0, met = 0;
    for (size_t i = 0; i < item->criteria.len; i++) {
        boxes += item->criteria.items[i].has_box;
        met += item->criteria.items[i].has_box && item->criteria.items[i].done;
    }
    if (boxes)
        strbuf_printf(out, "- Success criteria: %zu, %zu met\n", item->criteria.len, met);
    else if (item->criteria.len)
        strbuf_printf(out, "- Success criteria: %zu\n", item->criteria.len);
}

static void put_counts(const struct planls_workspace *workspace, struct strbuf *out,
                       const struct document *document, uint32_t index, struct arena *scratch)
{
    const struct item *item = &document->model->items.items[index];
    card_progress(workspace, out, document, index, scratch);
    put_criteria(out, item);
    size_t open = 0;
    for (size_t i = 0; i < item->risks.len; i++)
        open += item->risks.items[i].mitigation.len == 0;
    if (item->risks.len && open)
        strbuf_printf(out, "- Risks: %zu, %zu without mitigation\n", item->risks.len, open);
    else if (item->risks.len)
        strbuf_printf(out, "- Risks: %zu, all with mitigation\n", item->risks.len);
}

/* ---- the timeline as bars -------------------------------------------------------------------- */

/* First and last number of an entry on the scale all entries share; false where it has none. */
static bool entry_place(const struct timeline_entry *entry, enum time_unit unit, int *from, int *to)
{
    const struct time_value *time = &entry->time;
    if (time->kind != TIME_SPAN || time->from.unit != unit || time->from.value < 1)
        return false;
    *from = time->from.value;
    *to = time->open || time->to.unit != unit ? time->from.value : time->to.value;
    return *to >= *from;
}

static void put_bar(struct strbuf *out, int from, int to, int first, int last)
{
    int width = last - first + 1 < CARD_BAR_WIDTH ? last - first + 1 : CARD_BAR_WIDTH;
    int count = last - first + 1;
    for (int column = 0; column < width; column++) {
        int begin = first + column * count / width;
        int end = first + (column + 1) * count / width - 1;
        strbuf_puts(out, begin <= to && end >= from ? "█" : "·");
    }
}

/* What the entries of one timeline share: a scale for the bars and the width of the first column. */
struct scale {
    enum time_unit unit;
    int first, last; /* 0: no bars */
    size_t text_width;
    struct calendar calendar;
};

/* "Weeks 1–4  ████····  5 Jan – 1 Feb 2026  index the archive", without what is not known. */
static void put_entry(struct strbuf *out, const struct timeline_entry *entry,
                      const struct scale *scale)
{
    struct strbuf line;
    strbuf_init(&line, CARD_MAX_BYTES);
    size_t width = utf8_width(entry->text, 0);
    int from, to;
    date_days begin, end;
    put_slice(&line, entry->text);
    strbuf_repeat(&line, ' ', scale->text_width > width ? scale->text_width - width + 2 : 2);
    if (scale->first && entry_place(entry, scale->unit, &from, &to)) {
        put_bar(&line, from, to, scale->first, scale->last);
        strbuf_puts(&line, "  ");
    }
    if (scale->unit != TIME_DATE && scale->calendar.anchor != CALENDAR_FLOATING &&
        calendar_place(&scale->calendar, &entry->time, &begin, &end)) {
        card_dates(&line, begin, end);
        strbuf_puts(&line, "  ");
    }
    put_slice(&line, entry->label);
    strbuf_append(out, slice_trim_end(strbuf_slice(&line)));
    strbuf_putc(out, '\n');
    strbuf_release(&line);
}

static struct scale scale_of(const struct item *item, size_t shown, struct calendar calendar)
{
    struct scale scale = {.unit = item->timeline.items[0].time.from.unit, .calendar = calendar};
    for (size_t i = 0; i < shown; i++) {
        const struct timeline_entry *entry = &item->timeline.items[i];
        int from, to;
        size_t width = utf8_width(entry->text, 0);
        scale.text_width = width > scale.text_width ? width : scale.text_width;
        if (scale.unit == TIME_DATE || scale.unit == TIME_QUARTER ||
            !entry_place(entry, scale.unit, &from, &to))
            continue;
        scale.first = scale.first == 0 || from < scale.first ? from : scale.first;
        scale.last = to > scale.last ? to : scale.last;
    }
    return scale;
}

static void put_timeline(struct strbuf *out, const struct item *item, struct calendar calendar)
{
    if (item->timeline.len == 0)
        return;
    size_t shown = item->timeline.len < CARD_MAX_LINES ? item->timeline.len : CARD_MAX_LINES;
    struct scale scale = scale_of(item, shown, calendar);
    strbuf_puts(out, "\n```text\n");
    for (size_t i = 0; i < shown; i++)
        put_entry(out, &item->timeline.items[i], &scale);
    if (shown < item->timeline.len)
        strbuf_printf(out, "… and %zu more\n", item->timeline.len - shown);
    strbuf_puts(out, "```\n");
    if (calendar.anchor == CALENDAR_ASSUMED && scale.unit != TIME_DATE)
        card_assumption(out, &calendar);
}

/* The gate that closes it. */
static void put_gate(const struct planls_workspace *workspace, const struct document *document,
                     uint32_t index, struct arena *scratch, struct strbuf *out)
{
    struct gate_views views = {0};
    if (document->model->gates.len == 0)
        return;
    gates_of(workspace->ws, document, scratch, &views);
    for (size_t i = 0; i < views.len; i++) {
        const struct gate_view *view = &views.items[i];
        if (view->item != index || view->entry)
            continue;
        strbuf_printf(out, "- Gate: %s", gate_state_name(view->state));
        if (view->open)
            strbuf_printf(out, ", %u of %u open", view->open, view->boxes);
        strbuf_putc(out, '\n');
    }
}

void card_item(const struct planls_workspace *workspace, const struct document *document,
               uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct item *item = &document->model->items.items[index];
    put_title(out, item);
    put_owners(out, item);
    card_budget(item, out);
    put_counts(workspace, out, document, index, scratch);
    card_schedule(workspace->ws, (struct dependency_node){document, index, NO_INDEX}, scratch, out);
    put_gate(workspace, document, index, scratch, out);
    put_timeline(out, item, calendar_of(&workspace->settings, document->model));
}

/* ---- tasks ----------------------------------------------------------------------------------- */

static void put_due(const struct planls_workspace *workspace, const struct task *task,
                    struct strbuf *out)
{
    if (task->due == DATE_NONE)
        return;
    strbuf_puts(out, "- Due: ");
    card_dates(out, task->due, task->due);
    int left = workspace->today == DATE_NONE ? 0 : task->due - workspace->today;
    if (task->done || workspace->today == DATE_NONE)
        strbuf_puts(out, "\n");
    else if (left == 0)
        strbuf_puts(out, ", today\n");
    else
        strbuf_printf(out, left > 0 ? ", in %d day%s\n" : ", %d day%s ago\n", abs(left),
                      abs(left) == 1 ? "" : "s");
}

void card_task(const struct planls_workspace *workspace, const struct document *document,
               uint32_t index, struct arena *scratch, struct strbuf *out)
{
    const struct task *task = &document->model->tasks.items[index];
    const char *state = status_name(task->status);
    strbuf_puts(out, "**");
    if (task->id.len) {
        put_slice(out, task->id);
        strbuf_putc(out, ' ');
    }
    put_slice(out, task->title);
    strbuf_printf(out, "** · task%s%s\n\n", state[0] ? " · " : "", state);

    struct target target;
    enum link_via via;
    uint32_t failed;
    enum resolution result = resolve_task(workspace->ws, document, index, &target, &via, &failed);
    if (result == RESOLVED && target.item != NO_INDEX) {
        const struct item *item = &target.document->model->items.items[target.item];
        strbuf_puts(out, "- Serves: **");
        put_slice(out, item->title);
        strbuf_puts(out, "**");
        if (target.document != document) {
            strbuf_puts(out, " in ");
            put_slice(out, target.document->path);
        }
        strbuf_printf(out, " (by %s)\n", link_via_name(via));
    } else if (!task->criterion && workspace_has_plan(workspace->ws)) {
        strbuf_puts(out, "- Serves no plan item yet\n");
    }
    put_due(workspace, task, out);
    card_parts(out, document->model, index, scratch);
    card_schedule(workspace->ws, (struct dependency_node){document, NO_INDEX, index}, scratch, out);
}

/* ---- places ---------------------------------------------------------------------------------- */

static void put_first_lines(struct strbuf *out, const struct document *document, uint32_t heading)
{
    const struct model *model = document->model;
    uint32_t from = 0, to = (uint32_t)document->text.bytes.len;
    if (heading != NO_INDEX) {
        from = model->headings.items[heading].span.end;
        to = model->headings.items[heading].section.end;
    }
    struct slice_split lines = {slice_sub(document->text.bytes, from, to), false};
    struct slice line;
    size_t shown = 0;
    strbuf_puts(out, "\n");
    while (shown < CARD_MAX_LINES && slice_split_next(&lines, '\n', &line)) {
        if (slice_trim(line).len == 0 && shown == 0)
            continue;
        if (slice_starts(line, SLICE("#")))
            break;
        put_slice(out, slice_trim_end(line));
        strbuf_putc(out, '\n');
        shown++;
    }
}

void card_target(const struct planls_workspace *workspace, const struct target *target,
                 struct arena *scratch, struct strbuf *out)
{
    const struct document *document = target->document;
    if (!document)
        return;
    if (target->item != NO_INDEX) {
        card_item(workspace, document, target->item, scratch, out);
    } else if (target->task != NO_INDEX) {
        card_task(workspace, document, target->task, scratch, out);
    } else {
        strbuf_puts(out, "**");
        if (target->heading != NO_INDEX)
            put_slice(out, document->model->headings.items[target->heading].title);
        else
            put_slice(out, document->model->title.len ? document->model->title : document->path);
        strbuf_puts(out, "**\n");
        if (document->loaded)
            put_first_lines(out, document, target->heading);
    }
    strbuf_printf(out, "\n_%.*s_\n", SLICE_ARG(document->path));
}
