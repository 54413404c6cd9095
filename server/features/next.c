/* next.c: what is to be done now (planls/next.h). */
#include "analysis/gates.h"
#include "analysis/item_span.h"
#include "analysis/plan_graph.h"
#include "analysis/progress.h"
#include "base/strbuf.h"
#include "features/facade.h"
#include "text/fold.h"

#include <planls/next.h>
#include <stdlib.h>
#include <string.h>

#define SOON_DAYS 14

/* What is known of one document. */
struct plan {
    const struct document *document;
    struct calendar calendar;
    const struct item_span *spans;
    struct plan_progress progress;
    struct gate_views gates;
    const enum status *states; /* per task */
};

struct maker {
    struct planls_workspace *workspace;
    struct arena *arena;
    struct slice owner; /* folded; empty for everybody */
    struct planls_next_entries *out;
    struct plan plan;      /* the document under way */
    struct plan item_plan; /* of the item looked at last, where it stands elsewhere */
};

static void read_plan(struct maker *m, const struct document *document, struct plan *plan)
{
    const struct settings *settings = &m->workspace->settings;
    if (plan->document == document)
        return;
    *plan = (struct plan){.document = document,
                          .calendar = calendar_of(settings, document->model),
                          .spans = item_spans_of(settings, document->model, m->arena),
                          .progress = progress_of(m->workspace->ws, document, m->arena),
                          .states = progress_states(document->model, m->arena)};
    gates_of(m->workspace->ws, document, m->arena, &plan->gates);
}

/* ---- is it done? ----------------------------------------------------------------------------- */

static bool is_over(enum status status)
{
    return status == STATUS_DONE || status == STATUS_CANCELLED || status == STATUS_DEFERRED;
}

static bool item_is_open(const struct plan *plan, uint32_t item)
{
    const struct progress *progress = &plan->progress.items[item];
    if (is_over(plan->document->model->items.items[item].status))
        return false;
    return progress->total == 0 || progress->done < progress->total;
}

static bool node_is_open(struct maker *m, struct dependency_node node)
{
    const struct model *model = node.document->model;
    if (node.task != NO_INDEX)
        return !model->tasks.items[node.task].done &&
               !is_over(model->tasks.items[node.task].status);
    if (node.document == m->plan.document)
        return item_is_open(&m->plan, node.item);
    struct plan other = {0};
    read_plan(m, node.document, &other);
    return item_is_open(&other, node.item);
}

/* ---- what it waits for ----------------------------------------------------------------------- */

struct waits {
    VEC_MEMBERS(const char *);
};

static void add_wait(struct maker *m, struct waits *waits, struct slice name)
{
    for (size_t i = 0; i < waits->len; i++)
        if (slice_is(name, waits->items[i]))
            return;
    *VEC_PUSH(m->arena, waits) = arena_cstring(m->arena, name);
}

static void add_dependencies(struct maker *m, struct dependency_node node, struct waits *waits)
{
    struct dependency_edges edges = {0};
    dependency_edges_of(m->workspace->ws, node, m->arena, &edges);
    for (size_t i = 0; i < edges.len; i++) {
        const struct dependency_edge *edge = &edges.items[i];
        bool own = edge->from.document == node.document && edge->from.item == node.item &&
                   edge->from.task == node.task;
        if (own && node_is_open(m, edge->to))
            add_wait(m, waits, dependency_node_name(edge->to, m->arena));
    }
}

static void add_gates(struct maker *m, const struct plan *plan, uint32_t item, struct waits *waits)
{
    for (size_t i = 0; i < plan->gates.len; i++) {
        const struct gate_view *view = &plan->gates.items[i];
        if (view->open == 0 || !view->holds_up || !view->holds_up[item])
            continue;
        const struct model *model = plan->document->model;
        struct slice title = view->item == NO_INDEX ? model->gates.items[view->gate].title
                                                    : model->items.items[view->item].title;
        add_wait(m, waits,
                 slice_of(arena_printf(m->arena, "the gate of %.*s (%u open)", SLICE_ARG(title),
                                       view->open)));
    }
}

/* The item and those it is a part of. */
static void add_item_waits(struct maker *m, const struct plan *plan, uint32_t item,
                           struct waits *waits)
{
    for (; item != NO_INDEX; item = plan->document->model->items.items[item].parent) {
        add_dependencies(m, (struct dependency_node){plan->document, item, NO_INDEX}, waits);
        add_gates(m, plan, item, waits);
    }
}

/* ---- when it is due -------------------------------------------------------------------------- */

struct time_of {
    date_days from, to; /* DATE_NONE where not known */
    bool dated;         /* may be compared with today */
    int week;           /* else the last week */
};

static struct time_of time_of_item(const struct plan *plan, uint32_t item)
{
    struct time_of time = {DATE_NONE, DATE_NONE, false, 0};
    while (item != NO_INDEX && plan->spans[item].source == ITEM_SPAN_NONE)
        item = plan->document->model->items.items[item].parent;
    if (item == NO_INDEX)
        return time;
    const struct day_span *days = &plan->spans[item].days;
    time.from = days->from;
    time.to = days->to;
    time.dated = days->anchor == CALENDAR_STATED;
    if (!time.dated && days->counted && days->to != DATE_NONE)
        time.week = calendar_week(&plan->calendar, days->to);
    return time;
}

static enum planls_turn turn_of(const struct maker *m, const struct time_of *time,
                                const struct waits *waits, bool begun)
{
    date_days today = m->workspace->today;
    bool judged = time->dated && today != DATE_NONE;
    bool begins_later = judged && time->from != DATE_NONE && time->from > today;
    if (waits->len)
        return begins_later && !begun ? PLANLS_TURN_LATER : PLANLS_TURN_BLOCKED;
    if (judged && time->to != DATE_NONE && time->to < today)
        return PLANLS_TURN_OVERDUE;
    if (begun || (judged && !begins_later && time->from != DATE_NONE))
        return PLANLS_TURN_NOW;
    if (begins_later)
        return time->from - today <= SOON_DAYS ? PLANLS_TURN_SOON : PLANLS_TURN_LATER;
    if (judged && time->to != DATE_NONE && time->to - today <= SOON_DAYS)
        return time->to == today ? PLANLS_TURN_NOW : PLANLS_TURN_SOON;
    return PLANLS_TURN_READY;
}

/* ---- entries --------------------------------------------------------------------------------- */

static const char *owners_of(struct maker *m, const struct people *owners)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < owners->len; i++) {
        if (i)
            strbuf_puts(&text, ", ");
        strbuf_append(&text, owners->items[i].name);
    }
    const char *copy = arena_cstring(m->arena, strbuf_slice(&text));
    strbuf_release(&text);
    return copy;
}

static bool is_wanted(struct maker *m, const struct people *owners)
{
    if (m->owner.len == 0)
        return true;
    for (size_t i = 0; i < owners->len; i++)
        if (slice_equal(owners->items[i].key, m->owner) ||
            slice_equal(fold_title(m->arena, owners->items[i].name), m->owner))
            return true;
    return false;
}

static void push(struct maker *m, struct planls_next_entry entry, const struct time_of *time,
                 const struct waits *waits, bool begun)
{
    entry.turn = turn_of(m, time, waits, begun);
    entry.due = time->dated && time->to != DATE_NONE ? time->to : INT32_MIN;
    entry.week = time->week;
    entry.waits_for = waits->items;
    entry.waits_count = waits->len;
    *VEC_PUSH(m->arena, m->out) = entry;
}

static const struct people *owners_upward(const struct model *model, uint32_t item)
{
    static const struct people nobody = {0};
    for (; item != NO_INDEX; item = model->items.items[item].parent)
        if (model->items.items[item].owners.len)
            return &model->items.items[item].owners;
    return &nobody;
}

static void add_task(struct maker *m, uint32_t index)
{
    const struct document *document = m->plan.document;
    const struct task *task = &document->model->tasks.items[index];
    struct target target = {.item = NO_INDEX};
    enum link_via via;
    uint32_t failed;
    struct waits waits = {0};
    struct time_of time = {DATE_NONE, DATE_NONE, false, 0};
    const struct people *owners = &task->owners;
    const char *item = "";
    add_dependencies(m, (struct dependency_node){document, NO_INDEX, index}, &waits);
    if (resolve_task(m->workspace->ws, document, index, &target, &via, &failed) == RESOLVED &&
        target.item != NO_INDEX) {
        struct plan *plan = target.document == document ? &m->plan : &m->item_plan;
        read_plan(m, target.document, plan);
        if (is_over(target.document->model->items.items[target.item].status))
            return;
        add_item_waits(m, plan, target.item, &waits);
        time = time_of_item(plan, target.item);
        item = arena_cstring(m->arena, target.document->model->items.items[target.item].title);
        if (owners->len == 0)
            owners = owners_upward(target.document->model, target.item);
    }
    if (!is_wanted(m, owners))
        return;
    if (task->due != DATE_NONE) /* its own day goes before its item's */
        time = (struct time_of){
            .from = time.dated && time.from <= task->due ? time.from : DATE_NONE,
            .to = task->due,
            .dated = true,
        };
    struct planls_next_entry entry = {
        .task = true,
        .name = arena_printf(m->arena, "%.*s%s%.*s", SLICE_ARG(task->id), task->id.len ? " " : "",
                             SLICE_ARG(task->title)),
        .item = item,
        .owners = owners_of(m, owners),
        .where = {arena_cstring(m->arena, document->path), facade_range(task->span),
                  facade_range(task->title_span)}};
    push(m, entry, &time, &waits,
         m->plan.states[index] == STATUS_DOING || m->plan.states[index] == STATUS_REVIEW);
}

static bool has_parts(const struct model *model, uint32_t item)
{
    return item + 1 < model->items.len && model->items.items[item + 1].parent == item;
}

/* An item is work itself where no task says what the work is. */
static void add_item(struct maker *m, uint32_t index)
{
    const struct document *document = m->plan.document;
    const struct item *item = &document->model->items.items[index];
    bool dated = m->plan.spans[index].source != ITEM_SPAN_NONE;
    if (m->plan.progress.items[index].total || has_parts(document->model, index) ||
        is_over(item->status) || (!dated && item->owners.len == 0) || item->kind == ITEM_GATE ||
        item->kind == ITEM_REQUIREMENT || item->kind == ITEM_STORY)
        return;
    const struct people *owners = owners_upward(document->model, index);
    if (!is_wanted(m, owners))
        return;
    struct waits waits = {0};
    struct time_of time = time_of_item(&m->plan, index);
    add_item_waits(m, &m->plan, index, &waits);
    struct dependency_node node = {document, index, NO_INDEX};
    struct slice name = dependency_node_name(node, m->arena);
    struct planls_next_entry entry = {
        .name = slice_equal(name, item->title)
                    ? arena_cstring(m->arena, name)
                    : arena_printf(m->arena, "%.*s%s %.*s", SLICE_ARG(name),
                                   item->id.len ? "" : ":", SLICE_ARG(item->title)),
        .item = "",
        .owners = owners_of(m, owners),
        .where = {arena_cstring(m->arena, document->path), facade_range(item->span),
                  facade_range(item->name_span)}};
    push(m, entry, &time, &waits, item->status == STATUS_DOING || item->status == STATUS_REVIEW);
}

static void add_document(struct maker *m, const struct document *document)
{
    /* Boxes of a checklist are nobody's work until somebody goes through it. */
    unsigned kinds = document->model->kinds;
    if (!document->judged || !(kinds & (DOCUMENT_PLAN | DOCUMENT_TASKS)) ||
        (kinds & (DOCUMENT_TEMPLATE | DOCUMENT_ARCHIVED)))
        return;
    read_plan(m, document, &m->plan);
    for (uint32_t t = 0; t < document->model->tasks.len; t++) {
        enum status state = m->plan.states[t];
        if (state != STATUS_NONE && !is_over(state))
            add_task(m, t);
    }
    for (uint32_t i = 0; (kinds & DOCUMENT_PLAN) && i < document->model->items.len; i++)
        add_item(m, i);
}

static int compare(const void *a, const void *b)
{
    const struct planls_next_entry *x = a, *y = b;
    if (x->turn != y->turn)
        return x->turn < y->turn ? -1 : 1;
    bool dated = x->due != INT32_MIN, other = y->due != INT32_MIN;
    if (dated != other)
        return dated ? -1 : 1;
    if (x->due != y->due)
        return x->due < y->due ? -1 : 1;
    if (x->week != y->week)
        return y->week == 0 || (x->week && x->week < y->week) ? -1 : 1;
    int order = strcmp(x->where.path, y->where.path);
    if (order)
        return order;
    return x->where.range.start < y->where.range.start
               ? -1
               : x->where.range.start > y->where.range.start;
}

void planls_next(struct planls_workspace *workspace, const char *const *paths, size_t count,
                 const char *owner, struct planls_results *results, struct planls_next_entries *out)
{
    struct maker m = {.workspace = workspace, .arena = &results->arena, .out = out};
    if (owner)
        m.owner = fold_title(m.arena, slice_of(owner));
    size_t most = paths ? count : workspace_count(workspace->ws);
    for (size_t i = 0; i < most; i++) {
        const struct document *document = paths ? workspace_find(workspace->ws, slice_of(paths[i]))
                                                : workspace_at(workspace->ws, i);
        if (document)
            add_document(&m, document);
    }
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare);
}

const char *planls_turn_name(enum planls_turn turn)
{
    static const char *const names[] = {
        [PLANLS_TURN_OVERDUE] = "overdue", [PLANLS_TURN_NOW] = "now",
        [PLANLS_TURN_SOON] = "soon",       [PLANLS_TURN_READY] = "ready",
        [PLANLS_TURN_BLOCKED] = "blocked", [PLANLS_TURN_LATER] = "later",
    };
    return names[turn];
}
