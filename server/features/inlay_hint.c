/* inlay_hint.c: what stands to reason beside what is written (planls/inlay_hint.h). */
#include "analysis/calendar.h"
#include "analysis/progress.h"
#include "base/strbuf.h"
#include "features/card.h"
#include "model/money_write.h"

#include <planls/inlay_hint.h>
#include <stdlib.h>
#include <string.h>

struct hint_maker {
    struct planls_workspace *workspace;
    const struct document *document;
    struct arena *arena;
    struct span range;
    struct planls_inlays *out;
};

static void add(struct hint_maker *m, uint32_t offset, const char *label, const char *tooltip)
{
    if (label[0] && span_touches(m->range, offset))
        *VEC_PUSH(m->arena, m->out) = (struct planls_inlay){offset, label, tooltip};
}

static const char *take(struct hint_maker *m, struct strbuf *text)
{
    const char *copy = arena_cstring(m->arena, strbuf_slice(text));
    strbuf_release(text);
    return copy;
}

/* "Week 10 (March 31 - April 6)": the date stands there already. */
static bool is_said_as_date(const struct hint_maker *m, size_t index)
{
    const struct time_values *times = &m->document->model->times;
    struct slice bytes = m->document->text.bytes;
    if (index + 1 >= times->len ||
        times->items[index + 1].where.start < times->items[index].where.end)
        return false;
    struct slice between = span_slice(
        bytes, (struct span){times->items[index].where.end, times->items[index + 1].where.start});
    return between.len <= 4 && slice_find_byte(between, '\n') == SLICE_NONE &&
           (times->items[index + 1].from.unit == TIME_DATE ||
            times->items[index + 1].kind == TIME_RELATIVE);
}

/* Counted time as dates. */
static void add_times(struct hint_maker *m)
{
    const struct model *model = m->document->model;
    struct calendar calendar = calendar_of(&m->workspace->settings, model);
    if (calendar.anchor == CALENDAR_FLOATING)
        return;
    for (size_t i = 0; i < model->times.len; i++) {
        const struct time_value *time = &model->times.items[i];
        date_days from, to;
        bool counted = time->from.unit == TIME_WEEK || time->from.unit == TIME_DAY ||
                       time->from.unit == TIME_MONTH;
        if (!counted || !span_touches(m->range, time->where.end) || is_said_as_date(m, i) ||
            !calendar_place(&calendar, time, &from, &to))
            continue;
        struct strbuf label, tooltip;
        strbuf_init(&label, STRBUF_NO_LIMIT);
        strbuf_init(&tooltip, STRBUF_NO_LIMIT);
        card_dates(&label, from, to);
        if (calendar.anchor == CALENDAR_ASSUMED)
            card_assumption(&tooltip, &calendar);
        add(m, time->where.end, take(m, &label), take(m, &tooltip));
    }
}

/* What the one-off parts of a budget add up to, behind the last of them. */
static void add_sum(struct hint_maker *m, const struct item *item)
{
    double sum = 0;
    size_t parts = 0;
    const char *currency = NULL;
    uint32_t end = 0;
    for (size_t i = 0; i < item->budget.len; i++) {
        const struct money *money = &item->budget.items[i];
        if (money->per.len || money->placeholder || money->total)
            continue;
        if (currency && strcmp(currency, money->currency) != 0)
            return;
        currency = money->currency;
        sum += money->amount;
        end = money->where.end > end ? money->where.end : end;
        parts++;
    }
    if (parts < 2)
        return;
    uint32_t field = model_field_at(m->document->model, end);
    if (field != NO_INDEX && m->document->model->fields.items[field].value.end >= end)
        end = m->document->model->fields.items[field].value.end;
    add(m, end, arena_printf(m->arena, "= %s", money_text(m->arena, sum, currency)), "");
}

static void add_items(struct hint_maker *m)
{
    const struct model *model = m->document->model;
    if (model->items.len == 0)
        return;
    struct plan_progress progress = progress_of(m->workspace->ws, m->document, m->arena);
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        const struct progress *all = &progress.items[i];
        if (all->total && item->source == ITEM_FROM_HEADING)
            add(m, model->headings.items[item->heading].title_span.end,
                arena_printf(m->arena, "%u/%u", all->done, all->total), "");
        add_sum(m, item);
    }
}

/* What stands between the words of a line may not be longer than they are. */
#define SHORT_TITLE 48

static const char *short_title(struct arena *arena, struct slice title)
{
    if (title.len <= SHORT_TITLE)
        return arena_cstring(arena, title);
    size_t end = slice_find_last_byte(slice_sub(title, 0, SHORT_TITLE), ' ');
    for (end = end == SLICE_NONE ? SHORT_TITLE : end;
         end > 0 && ((unsigned char)title.ptr[end] & 0xC0) == 0x80; end--)
        ;
    return arena_printf(arena, "%.*s…", SLICE_ARG(slice_sub(title, 0, end)));
}

/* What a task's id means where others wait for it. */
static void add_names(struct hint_maker *m)
{
    const struct model *model = m->document->model;
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct dependencies *list = &model->tasks.items[t].depends_on;
        for (size_t i = 0; i < list->len; i++) {
            const struct dependency *dependency = &list->items[i];
            struct target target;
            if (dependency->form != DEPENDENCY_ID ||
                !span_touches(m->range, dependency->where.end) ||
                resolve_dependency(m->workspace->ws, m->document, NO_INDEX, t, dependency,
                                   &target) != RESOLVED ||
                target.task == NO_INDEX)
                continue;
            struct slice title = target.document->model->tasks.items[target.task].title;
            add(m, dependency->where.end, short_title(m->arena, title),
                title.len > SHORT_TITLE ? arena_cstring(m->arena, title) : "");
        }
    }
}

static int compare(const void *a, const void *b)
{
    const struct planls_inlay *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

void planls_inlays(struct planls_workspace *workspace, const char *path, struct planls_range range,
                   struct planls_results *results, struct planls_inlays *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document || !document->judged || (document->model->kinds & DOCUMENT_TEMPLATE))
        return;
    struct hint_maker m = {workspace, document, &results->arena, facade_span(range), out};
    add_times(&m);
    add_items(&m);
    add_names(&m);
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare);
}
