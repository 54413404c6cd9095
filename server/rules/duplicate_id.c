/* duplicate_id.c: an id that two tasks or two items of one scope define. */
#include "rules/rule.h"
#include "text/fold.h"

#include <stdlib.h>

struct defined {
    struct slice id;  /* folded */
    struct span span; /* where it is written */
    uint32_t scope;   /* NO_INDEX: the document; else a heading: numbers restart in sections */
    bool is_item;
};

struct definitions {
    VEC_MEMBERS(struct defined);
};

/* "1.2" and "3" count within their section; "T012" and "FR-003" are meant to be unique. */
static bool is_number(struct slice id)
{
    for (size_t i = 0; i < id.len; i++)
        if (!ascii_is_digit(id.ptr[i]) && id.ptr[i] != '.')
            return false;
    return true;
}

static void add(struct check *check, struct definitions *out, struct slice id, struct span span,
                uint32_t heading, bool is_item)
{
    if (id.len == 0 || span_is_empty(span))
        return;
    *VEC_PUSH(check->arena, out) = (struct defined){fold_case(check->arena, id), span,
                                                    is_number(id) ? heading : NO_INDEX, is_item};
}

static void add_tasks(struct check *check, struct definitions *out)
{
    for (size_t i = 0; i < check->model->tasks.len; i++) {
        const struct task *task = &check->model->tasks.items[i];
        if (task->source == TASK_FROM_BOX || task->source == TASK_FROM_BAD_BOX)
            add(check, out, task->id, task->id_span, task->heading, false);
    }
}

/* Ids written as {#id}; an id that is only a number in a heading belongs to its parent. */
static void add_headings(struct check *check, struct definitions *out)
{
    for (uint32_t i = 0; i < check->model->headings.len; i++) {
        const struct heading *heading = &check->model->headings.items[i];
        add(check, out, heading->id, heading->title_span, NO_INDEX, true);
    }
}

static int compare_definitions(const void *a, const void *b)
{
    const struct defined *x = a, *y = b;
    if (x->is_item != y->is_item)
        return x->is_item ? 1 : -1;
    if (x->scope != y->scope)
        return x->scope < y->scope ? -1 : 1;
    int order = slice_compare(x->id, y->id);
    if (order)
        return order;
    return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static void check_duplicate_id(struct check *check)
{
    struct definitions all = {0};
    add_tasks(check, &all);
    add_headings(check, &all);
    if (all.len == 0)
        return;
    qsort(all.items, all.len, sizeof *all.items, compare_definitions);
    for (size_t i = 1; i < all.len; i++) {
        const struct defined *first = &all.items[i - 1], *second = &all.items[i];
        if (first->is_item != second->is_item || first->scope != second->scope ||
            !slice_equal(first->id, second->id))
            continue;
        struct slice said = second->is_item ? second->id : span_slice(check->text, second->span);
        struct planls_diagnostic *diagnostic =
            report(check, second->span,
                   "%.*s is defined twice: a dependency on it means either one", SLICE_ARG(said));
        report_related(check, diagnostic, check->document, first->span, "first defined here");
    }
}

RULE(duplicate_id) = {
    .name = "duplicate-id",
    .summary = "an id is defined twice in its scope",
    .severity = PLANLS_ERROR,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_duplicate_id,
};
