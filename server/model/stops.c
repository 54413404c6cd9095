/* stops.c: stop conditions: when to pause or turn, the signal that tells, what to do then. */
#include "model/record_build.h"

static void set_part(struct builder *b, enum field_key key, struct span line, struct span value,
                     struct stop *stop)
{
    if (key == FIELD_SIGNAL && stop->signal.len == 0) {
        stop->signal = record_text(b, value);
        stop->signal_line = line;
    } else if (key == FIELD_ACTION && stop->action.len == 0) {
        stop->action = record_text(b, value);
        stop->action_line = line;
    }
}

/* `Signal: …` and `Action: …` on the lines of [from, end). */
static void read_parts(struct builder *b, uint32_t from, uint32_t end, struct stop *stop)
{
    for (uint32_t i = from; i < end; i++) {
        struct label label;
        if (b->blocks->v[i].kind != BLOCK_LINE ||
            !label_read(b->bytes, b->blocks->v[i].text, &label))
            continue;
        struct slice words = span_slice(b->bytes, label.words);
        set_part(b, field_key_of(words, b->settings), b->blocks->v[i].text, label.value, stop);
    }
}

static void add_stop(struct builder *b, struct stop *stop)
{
    stop->condition = record_text(b, stop->condition_span);
    if (stop->condition.len == 0)
        return;
    stop->test = read_stop_test(b, stop->condition_span);
    *VEC_PUSH(b->arena, &b->model->stops) = *stop;
}

static void add_item(struct builder *b, uint32_t item)
{
    const struct block *v = b->blocks->v;
    uint32_t paragraph = item + 1;
    if (paragraph >= v[item].next || v[paragraph].kind != BLOCK_PARAGRAPH)
        return;
    struct span line = v[paragraph + 1].text;
    struct stop stop = {.span = v[item].span,
                        .condition_span = span_unmarked(b->bytes, line),
                        .heading = b->heading_of[item]};
    read_parts(b, paragraph + 2, v[item].next, &stop);
    add_stop(b, &stop);
}

/* Numbered items where there are any, else all outermost items. */
static size_t add_items(struct builder *b, const struct region *region)
{
    const struct block *v = b->blocks->v;
    size_t before = b->model->stops.len;
    for (int pass = 0; pass < 2 && b->model->stops.len == before; pass++)
        for (uint32_t i = region_next(b, region->first, region->end, BLOCK_ITEM); i < region->end;
             i = region_next(b, v[i].next, region->end, BLOCK_ITEM))
            if (pass == 1 || v[v[i].parent].ordered)
                add_item(b, i);
    return b->model->stops.len - before;
}

/* A heading for each condition. */
static size_t add_headings(struct builder *b, const struct region *region)
{
    const struct block *v = b->blocks->v;
    size_t before = b->model->stops.len;
    for (uint32_t i = region->first; i < region->end; i++) {
        if (v[i].kind != BLOCK_HEADING || v[v[i].parent].kind != BLOCK_SECTION)
            continue;
        struct stop stop = {
            .span = v[v[i].parent].span, .condition_span = v[i].text, .heading = b->heading_of[i]};
        if (stop.heading != NO_INDEX)
            stop.heading = b->model->headings.items[stop.heading].parent;
        read_parts(b, v[i].next, v[v[i].parent].next, &stop);
        if (stop.signal.len || stop.action.len) {
            add_stop(b, &stop);
            i = v[v[i].parent].next - 1;
        }
    }
    return b->model->stops.len - before;
}

/* A row for each: the columns are named as the labels are. */
static void add_row(struct builder *b, uint32_t header, uint32_t row)
{
    const struct blocks *blocks = b->blocks;
    struct stop stop = {.span = blocks->v[row].span, .heading = b->heading_of[row], .row = true};
    uint32_t head = block_first_child(blocks, header), cell = block_first_child(blocks, row);
    bool has_condition = false;
    for (; head && cell;
         head = block_next_sibling(blocks, head), cell = block_next_sibling(blocks, cell)) {
        struct span text = blocks->v[cell].text;
        enum field_key key = field_key_of(record_text(b, blocks->v[head].text), b->settings);
        unsigned number;
        if (key == FIELD_SIGNAL || key == FIELD_ACTION) {
            set_part(b, key, text, text, &stop);
        } else if (!has_condition && !slice_to_u32(span_slice(b->bytes, text), &number)) {
            stop.condition_span = span_unmarked(b->bytes, text);
            has_condition = !span_is_empty(text);
        }
    }
    if (stop.signal.len || stop.action.len)
        add_stop(b, &stop);
}

static void add_table(struct builder *b, uint32_t table)
{
    uint32_t header = block_first_child(b->blocks, table);
    if (header)
        for (uint32_t row = block_next_sibling(b->blocks, header); row;
             row = block_next_sibling(b->blocks, row))
            add_row(b, header, row);
}

bool record_stops(struct builder *b, const struct region *region)
{
    size_t before = b->model->stops.len;
    for (uint32_t table = region_next(b, region->first, region->end, BLOCK_TABLE);
         table < region->end;
         table = region_next(b, b->blocks->v[table].next, region->end, BLOCK_TABLE))
        add_table(b, table);
    if (b->model->stops.len == before && add_headings(b, region) == 0)
        add_items(b, region);
    return b->model->stops.len > before;
}
