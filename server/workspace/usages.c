/* usages.c: every place that means a document or something in it. */
#include "workspace/usages.h"

#include "workspace/internal.h"

#include <stdlib.h>

struct collector {
    const struct workspace *ws;
    const struct document *wanted;
    struct arena *arena;
    struct usages *out;
};

static void add(struct collector *c, struct usage usage, enum resolution result)
{
    bool whole = result == RESOLVED || result == UNRESOLVED_FRAGMENT;
    if (whole && usage.target.document == c->wanted && !span_is_empty(usage.span))
        *VEC_PUSH(c->arena, c->out) = usage;
}

static void add_references(struct collector *c, const struct document *from)
{
    for (uint32_t i = 0; i < from->model->references.len; i++) {
        const struct reference *reference = &from->model->references.items[i];
        struct usage usage = {USAGE_REFERENCE, from, reference->span, i, NULL, NULL, {0}};
        enum resolution result = resolve_reference(c->ws, from, reference, &usage.target);
        add(c, usage, result);
    }
}

static void add_dependencies(struct collector *c, const struct document *from, uint32_t item,
                             uint32_t task, const struct dependencies *list)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct dependency *dependency = &list->items[i];
        struct usage usage = {USAGE_DEPENDENCY, from, dependency->where, 0, NULL, dependency, {0}};
        enum resolution result =
            resolve_dependency(c->ws, from, item, task, dependency, &usage.target);
        if (result == RESOLVED)
            add(c, usage, result);
    }
}

static void add_tasks(struct collector *c, const struct document *from)
{
    for (uint32_t t = 0; t < from->model->tasks.len; t++) {
        const struct task *task = &from->model->tasks.items[t];
        for (size_t i = 0; i < task->claims.len; i++) {
            const struct task_claim *claim = &task->claims.items[i];
            struct usage usage = {USAGE_CLAIM, from, claim->where, t, claim, NULL, {0}};
            if (resolve_claim(c->ws, from, claim, &usage.target) == RESOLVED)
                add(c, usage, RESOLVED);
        }
        add_dependencies(c, from, NO_INDEX, t, &task->depends_on);
    }
}

static int compare(const void *a, const void *b)
{
    const struct usage *x = a, *y = b;
    int order = slice_compare(x->document->path, y->document->path);
    if (order)
        return order;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1; /* a link before the claim in it */
    return x->kind < y->kind ? -1 : x->kind > y->kind;
}

void workspace_usages_of(const struct workspace *ws, const struct document *document,
                         struct arena *arena, struct usages *out)
{
    struct collector c = {ws, document, arena, out};
    struct document_list askers = {0};
    workspace_edit_dependents(ws, document->path, arena, &askers);
    *VEC_PUSH(arena, &askers) = document;
    for (size_t i = 0; i < askers.len; i++) {
        const struct document *from = askers.items[i];
        add_references(&c, from);
        add_tasks(&c, from);
        for (uint32_t item = 0; item < from->model->items.len; item++)
            add_dependencies(&c, from, item, NO_INDEX, &from->model->items.items[item].depends_on);
    }
    if (out->len == 0)
        return;
    qsort(out->items, out->len, sizeof *out->items, compare);
    size_t kept = 1;
    for (size_t i = 1; i < out->len; i++) {
        const struct usage *before = &out->items[kept - 1], *one = &out->items[i];
        /* "T001-T004" is said of T002 and T003; its ends are of their own. */
        bool range = before->kind == USAGE_DEPENDENCY && one->kind == USAGE_DEPENDENCY &&
                     before->target.task != one->target.task;
        if (before->document != one->document || !span_covers(before->span, one->span) || range)
            out->items[kept++] = *one;
    }
    out->len = kept;
}

bool usage_means(const struct usage *usage, const struct target *target)
{
    if (usage->target.document != target->document)
        return false;
    if (target->task != NO_INDEX)
        return usage->target.task == target->task;
    if (target->item != NO_INDEX)
        return usage->target.item == target->item;
    return target->heading == NO_INDEX || usage->target.heading == target->heading;
}
