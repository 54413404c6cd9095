/* symbol.c: what a heading, an item and a task are called in outlines and searches. */
#include "features/symbol.h"

#include "base/strbuf.h"

/* A detail is one short line. */
#define DETAIL_MAX_BYTES 200

static enum planls_symbol_kind kind_of(enum item_kind kind)
{
    switch (kind) {
    case ITEM_OBJECTIVE:
    case ITEM_KEY_RESULT:
        return PLANLS_SYMBOL_GOAL;
    case ITEM_INITIATIVE:
    case ITEM_WORKSTREAM:
    case ITEM_EPIC:
        return PLANLS_SYMBOL_EFFORT;
    case ITEM_PHASE:
    case ITEM_SPRINT:
    case ITEM_MONTH:
    case ITEM_WEEK:
    case ITEM_DAY:
        return PLANLS_SYMBOL_PERIOD;
    case ITEM_MILESTONE:
    case ITEM_GATE:
    case ITEM_DECISION:
        return PLANLS_SYMBOL_EVENT;
    case ITEM_STORY:
    case ITEM_REQUIREMENT:
        return PLANLS_SYMBOL_NEED;
    case ITEM_TASK:
    case ITEM_ACTION:
    case ITEM_STEP:
        return PLANLS_SYMBOL_TASK;
    case ITEM_OTHER:
        break;
    }
    return PLANLS_SYMBOL_ITEM;
}

static struct planls_location location(const struct document *document, struct span span,
                                       struct span name, struct arena *arena)
{
    return (struct planls_location){arena_cstring(arena, document->path), facade_range(span),
                                    facade_range(name)};
}

void symbol_of_heading(const struct document *document, uint32_t index, struct arena *arena,
                       struct planls_symbol *out)
{
    const struct heading *heading = &document->model->headings.items[index];
    out->kind = PLANLS_SYMBOL_HEADING;
    out->name = arena_cstring(arena, heading->title);
    out->detail = "";
    out->done = out->cancelled = false;
    out->where = location(document, heading->section, heading->title_span, arena);
}

static void put_part(struct strbuf *out, struct slice part)
{
    if (part.len == 0)
        return;
    if (out->len)
        strbuf_puts(out, " · ");
    strbuf_append(out, part);
}

static void put_owners(struct strbuf *out, const struct people *owners)
{
    for (size_t i = 0; i < owners->len; i++) {
        if (i)
            strbuf_puts(out, ", ");
        else if (out->len)
            strbuf_puts(out, " · ");
        strbuf_append(out, owners->items[i].name);
    }
}

static void put_times(struct strbuf *out, const struct item *item)
{
    if (item->timeline.len)
        put_part(out, item->timeline.items[0].text);
    if (item->timeline.len > 1) {
        strbuf_puts(out, " … ");
        strbuf_append(out, VEC_LAST(&item->timeline)->text);
    }
}

static const char *take(struct strbuf *detail, struct arena *arena)
{
    const char *text = arena_cstring(arena, strbuf_slice(detail));
    strbuf_release(detail);
    return text;
}

void symbol_of_item(const struct document *document, uint32_t index, struct arena *arena,
                    struct planls_symbol *out)
{
    const struct model *model = document->model;
    const struct item *item = &model->items.items[index];
    bool headed = item->source == ITEM_FROM_HEADING && item->heading != NO_INDEX;
    out->kind = kind_of(item->kind);
    out->name =
        arena_cstring(arena, headed ? model->headings.items[item->heading].title : item->title);
    struct strbuf detail;
    strbuf_init(&detail, DETAIL_MAX_BYTES);
    put_times(&detail, item);
    put_owners(&detail, &item->owners);
    put_part(&detail, item->status_text);
    out->detail = take(&detail, arena);
    out->done = item->status == STATUS_DONE || item->status == STATUS_CANCELLED;
    out->cancelled = item->status == STATUS_CANCELLED;
    out->where = location(document, item->span, item->name_span, arena);
}

void symbol_of_task(const struct document *document, uint32_t index, struct arena *arena,
                    struct planls_symbol *out)
{
    const struct task *task = &document->model->tasks.items[index];
    struct strbuf name, detail;
    strbuf_init(&name, STRBUF_NO_LIMIT);
    strbuf_init(&detail, DETAIL_MAX_BYTES);
    strbuf_append(&name, task->id);
    if (task->id.len && task->title.len)
        strbuf_putc(&name, ' ');
    strbuf_append(&name, task->title);
    put_part(&detail, slice_of(status_name(task->status)));
    put_owners(&detail, &task->owners);
    out->kind = PLANLS_SYMBOL_TASK;
    out->name = take(&name, arena);
    out->detail = take(&detail, arena);
    out->done = task->done;
    out->cancelled = task->status == STATUS_CANCELLED;
    out->where = location(document, task->span, task->title_span, arena);
}
