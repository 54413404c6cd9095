/* code_lens.c: one line above an item, a gate, a document (planls/code_lens.h). */
#include "analysis/freshness.h"
#include "analysis/gates.h"
#include "base/strbuf.h"
#include "features/report.h"
#include "model/money_write.h"

#include <planls/code_lens.h>
#include <stdlib.h>

struct lens_maker {
    struct report r;
    const struct document *document;
    struct planls_lenses *out;
};

static void put_part(struct strbuf *out, const char *part)
{
    if (out->len)
        strbuf_puts(out, " · ");
    strbuf_puts(out, part);
}

static struct planls_lens *push(struct lens_maker *m, struct span at, struct strbuf *title)
{
    struct planls_lens *lens = NULL;
    if (title->len) {
        lens = VEC_PUSH(m->r.arena, m->out);
        lens->range = facade_range(at);
        lens->title = arena_cstring(m->r.arena, strbuf_slice(title));
    }
    strbuf_release(title);
    return lens;
}

static void add_place(struct lens_maker *m, struct planls_lens *lens,
                      const struct document *document, struct span span)
{
    *VEC_PUSH(m->r.arena, &lens->places) = (struct planls_location){
        arena_cstring(m->r.arena, document->path), facade_range(span), facade_range(span)};
}

/* ---- items ----------------------------------------------------------------------------------- */

static void put_budget(struct lens_maker *m, const struct planls_report_item *item,
                       struct strbuf *title)
{
    for (size_t i = 0; i < item->budget_count; i++) {
        const struct planls_amount *amount = &item->budget[i];
        const char *text = money_text(m->r.arena, amount->amount, amount->currency);
        put_part(title,
                 amount->per[0] ? arena_printf(m->r.arena, "%s per %s", text, amount->per) : text);
    }
}

static void put_slack(struct lens_maker *m, const struct planls_report_item *item,
                      struct strbuf *title)
{
    const char *slack = report_slack(item, m->r.arena);
    if (item->critical)
        put_part(title, slack);
    else if (slack[0])
        put_part(title, arena_printf(m->r.arena, "slack %s", slack));
}

static void add_item(struct lens_maker *m, uint32_t index, const struct planls_report_item *item)
{
    struct strbuf title;
    strbuf_init(&title, STRBUF_NO_LIMIT);
    if (item->tasks)
        put_part(&title, arena_printf(m->r.arena, "%u/%u tasks", item->tasks_done, item->tasks));
    put_budget(m, item, &title);
    if (item->risks_open)
        put_part(&title, arena_printf(m->r.arena, "%u risk%s open", item->risks_open,
                                      item->risks_open == 1 ? "" : "s"));
    put_slack(m, item, &title);
    struct planls_lens *lens = push(m, m->document->model->items.items[index].name_span, &title);
    if (!lens || item->tasks == 0)
        return;
    struct tasks_of_item tasks = {0};
    workspace_tasks_of(m->r.workspace->ws, m->document, index, m->r.arena, &tasks);
    for (size_t i = 0; i < tasks.len; i++)
        add_place(m, lens, tasks.items[i].document,
                  tasks.items[i].document->model->tasks.items[tasks.items[i].task].title_span);
}

static void add_items(struct lens_maker *m)
{
    const struct model *model = m->document->model;
    struct planls_report_plan plan = {0};
    struct calendar calendar = calendar_of(m->r.settings, model);
    struct budget budget;
    budget_of(model, m->r.settings, m->r.arena, &budget);
    report_items(&m->r, m->document, &calendar, &budget, &plan);
    for (uint32_t i = 0; i < plan.item_count; i++)
        /* A row of a table or list has no line above it to spare. */
        if (model->items.items[i].source == ITEM_FROM_HEADING)
            add_item(m, i, &plan.items[i]);
}

/* ---- gates ----------------------------------------------------------------------------------- */

static void add_gates(struct lens_maker *m)
{
    struct gate_views views = {0};
    gates_of(m->r.workspace->ws, m->document, m->r.arena, &views);
    for (size_t i = 0; i < views.len; i++) {
        const struct gate_view *view = &views.items[i];
        const struct gate *gate = &m->document->model->gates.items[view->gate];
        if (view->state == GATE_UNSTATED || span_is_empty(gate->name_span))
            continue;
        struct strbuf title;
        strbuf_init(&title, STRBUF_NO_LIMIT);
        put_part(&title, gate_state_name(view->state));
        if (view->open)
            put_part(&title, arena_printf(m->r.arena, "%u of %u open", view->open, view->boxes));
        struct planls_lens *lens = push(m, gate->name_span, &title);
        for (size_t c = 0; lens && c < gate->criteria.len; c++)
            if (gate->criteria.items[c].has_box && !gate->criteria.items[c].done)
                add_place(m, lens, m->document, gate->criteria.items[c].where);
    }
}

/* ---- the document ---------------------------------------------------------------------------- */

static void put_age(struct lens_maker *m, date_days updated, date_days today, struct strbuf *title)
{
    int days = today - updated;
    if (days == 0)
        put_part(title, "updated today");
    else if (days > 0)
        put_part(title,
                 arena_printf(m->r.arena, "updated %d day%s ago", days, days == 1 ? "" : "s"));
}

static void add_document(struct lens_maker *m)
{
    const struct model *model = m->document->model;
    date_days today = m->r.workspace->today;
    struct freshness freshness = freshness_of(model);
    if (freshness.cadence.kind != CADENCE_REGULAR || freshness.updated == DATE_NONE ||
        today == DATE_NONE)
        return;
    struct strbuf title;
    strbuf_init(&title, STRBUF_NO_LIMIT);
    put_age(m, freshness.updated, today, &title);
    if (title.len && freshness_is_past(&freshness, today))
        strbuf_puts(&title, ", an update is due");
    push(m, model->updated_span, &title);
}

static int compare(const void *a, const void *b)
{
    const struct planls_lens *x = a, *y = b;
    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    return x->range.end < y->range.end ? -1 : x->range.end > y->range.end;
}

void planls_lenses(struct planls_workspace *workspace, const char *path,
                   struct planls_results *results, struct planls_lenses *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document || !document->judged || (document->model->kinds & DOCUMENT_TEMPLATE))
        return;
    struct lens_maker m = {
        {workspace, &workspace->settings, results, &results->arena}, document, out};
    add_items(&m);
    add_gates(&m);
    add_document(&m);
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare);
}
