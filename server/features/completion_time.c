/* completion_time.c: the time that follows: behind the phase, entry or row before. */
#include "features/completion.h"

#include "edits/shift_span.h"

/* What is written there, moved; empty where its form cannot say it. */
static struct slice moved(struct completing *c, const struct time_value *time, struct shift shift)
{
    struct text_edit edit;
    struct strbuf out;
    if (!shift_time(c->document, time, shift, workspace_parser(c->workspace->ws), c->arena, &edit))
        return slice_sub(c->bytes, 0, 0);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    strbuf_append(&out, span_slice(c->bytes, (struct span){time->where.start, edit.span.start}));
    strbuf_append(&out, edit.new_text);
    strbuf_append(&out, span_slice(c->bytes, (struct span){edit.span.end, time->where.end}));
    struct slice text = arena_copy(c->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* As long as the time is itself: what begins then follows it. Weeks for dates, so that the days of the
 * week stay what they are. */
static struct shift own_length(const struct time_value *time)
{
    int length = time->to.value - time->from.value + 1;
    enum time_unit unit = time->from.unit;
    if (unit == TIME_DATE)
        return (struct shift){TIME_WEEK, (length + 6) / 7};
    return (struct shift){unit, length};
}

static bool can_follow(const struct time_value *time)
{
    return time->kind == TIME_SPAN && time->problem == TIME_OK && !time->open &&
           time->from.unit == time->to.unit && time->from.unit != TIME_NONE;
}

/* Where in the document the times stand that the cursor's follows. */
struct before {
    const struct time_value *nearest; /* of the same field or sibling */
    const struct time_value *first;   /* of the item before: what runs beside it */
};

/* The time of an item that comes before; what the whole plan or a part around takes comes not before its
 * parts. */
static bool is_time_before(const struct completing *c, const struct time_value *time)
{
    const struct model *model = c->model;
    uint32_t field = model_field_at(model, time->where.start);
    uint32_t heading = model_heading_at(model, time->where.start);
    uint32_t item = model_item_at(model, time->where.start);
    uint32_t around = c->item == NO_INDEX ? NO_INDEX : model->items.items[c->item].parent;
    for (; around != NO_INDEX; around = model->items.items[around].parent)
        if (around == item)
            return false;
    if (field != NO_INDEX && model->fields.items[field].item != NO_INDEX)
        return model->fields.items[field].key == FIELD_TIMELINE ||
               model->fields.items[field].key == FIELD_START;
    return field == NO_INDEX && heading != NO_INDEX && item != NO_INDEX &&
           span_contains(model->headings.items[heading].span, time->where.start);
}

static struct before find_before(const struct completing *c)
{
    struct before before = {NULL, NULL};
    const struct time_values *times = &c->model->times;
    uint32_t item = NO_INDEX;
    for (size_t i = 0; i < times->len && times->items[i].where.end < c->typed.start; i++) {
        const struct time_value *time = &times->items[i];
        if (!can_follow(time) || !is_time_before(c, time))
            continue;
        uint32_t own = model_item_at(c->model, time->where.start);
        before.nearest = time;
        if (own != item || !before.first)
            before.first = time;
        item = own;
    }
    return before;
}

static void add(struct completing *c, struct slice text, const char *detail)
{
    for (size_t i = 0; i < c->out->len; i++)
        if (slice_is(text, c->out->items[i].label))
            return;
    struct planls_completion *completion =
        text.len ? completing_add(c, PLANLS_COMPLETION_TIME, text, completing_value(c, text))
                 : NULL;
    if (completion)
        completion->detail = detail;
}

void complete_times(struct completing *c, uint32_t start, uint32_t end)
{
    completing_from(c, start, end);
    struct before before = find_before(c);
    if (!before.nearest)
        return;
    const struct time_value *nearest = before.nearest;
    struct slice written = span_slice(c->bytes, nearest->where);
    const char *behind = arena_printf(c->arena, "after %.*s", SLICE_ARG(written));
    uint32_t item = model_item_at(c->model, nearest->where.start);
    struct shift length = own_length(nearest);
    bool own = item != NO_INDEX && item == c->item;
    /* The first time of an item often begins with the item before it. */
    if (!own && before.first != nearest)
        add(c, span_slice(c->bytes, before.first->where), "beside the item before");
    add(c, moved(c, nearest, length), behind);
    if (before.first == nearest || own)
        add(c, written, "at the same time");
    struct slice twice = moved(c, nearest, (struct shift){length.unit, 2 * length.count});
    add(c, twice, "with a gap");
}
