/* illegal_transition.c: against the base revision, a stage of the work is skipped. */
#include "analysis/pairing.h"
#include "analysis/transitions.h"
#include "rules/rule.h"

struct transitions {
    struct check *check;
    bool asked, review; /* whether work here passes a review; asked for when first needed */
};

static struct slice folder_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slice_sub(path, 0, slash == SLICE_NONE ? 0 : slash);
}

/* In this document, now or then, or in one beside it. */
static bool work_is_reviewed(struct transitions *t)
{
    const struct check *check = t->check;
    struct slice folder = folder_of(check->document->path);
    if (t->asked)
        return t->review;
    t->asked = true;
    t->review = document_has_review(check->model) || document_has_review(check->base->model);
    size_t at = workspace_first_in(check->workspace, folder);
    for (; !t->review && at < workspace_count(check->workspace); at++) {
        const struct document *other = workspace_at(check->workspace, at);
        if (!slice_starts(other->path, folder))
            break;
        t->review = slice_equal(folder_of(other->path), folder) &&
                    !(other->model->kinds & (DOCUMENT_ARCHIVED | DOCUMENT_TEMPLATE)) &&
                    document_has_review(other->model);
    }
    return t->review;
}

static void judge(struct transitions *t, struct slice title, struct stated before,
                  struct stated now, uint32_t field, struct span otherwise)
{
    struct check *check = t->check;
    if (before.status == now.status || !is_stated_in_words(before) || !is_stated_in_words(now))
        return;
    bool stated = check->settings->workflow_count > 0;
    if (!stated && (now.status != STATUS_DONE || !work_is_reviewed(t)))
        return;
    struct slice skipped = skipped_stages(check->settings, t->review, before, now, check->arena);
    if (skipped.len == 0)
        return;
    struct span span = field != NO_INDEX ? check->model->fields.items[field].value : otherwise;
    if (span_is_empty(span))
        span = otherwise;
    report(check, span, "“%.*s” goes from “%.*s” to “%.*s” and skips %.*s%s", SLICE_ARG(title),
           SLICE_ARG(before.text), SLICE_ARG(now.text), SLICE_ARG(skipped),
           stated ? "" : ", which work here passes");
}

static void check_items(struct transitions *t, const struct pairing *pairing)
{
    const struct model *now = t->check->model, *before = t->check->base->model;
    for (uint32_t i = 0; i < now->items.len; i++) {
        uint32_t other = pairing->items.before[i];
        if (other == NO_INDEX)
            continue;
        const struct item *item = &now->items.items[i], *was = &before->items.items[other];
        judge(t, item->title, (struct stated){was->status, was->status_text},
              (struct stated){item->status, item->status_text},
              model_field_of(now, i, FIELD_STATUS), item->name_span);
    }
}

static void check_tasks(struct transitions *t, const struct pairing *pairing)
{
    const struct model *now = t->check->model, *before = t->check->base->model;
    for (uint32_t i = 0; i < now->tasks.len; i++) {
        const struct task *task = &now->tasks.items[i];
        uint32_t other = pairing->tasks.before[i];
        /* A document that is an item and a task has spoken as the item. */
        bool spoken = task->source == TASK_FROM_FRONT_MATTER && now->items.len &&
                      now->items.items[0].source == ITEM_FROM_FRONT_MATTER;
        if (other == NO_INDEX || task->criterion || spoken)
            continue;
        const struct task *was = &before->tasks.items[other];
        uint32_t field = task->source == TASK_FROM_FRONT_MATTER
                             ? model_field_of(now, NO_INDEX, FIELD_STATUS)
                             : NO_INDEX;
        judge(t, task->title, (struct stated){was->status, was->status_text},
              (struct stated){task->status, task->status_text}, field, task->title_span);
    }
}

static void check_illegal_transition(struct check *check)
{
    if (!check->base)
        return;
    struct transitions t = {.check = check};
    struct pairing pairing;
    pairing_of(check->base->model, check->model, check->arena, &pairing);
    check_items(&t, &pairing);
    check_tasks(&t, &pairing);
}

RULE(illegal_transition) = {
    .name = "illegal-transition",
    .summary = "since the base revision work has skipped a stage",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .gate = RULE_GATE_ONLY,
    .since = "0.1",
    .check = check_illegal_transition,
};
