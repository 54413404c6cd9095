/* add_task.c: a first task for an item, in the form its siblings' tasks have. */
#include "edits/add_task.h"

static bool are_siblings(const struct model *model, uint32_t a, uint32_t b)
{
    const struct item *x = &model->items.items[a], *y = &model->items.items[b];
    return a != b && x->source == ITEM_FROM_HEADING && y->source == ITEM_FROM_HEADING &&
           x->parent == y->parent && x->kind == y->kind &&
           model->headings.items[x->heading].level == model->headings.items[y->heading].level;
}

/* What stands on the task's line before its box. */
static struct slice lead_of(const struct document *document, const struct task *task)
{
    struct span line = text_line(&document->text, text_line_of(&document->text, task->box.start));
    return span_slice(document->text.bytes, (struct span){line.start, task->box.start});
}

uint32_t task_to_follow(const struct document *document, uint32_t item)
{
    const struct model *model = document->model;
    uint32_t like = NO_INDEX;
    if (model->items.items[item].source != ITEM_FROM_HEADING)
        return NO_INDEX;
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct task *task = &model->tasks.items[t];
        if (span_covers(model->items.items[item].span, task->span))
            return NO_INDEX;
        if (like != NO_INDEX || task->item == NO_INDEX || task->source != TASK_FROM_BOX ||
            task->criterion || task->parent != NO_INDEX || !are_siblings(model, item, task->item))
            continue;
        struct slice lead = slice_trim(lead_of(document, task));
        if (lead.len == 1 && slice_find_byte(SLICE("-*+"), lead.ptr[0]) != SLICE_NONE)
            like = t;
    }
    return like;
}

/* Where the item's own words end. */
static uint32_t end_of(const struct document *document, uint32_t item)
{
    const struct model *model = document->model;
    uint32_t heading = model->items.items[item].heading;
    struct span span = model->items.items[item].span;
    for (uint32_t h = heading + 1; h < model->headings.len; h++) {
        if (model->headings.items[h].parent != heading)
            continue;
        span.end = model->headings.items[h].span.start;
        break;
    }
    return span.start + (uint32_t)slice_trim_end(span_slice(document->text.bytes, span)).len;
}

struct text_edit add_task(const struct document *document, uint32_t item, uint32_t like,
                          struct arena *arena, uint32_t *words_at)
{
    const struct task *task = &document->model->tasks.items[like];
    struct slice end = text_line_end(&document->text);
    uint32_t line = text_line_of(&document->text, task->box.start);
    struct slice above = slice_trim(
        span_slice(document->text.bytes, text_line(&document->text, line ? line - 1 : 0)));
    uint32_t at = end_of(document, item);
    const char *text =
        arena_printf(arena, "%.*s%.*s%.*s[ ] TBD", SLICE_ARG(end), above.len ? 0 : (int)end.len,
                     end.ptr, SLICE_ARG(lead_of(document, task)));
    struct text_edit edit = {{at, at}, slice_of(text)};
    *words_at = (uint32_t)(edit.new_text.len - 3);
    return edit;
}
