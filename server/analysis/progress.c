/* progress.c: tasks rolled up to items and plans. */
#include "analysis/progress.h"

#include <stdlib.h>
#include <string.h>

/* ---- states of leaves ------------------------------------------------------------------------ */

static enum status own_state(const struct task *task)
{
    if (task->done)
        return STATUS_DONE;
    return task->status == STATUS_NONE ? STATUS_TODO : task->status;
}

static bool is_called_off(enum status state)
{
    return state == STATUS_CANCELLED || state == STATUS_DEFERRED;
}

enum status *progress_states(const struct model *model, struct arena *arena)
{
    size_t count = model->tasks.len;
    enum status *states = arena_array(arena, count, sizeof *states);
    enum status *above = arena_array(arena, count, sizeof *above); /* called off from here down */
    bool *is_group = arena_array(arena, count, sizeof *is_group);
    bool whole = count > 0 && model->tasks.items[0].source == TASK_FROM_FRONT_MATTER;
    for (uint32_t i = 0; i < count; i++) {
        const struct task *task = &model->tasks.items[i];
        bool nested = task->parent != NO_INDEX && task->parent < i;
        if (nested && !task->criterion)
            is_group[task->parent] = true;
        states[i] = own_state(task);
        above[i] = nested ? above[task->parent] : STATUS_NONE;
        if (above[i] != STATUS_NONE && states[i] != STATUS_DONE)
            states[i] = above[i];
        if (is_called_off(states[i]))
            above[i] = states[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        bool leaf = whole ? i == 0 : !is_group[i];
        if (!leaf || model->tasks.items[i].criterion)
            states[i] = STATUS_NONE;
    }
    return states;
}

/* ---- counting -------------------------------------------------------------------------------- */

static void count_leaf(struct progress *progress, enum status state, bool optional)
{
    if (state == STATUS_NONE)
        return;
    if (optional && state != STATUS_DONE) {
        progress->optional++;
        return;
    }
    progress->by[state]++;
    progress->total += state != STATUS_CANCELLED;
    progress->done += state == STATUS_DONE;
}

void progress_add(struct progress *to, const struct progress *more)
{
    to->total += more->total;
    to->done += more->done;
    to->optional += more->optional;
    for (size_t i = 0; i < PROGRESS_STATES; i++)
        to->by[i] += more->by[i];
}

unsigned progress_percent(const struct progress *progress)
{
    if (progress->total == 0)
        return 0;
    return (unsigned)((uint64_t)progress->done * 100 / progress->total);
}

struct progress progress_of_tasks(const struct model *model, struct arena *arena)
{
    struct progress all = {0};
    const enum status *states = progress_states(model, arena);
    for (size_t i = 0; i < model->tasks.len; i++)
        count_leaf(&all, states[i], model->tasks.items[i].optional);
    return all;
}

/* ---- what is said in words ------------------------------------------------------------------- */

/* The number before the first % of a status that is about progress at all. */
static int percent_said(const struct item *item)
{
    struct slice text = item->status_text;
    size_t sign = slice_find_byte(text, '%');
    if (sign == SLICE_NONE || item->status == STATUS_UNKNOWN || item->status == STATUS_NONE)
        return PROGRESS_UNSAID;
    size_t end = sign;
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    size_t start = end;
    while (start > 0 && ascii_is_digit(text.ptr[start - 1]))
        start--;
    uint32_t percent;
    bool fraction = start > 0 && (text.ptr[start - 1] == '.' || text.ptr[start - 1] == ',');
    if (fraction || !slice_to_u32(slice_sub(text, start, end), &percent) || percent > 100)
        return PROGRESS_UNSAID;
    return (int)percent;
}

/* ---- items ----------------------------------------------------------------------------------- */

static bool is_piece_of_work(const struct item *item)
{
    return item->kind == ITEM_TASK || item->kind == ITEM_STEP || item->kind == ITEM_ACTION;
}

/* Do the headings that are tasks say their states here? */
static bool work_has_states(const struct model *model)
{
    for (size_t i = 0; i < model->items.len; i++)
        if (is_piece_of_work(&model->items.items[i]) && model->items.items[i].status != STATUS_NONE)
            return true;
    return false;
}

/* Counts the items that are leaves themselves: below them is neither task nor item. */
static void count_headings(const struct model *model, struct plan_progress *out,
                           struct arena *arena)
{
    if (!work_has_states(model))
        return;
    bool *is_parent = arena_array(arena, model->items.len, sizeof *is_parent);
    for (size_t i = 0; i < model->items.len; i++)
        if (model->items.items[i].parent != NO_INDEX)
            is_parent[model->items.items[i].parent] = true;
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        bool served = out->tasks.first[i] < out->tasks.first[i + 1];
        if (is_piece_of_work(item) && !served && !is_parent[i])
            count_leaf(&out->own[i], item->status == STATUS_NONE ? STATUS_TODO : item->status,
                       false);
    }
}

/* The states of the tasks of the last document asked: who serves an item stands by document. */
struct states_of {
    const struct document *document;
    const enum status *states;
};

static enum status state_of(struct states_of *last, const struct task_of_item *task,
                            struct arena *arena)
{
    if (last->document != task->document) {
        last->document = task->document;
        last->states = progress_states(task->document->model, arena);
    }
    return last->states[task->task];
}

/* A service and the item it is for, so that all of one document can be counted together. */
struct counted {
    const struct task_of_item *task;
    uint32_t item;
};

static int compare_counted(const void *a, const void *b)
{
    const struct counted *x = a, *y = b;
    if (x->task->document != y->task->document)
        return slice_compare(x->task->document->path, y->task->document->path);
    return x->task->task < y->task->task ? -1 : x->task->task > y->task->task;
}

static void count_services(const struct model *model, struct plan_progress *out,
                           struct arena *arena)
{
    uint32_t all = out->tasks.first[model->items.len];
    struct counted *services = arena_array(arena, all, sizeof *services);
    for (uint32_t i = 0, at = 0; i < model->items.len; i++)
        for (; at < out->tasks.first[i + 1]; at++)
            services[at] = (struct counted){&out->tasks.all[at], i};
    if (all)
        qsort(services, all, sizeof *services, compare_counted);
    struct states_of last = {0};
    for (uint32_t s = 0; s < all; s++) {
        const struct task_of_item *task = services[s].task;
        count_leaf(&out->own[services[s].item], state_of(&last, task, arena),
                   task->document->model->tasks.items[task->task].optional);
    }
}

static struct progress loose_tasks(const struct workspace *ws, const struct document *document,
                                   struct arena *arena)
{
    struct progress loose = {0};
    const struct model *model = document->model;
    const enum status *states = progress_states(model, arena);
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        if (states[i] != STATUS_NONE &&
            resolve_task(ws, document, i, &target, &via, &failed) != RESOLVED)
            count_leaf(&loose, states[i], model->tasks.items[i].optional);
    }
    return loose;
}

struct plan_progress progress_of(const struct workspace *ws, const struct document *document,
                                 struct arena *arena)
{
    const struct model *model = document->model;
    size_t count = model->items.len;
    struct plan_progress out = {
        .own = arena_array(arena, count, sizeof *out.own),
        .items = arena_array(arena, count, sizeof *out.items),
        .said = arena_array(arena, count, sizeof *out.said),
        .tasks = workspace_tasks_of_items(ws, document, arena),
    };
    count_services(model, &out, arena);
    count_headings(model, &out, arena);
    for (size_t i = 0; i < count; i++) {
        out.said[i] = percent_said(&model->items.items[i]);
        progress_add(&out.plan, &out.own[i]);
        /* Headings nest six deep, lists and tables of items one below that. */
        for (uint32_t up = (uint32_t)i; up != NO_INDEX; up = model->items.items[up].parent)
            progress_add(&out.items[up], &out.own[i]);
    }
    out.loose = loose_tasks(ws, document, arena);
    return out;
}
