/* plan_diff.c: what changed in the plan between two workspaces of the same folder. */
#include "analysis/plan_diff.h"

#include "analysis/pairing.h"
#include "analysis/plan_diff_item.h"
#include "text/fold.h"

#include <stdlib.h>

const char *plan_change_name(enum plan_change_kind kind)
{
    static const char *const names[] = {
#define PLAN_CHANGE_NAME(code, name) [code] = (name),
        PLAN_CHANGES(PLAN_CHANGE_NAME)
#undef PLAN_CHANGE_NAME
    };
    return names[kind];
}

struct places {
    VEC_MEMBERS(struct plan_place);
};

struct differ {
    const struct workspace *before, *now;
    struct arena *arena;
    struct plan_changes *out;
    struct places gone_items, new_items, gone_tasks, new_tasks; /* of one document only */
    struct diff_side moved[2]; /* of the last item that moved: the next one's too, mostly */
};

struct slice plan_place_title(const struct plan_place *place, struct arena *arena)
{
    const struct model *model = place->document ? place->document->model : NULL;
    if (!model)
        return SLICE("");
    if (place->task != NO_INDEX)
        return model->tasks.items[place->task].title;
    if (place->item == NO_INDEX)
        return place->document->path;
    const struct item *item = &model->items.items[place->item];
    if (item->kind == ITEM_OTHER)
        return item->title;
    char *title =
        arena_printf(arena, "%s%s%.*s: %.*s", item_kind_name(item->kind),
                     item->number.len ? " " : "", SLICE_ARG(item->number), SLICE_ARG(item->title));
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    return slice_of(title);
}

static struct plan_change *add(struct differ *d, enum plan_change_kind kind,
                               const struct plan_place *before, const struct plan_place *now)
{
    struct plan_change *change = VEC_PUSH(d->arena, d->out);
    *change = (struct plan_change){
        .kind = kind, .before = {NULL, NO_INDEX, NO_INDEX}, .now = {NULL, NO_INDEX, NO_INDEX}};
    if (before) {
        change->before = *before;
        change->before_text = plan_place_title(before, d->arena);
    }
    if (now) {
        change->now = *now;
        change->now_text = plan_place_title(now, d->arena);
    }
    return change;
}

/* ---- tasks ----------------------------------------------------------------------------------- */

/* Criteria are told with their item, and a document that is an item and a task as the item. */
static bool task_counts(const struct model *model, uint32_t task)
{
    const struct task *t = &model->tasks.items[task];
    return !t->criterion && !(t->source == TASK_FROM_FRONT_MATTER && model->items.len &&
                              model->items.items[0].source == ITEM_FROM_FRONT_MATTER);
}

static struct slice task_state(const struct task *task)
{
    if (task->source == TASK_FROM_FRONT_MATTER && task->status_text.len)
        return task->status_text;
    return slice_of(task->done                    ? "done"
                    : task->status == STATUS_NONE ? "open"
                                                  : status_name(task->status));
}

static void compare_tasks(struct differ *d, const struct plan_place *before,
                          const struct plan_place *now)
{
    const struct task *old = &before->document->model->tasks.items[before->task];
    const struct task *new = &now->document->model->tasks.items[now->task];
    if (!slice_equal(fold_title(d->arena, old->title), fold_title(d->arena, new->title)))
        add(d, CHANGE_TASK_RENAMED, before, now);
    if (slice_equal_nocase(task_state(old), task_state(new)))
        return;
    struct plan_change *change = add(d, CHANGE_TASK_STATUS, before, now);
    change->before_text = task_state(old);
    change->now_text = task_state(new);
}

static void diff_tasks(struct differ *d, const struct document *before, const struct document *now,
                       const struct pairing *pairing)
{
    for (uint32_t i = 0; now && i < now->model->tasks.len; i++) {
        struct plan_place place = {now, NO_INDEX, i};
        if (!task_counts(now->model, i))
            continue;
        if (!before || pairing->tasks.before[i] == NO_INDEX)
            *VEC_PUSH(d->arena, &d->new_tasks) = place;
        else
            compare_tasks(d, &(struct plan_place){before, NO_INDEX, pairing->tasks.before[i]},
                          &place);
    }
    for (uint32_t i = 0; before && i < before->model->tasks.len; i++)
        if (task_counts(before->model, i) && (!now || pairing->tasks.now[i] == NO_INDEX))
            *VEC_PUSH(d->arena, &d->gone_tasks) = (struct plan_place){before, NO_INDEX, i};
}

/* ---- items ----------------------------------------------------------------------------------- */

static void compare_item(struct differ *d, struct item_diff *diff, uint32_t before, uint32_t now)
{
    struct plan_place was = {diff->before->document, before, NO_INDEX};
    struct plan_place is = {diff->now->document, now, NO_INDEX};
    const struct item *old = &was.document->model->items.items[before];
    const struct item *new = &is.document->model->items.items[now];
    if (!slice_equal(old->key, new->key))
        add(d, CHANGE_ITEM_RENAMED, &was, &is);
    diff_items(diff, before, now);
}

static void diff_documents(struct differ *d, const struct document *before,
                           const struct document *now)
{
    struct diff_side sides[2];
    struct pairing pairing;
    struct weakeneds weakened = {0};
    diff_side_init(&sides[0], d->before, before, d->arena);
    diff_side_init(&sides[1], d->now, now, d->arena);
    pairing_of(before->model, now->model, d->arena, &pairing);
    weakenings_of(before->model, now->model, &pairing, workspace_parser(d->now), d->arena,
                  &weakened);
    size_t told = 0; /* weakenings come in the order of items */
    for (uint32_t i = 0; i < now->model->items.len; i++) {
        struct item_diff diff = {&sides[0], &sides[1], NULL, 0, d->arena, d->out};
        if (told < weakened.len)
            diff.weakened = &weakened.items[told];
        while (told < weakened.len && weakened.items[told].item == i)
            told++, diff.weakened_count++;
        if (pairing.items.before[i] == NO_INDEX)
            *VEC_PUSH(d->arena, &d->new_items) = (struct plan_place){now, i, NO_INDEX};
        else
            compare_item(d, &diff, pairing.items.before[i], i);
    }
    if (told < weakened.len) {
        struct item_diff rest = {&sides[0],           &sides[1], &weakened.items[told],
                                 weakened.len - told, d->arena,  d->out};
        diff_weakened(&rest, NO_INDEX, NO_INDEX);
    }
    for (uint32_t i = 0; i < before->model->items.len; i++)
        if (pairing.items.now[i] == NO_INDEX)
            *VEC_PUSH(d->arena, &d->gone_items) = (struct plan_place){before, i, NO_INDEX};
    diff_tasks(d, before, now, &pairing);
}

static void add_all(struct differ *d, const struct document *document, struct places *items,
                    bool is_new)
{
    for (uint32_t i = 0; i < document->model->items.len; i++)
        *VEC_PUSH(d->arena, items) = (struct plan_place){document, i, NO_INDEX};
    diff_tasks(d, is_new ? NULL : document, is_new ? document : NULL, NULL);
}

/* ---- what moved to another document ---------------------------------------------------------- */

static struct pair_name *names_of(const struct places *places, struct arena *arena)
{
    struct pair_name *names = arena_array(arena, places->len + 1, sizeof *names);
    for (size_t i = 0; i < places->len; i++) {
        const struct plan_place *place = &places->items[i];
        const struct model *model = place->document->model;
        if (place->task != NO_INDEX)
            names[i] = (struct pair_name){
                .title = fold_title(arena, model->tasks.items[place->task].title)};
        else
            names[i] = (struct pair_name){.title = model->items.items[place->item].key};
        names[i].id = names[i].title; /* only the same title counts, and only once */
        names[i].place = place->document->path;
    }
    return names;
}

static void compare_moved_items(struct differ *d, const struct plan_place *was,
                                const struct plan_place *is)
{
    if (d->moved[0].document != was->document)
        diff_side_init(&d->moved[0], d->before, was->document, d->arena);
    if (d->moved[1].document != is->document)
        diff_side_init(&d->moved[1], d->now, is->document, d->arena);
    struct item_diff diff = {&d->moved[0], &d->moved[1], NULL, 0, d->arena, d->out};
    diff_items(&diff, was->item, is->item);
}

static void join(struct differ *d, const struct places *gone, const struct places *new, bool tasks)
{
    struct pair_name *names[] = {names_of(gone, d->arena), names_of(new, d->arena)};
    struct pairs pairs = pair_names(names[0], gone->len, names[1], new->len, d->arena);
    for (size_t i = 0; i < new->len; i++) {
        const struct plan_place *now = &new->items[i];
        uint32_t other = pairs.before[i];
        if (other == NO_INDEX || !slice_equal(names[0][other].title, names[1][i].title)) {
            add(d, tasks ? CHANGE_TASK_ADDED : CHANGE_ITEM_ADDED, NULL, now);
            continue;
        }
        const struct plan_place *before = &gone->items[other];
        struct plan_change *change =
            add(d, tasks ? CHANGE_TASK_MOVED : CHANGE_ITEM_MOVED, before, now);
        change->before_text = before->document->path;
        change->now_text = now->document->path;
        if (tasks)
            compare_tasks(d, before, now);
        else
            compare_moved_items(d, before, now);
    }
    for (size_t i = 0; i < gone->len; i++)
        if (pairs.now[i] == NO_INDEX ||
            !slice_equal(names[0][i].title, names[1][pairs.now[i]].title))
            add(d, tasks ? CHANGE_TASK_REMOVED : CHANGE_ITEM_REMOVED, &gone->items[i], NULL);
}

/* ---- order ----------------------------------------------------------------------------------- */

/* A change and what it is sorted by. */
struct ranked {
    struct plan_change change;
    struct slice path;
    bool gone;
    uint32_t offset;
    size_t index;
};

static uint32_t offset_of(const struct plan_place *place)
{
    const struct model *model = place->document->model;
    if (place->task != NO_INDEX)
        return model->tasks.items[place->task].span.start;
    return place->item != NO_INDEX ? model->items.items[place->item].name_span.start : 0;
}

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = slice_compare(x->path, y->path);
    if (order)
        return order;
    if (x->gone != y->gone)
        return x->gone ? 1 : -1;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static void sort_changes(struct plan_changes *changes, struct arena *arena)
{
    struct ranked *ranked = arena_array(arena, changes->len + 1, sizeof *ranked);
    for (size_t i = 0; i < changes->len; i++) {
        const struct plan_change *change = &changes->items[i];
        bool gone = !change->now.document;
        const struct plan_place *place = gone ? &change->before : &change->now;
        ranked[i] = (struct ranked){*change, place->document->path, gone, offset_of(place), i};
    }
    qsort(ranked, changes->len, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < changes->len; i++)
        changes->items[i] = ranked[i].change;
}

/* ---- all ------------------------------------------------------------------------------------- */

static bool takes(const struct document *document)
{
    return document->judged && document->model->kinds != 0 &&
           !(document->model->kinds & DOCUMENT_TEMPLATE);
}

static bool is_selected(const struct plan_place *place,
                        bool (*selects)(void *context, struct slice path), void *context)
{
    return place->document && selects(context, place->document->path);
}

void plan_diff(const struct workspace *before, const struct workspace *now,
               bool (*selects)(void *context, struct slice path), void *context,
               struct arena *arena, struct plan_changes *out)
{
    struct differ d = {.before = before, .now = now, .arena = arena, .out = out};
    for (size_t i = 0; i < workspace_count(now); i++) {
        const struct document *document = workspace_at(now, i);
        const struct document *was = workspace_find(before, document->path);
        if (!takes(document))
            continue;
        if (was)
            diff_documents(&d, was, document);
        else
            add_all(&d, document, &d.new_items, true);
    }
    for (size_t i = 0; i < workspace_count(before); i++) {
        const struct document *document = workspace_at(before, i);
        if (takes(document) && !workspace_find(now, document->path))
            add_all(&d, document, &d.gone_items, false);
    }
    join(&d, &d.gone_items, &d.new_items, false);
    join(&d, &d.gone_tasks, &d.new_tasks, true);
    sort_changes(out, arena);
    size_t kept = 0;
    for (size_t i = 0; i < out->len; i++) {
        const struct plan_change *change = &out->items[i];
        if (!selects || is_selected(&change->now, selects, context) ||
            is_selected(&change->before, selects, context))
            out->items[kept++] = *change;
    }
    out->len = kept;
}
