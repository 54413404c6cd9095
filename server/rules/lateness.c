/* lateness.c: what of a plan should be over or under way by today and is not. */
#include "rules/lateness.h"

bool lateness_is_said_open(const struct item *item)
{
    return item->status == STATUS_TODO || item->status == STATUS_DOING ||
           item->status == STATUS_REVIEW || item->status == STATUS_BLOCKED;
}

uint32_t lateness_open_tasks(const struct dated_item *dated)
{
    return dated->progress.total - dated->progress.done;
}

bool lateness_is_document_over(const struct check *check)
{
    uint32_t field = model_field_of(check->model, NO_INDEX, FIELD_STATUS);
    if (field == NO_INDEX)
        return false;
    enum status status =
        status_read(span_slice(check->text, check->model->fields.items[field].value));
    return status == STATUS_DONE || status == STATUS_CANCELLED || status == STATUS_DEFERRED;
}

bool lateness_is_judged(const struct item *item, const struct item_span *span)
{
    if (item->kind == ITEM_GATE || item->kind == ITEM_DECISION)
        return false;
    if (item->status != STATUS_NONE && !lateness_is_said_open(item))
        return false;
    return (span->source == ITEM_SPAN_FIELD || span->source == ITEM_SPAN_HEADING) &&
           span->days.anchor == CALENDAR_STATED;
}

/* Work of items without days of their own counts for the item above them. */
static void pass_up(const struct model *model, const struct item_span *spans,
                    struct progress *progress)
{
    for (uint32_t i = (uint32_t)model->items.len; i-- > 0;) {
        uint32_t parent = model->items.items[i].parent;
        bool own = spans[i].source == ITEM_SPAN_FIELD || spans[i].source == ITEM_SPAN_HEADING;
        if (!own && parent < i)
            progress_add(&progress[parent], &progress[i]);
    }
}

struct dated_items {
    VEC_MEMBERS(struct dated_item);
};

static void find_dated(struct check *check, struct dated_items *out)
{
    const struct model *model = check->model;
    if (check->today == DATE_NONE || model->items.len == 0 || lateness_is_document_over(check))
        return;
    const struct item_span *spans = item_spans_of(check->settings, model, &check->shared->arena);
    for (size_t i = 0; i < model->items.len; i++)
        if (lateness_is_judged(&model->items.items[i], &spans[i]))
            *VEC_PUSH(&check->shared->arena, out) =
                (struct dated_item){.item = &model->items.items[i], .span = &spans[i]};
    if (out->len == 0)
        return;
    struct plan_progress progress =
        progress_of(check->workspace, check->document, &check->shared->arena);
    pass_up(model, spans, progress.own);
    for (size_t i = 0; i < out->len; i++)
        out->items[i].progress = progress.own[out->items[i].item - model->items.items];
}

void lateness_visit(struct check *check,
                    void (*visit)(struct check *check, const struct dated_item *dated))
{
    struct dated_items *dated = check->shared->dated;
    if (!dated) {
        dated = check->shared->dated = ARENA_NEW(&check->shared->arena, struct dated_items);
        find_dated(check, dated);
    }
    for (size_t i = 0; i < dated->len; i++)
        visit(check, &dated->items[i]);
}
