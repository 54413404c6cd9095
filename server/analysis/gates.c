/* gates.c: the gates of a plan: which are met, what each holds up, which wait for what they hold up. */
#include "analysis/gates.h"

#include "analysis/dependencies.h"
#include "analysis/gate_order.h"
#include "text/fold.h"

#include <stdlib.h>

const char *gate_state_name(enum gate_state state)
{
    static const char *const names[] = {
        [GATE_UNSTATED] = "not stated",     [GATE_MET] = "met",
        [GATE_NOT_STARTED] = "not started", [GATE_UNMET] = "unmet",
        [GATE_BLOCKED] = "blocked",         [GATE_SELF_BLOCKING] = "self-blocking"};
    return names[state];
}

/* ---- work ------------------------------------------------------------------------------------ */

static bool is_under_way(enum status status)
{
    return status == STATUS_DOING || status == STATUS_REVIEW || status == STATUS_DONE;
}

static void count_task(struct item_work *work, const struct model *model, uint32_t index)
{
    const struct task *task = &model->tasks.items[index];
    bool begun = task->done || is_under_way(task->status);
    work->tasks++;
    work->done += task->done;
    work->begun += begun;
    if (begun && work->first == NO_INDEX)
        work->first = index;
}

static void add_work(struct item_work *sum, const struct item_work *part)
{
    sum->tasks += part->tasks;
    sum->done += part->done;
    sum->begun += part->begun;
    if (part->first < sum->first)
        sum->first = part->first;
}

struct item_work *items_work(const struct model *model, struct arena *arena)
{
    struct item_work *works = arena_array(arena, model->items.len + 1, sizeof *works);
    for (uint32_t i = 0; i < model->items.len; i++)
        works[i].first = NO_INDEX;
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct task *task = &model->tasks.items[t];
        if (!task->criterion && task->item != NO_INDEX)
            count_task(&works[task->item], model, t);
    }
    for (uint32_t i = (uint32_t)model->items.len; i-- > 0;) {
        const struct item *item = &model->items.items[i];
        works[i].started = works[i].started || works[i].begun || is_under_way(item->status);
        works[i].complete =
            works[i].tasks ? works[i].done == works[i].tasks : item->status == STATUS_DONE;
        if (item->parent == NO_INDEX || item->parent >= i)
            continue;
        add_work(&works[item->parent], &works[i]);
        works[item->parent].started = works[item->parent].started || works[i].started;
    }
    return works;
}

/* ---- waiting for itself ---------------------------------------------------------------------- */

struct task_title {
    struct slice key;
    uint32_t task;
};

static int compare_titles(const void *a, const void *b)
{
    const struct task_title *x = a, *y = b;
    int order = slice_compare(x->key, y->key);
    return order ? order : x->task < y->task ? -1 : x->task > y->task;
}

/* What all gates of one document are asked with. */
struct gate_reader {
    struct gate_order order;
    const struct item_work *works;
    struct task_title *titles; /* of tasks in items that are no criteria, sorted */
    size_t title_count;
};

static void collect_titles(struct gate_reader *r)
{
    const struct model *model = r->order.model;
    r->titles = arena_array(r->order.arena, model->tasks.len + 1, sizeof *r->titles);
    for (uint32_t t = 0; t < model->tasks.len; t++)
        if (!model->tasks.items[t].criterion && model->tasks.items[t].item != NO_INDEX)
            r->titles[r->title_count++] =
                (struct task_title){fold_title(r->order.arena, model->tasks.items[t].title), t};
    if (r->title_count)
        qsort(r->titles, r->title_count, sizeof *r->titles, compare_titles);
}

/* Is it open work that the gate holds up? */
static bool is_held_task(const struct gate_reader *r, const struct gate_view *view, uint32_t task)
{
    const struct task *t = &r->order.model->tasks.items[task];
    return t->item != NO_INDEX && view->holds_up[t->item] && !t->done;
}

static bool find_held_title(const struct gate_reader *r, const struct gate_view *view,
                            struct slice text, struct gate_wait *wait)
{
    struct slice key = fold_title(r->order.arena, text);
    size_t low = 0, high = r->title_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (slice_compare(r->titles[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    /* Work of the same name in the gate's own phase is what it means. */
    if (low == r->title_count || !slice_equal(r->titles[low].key, key) ||
        !is_held_task(r, view, r->titles[low].task))
        return false;
    wait->task = r->titles[low].task;
    return true;
}

/* The words that may stand between an item's name and what has become of it. */
static bool says_done(struct slice rest)
{
    static const char *const fillers[] = {"is",    "are",  "was",   "has",   "been", "all",
                                          "fully", "work", "tasks", "items", "100%"};
    static const char *const done[] = {
        "complete", "completed", "done",   "finished", "delivered",     "shipped",  "live",
        "deployed", "released",  "closed", "fertig",   "abgeschlossen", "terminée", "completada"};
    struct slice_split words = {slice_trim(rest), false};
    struct slice word;
    for (int n = 0; n < 4 && slice_split_next(&words, ' ', &word); n++) {
        bool filler = word.len == 0;
        while (word.len && !ascii_is_alnum(word.ptr[word.len - 1]) &&
               (unsigned char)word.ptr[word.len - 1] < 0x80 && word.ptr[word.len - 1] != '%')
            word.len--;
        for (size_t i = 0; i < sizeof done / sizeof *done; i++)
            if (slice_is_nocase(word, done[i]))
                return true;
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
            filler = filler || slice_is_nocase(word, fillers[i]);
        if (!filler)
            return false;
    }
    return false;
}

/* "Phase 3 complete" in the gate of Phase 1. */
static bool find_held_item(const struct gate_reader *r, const struct gate_view *view,
                           struct slice text, struct gate_wait *wait)
{
    struct mention mention;
    for (size_t at = 0; mention_next(&r->order.numbered, text, &at, &mention);) {
        if (!mention.unique || !view->holds_up[mention.item] || r->works[mention.item].complete ||
            !says_done(slice_from(text, mention.end)))
            continue;
        wait->item = mention.item;
        return true;
    }
    return false;
}

/* A criterion's own box may say what it depends on. */
static bool find_held_dependency(const struct gate_reader *r, const struct gate_view *view,
                                 const struct criterion *criterion, struct gate_wait *wait)
{
    const struct document *document = r->order.document;
    uint32_t box = model_task_at(r->order.model, criterion->where.start);
    if (box == NO_INDEX)
        return false;
    struct dependency_edges edges = {0};
    dependency_edges_of(r->order.ws, (struct dependency_node){document, NO_INDEX, box},
                        r->order.arena, &edges);
    for (size_t e = 0; e < edges.len; e++) {
        struct dependency_node to = edges.items[e].to;
        if (to.document != document || edges.items[e].from.task != box)
            continue;
        if (to.task != NO_INDEX && is_held_task(r, view, to.task)) {
            wait->task = to.task;
            return true;
        }
        if (to.task == NO_INDEX && view->holds_up[to.item] && !r->works[to.item].complete) {
            wait->item = to.item;
            return true;
        }
    }
    return false;
}

static struct gate_wait wait_of(const struct gate_reader *r, const struct gate_view *view,
                                const struct gate *gate)
{
    struct gate_wait wait = {NO_INDEX, NO_INDEX, NO_INDEX};
    for (uint32_t c = 0; c < gate->criteria.len; c++) {
        const struct criterion *criterion = &gate->criteria.items[c];
        if (criterion->done)
            continue;
        if (find_held_dependency(r, view, criterion, &wait) ||
            find_held_item(r, view, criterion->text, &wait) ||
            find_held_title(r, view, criterion->text, &wait)) {
            wait.criterion = c;
            return wait;
        }
    }
    return wait;
}

/* ---- states ---------------------------------------------------------------------------------- */

static struct gate_view read_gate(const struct gate_reader *r, uint32_t index)
{
    const struct model *model = r->order.model;
    const struct gate *gate = &model->gates.items[index];
    bool *holds_up = arena_array(r->order.arena, model->items.len + 1, sizeof(bool));
    struct gate_view view = {.gate = index, .blocked_by = NO_INDEX, .holds_up = holds_up};
    view.item = gate_phase(&r->order, gate, &view.entry);
    if (view.item != NO_INDEX)
        gate_mark_later(&r->order, gate, view.item, view.entry, holds_up);
    for (size_t c = 0; c < gate->criteria.len; c++) {
        view.boxes += gate->criteria.items[c].has_box;
        view.open += gate->criteria.items[c].has_box && !gate->criteria.items[c].done;
    }
    view.wait = wait_of(r, &view, gate);
    return view;
}

static enum gate_state state_of(const struct gate_reader *r, const struct gate_view *view)
{
    if (view->wait.criterion != NO_INDEX)
        return GATE_SELF_BLOCKING;
    if (view->boxes == 0)
        return GATE_UNSTATED;
    if (view->open == 0)
        return GATE_MET;
    if (view->blocked_by != NO_INDEX)
        return GATE_BLOCKED;
    bool begun = view->item != NO_INDEX && !view->entry && r->works[view->item].started;
    return view->open == view->boxes && !begun ? GATE_NOT_STARTED : GATE_UNMET;
}

void gates_of(const struct workspace *ws, const struct document *document, struct arena *arena,
              struct gate_views *out)
{
    const struct model *model = document->model;
    struct gate_reader r = {0};
    size_t count = model->gates.len < GATES_MAX ? model->gates.len : GATES_MAX;
    if (count == 0)
        return;
    gate_order_init(&r.order, ws, document, arena);
    r.works = items_work(model, arena);
    collect_titles(&r);
    for (uint32_t g = 0; g < count; g++) {
        struct gate_view view = read_gate(&r, g);
        for (uint32_t e = 0; e < out->len; e++)
            if (view.item != NO_INDEX && out->items[e].open > 0 &&
                out->items[e].item != view.item && out->items[e].holds_up[view.item])
                view.blocked_by = e;
        view.state = state_of(&r, &view);
        *VEC_PUSH(arena, out) = view;
    }
}
