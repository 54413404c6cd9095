/* checkpoints.c: budget checkpoints: how much may be spent by when. */
#include "model/money_cells.h"
#include "model/record_build.h"

/* When, by the first time in the span: the end of a range of weeks. */
static bool read_time(struct builder *b, struct span span, struct time_point *at)
{
    struct inlines inlines = builder_inlines_of(b, span);
    struct time_values times = {0};
    time_read(&inlines, b->bytes, 0, b->scratch, &times);
    for (size_t i = 0; i < times.len; i++) {
        const struct time_value *time = &times.items[i];
        if (time->kind != TIME_SPAN)
            continue;
        *at = time->to.unit == TIME_NONE ? time->from : time->to;
        return true;
    }
    return false;
}

static bool read_money(struct builder *b, struct span span, struct money *money)
{
    struct moneys moneys = {0};
    moneys_read(b, span, &moneys);
    for (size_t i = 0; i < moneys.len; i++) {
        if (moneys.items[i].placeholder)
            continue;
        *money = moneys.items[i];
        money->per = builder_keep(b, money->per);
        money->label = builder_keep(b, money->label);
        return true;
    }
    return false;
}

/* The sum on the first labelled line that has one ("Budget used: ~$40K"), else on any line. */
static void read_amount(struct builder *b, uint32_t from, uint32_t end, struct money *money)
{
    for (int labelled = 1; labelled >= 0; labelled--)
        for (uint32_t i = from; i < end; i++) {
            struct label label;
            if (b->blocks->v[i].kind != BLOCK_LINE)
                continue;
            if (!labelled)
                label.value = b->blocks->v[i].text;
            else if (!label_read(b->bytes, b->blocks->v[i].text, &label))
                continue;
            if (!span_is_empty(label.value) && read_money(b, label.value, money))
                return;
        }
}

static void add_headings(struct builder *b, const struct region *region)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = region->first; i < region->end; i++) {
        if (v[i].kind != BLOCK_HEADING || v[v[i].parent].kind != BLOCK_SECTION)
            continue;
        uint32_t section = v[i].parent;
        struct checkpoint checkpoint = {.span = v[section].span};
        if (!read_time(b, v[i].text, &checkpoint.at))
            continue;
        checkpoint.title = record_text(b, v[i].text);
        read_amount(b, v[i].next, v[section].next, &checkpoint.amount);
        *VEC_PUSH(b->arena, &b->model->checkpoints) = checkpoint;
        i = v[section].next - 1;
    }
}

/* `- Week 4: ~$40K used`, `| Week 4 | $40K |`: when and how much on one line. */
static void add_line(struct builder *b, struct span whole, struct span when, struct span how_much)
{
    struct checkpoint checkpoint = {.span = whole};
    if (!read_time(b, when, &checkpoint.at) || !read_money(b, how_much, &checkpoint.amount))
        return;
    checkpoint.title = record_text(b, when);
    *VEC_PUSH(b->arena, &b->model->checkpoints) = checkpoint;
}

static void add_items(struct builder *b, const struct region *region)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = region_next(b, region->first, region->end, BLOCK_ITEM); i < region->end;
         i = region_next(b, v[i].next, region->end, BLOCK_ITEM)) {
        struct label label;
        if (i + 2 >= v[i].next || v[i + 1].kind != BLOCK_PARAGRAPH)
            continue;
        if (label_read(b->bytes, v[i + 2].text, &label) && !span_is_empty(label.value))
            add_line(b, v[i].span, label.words, label.value);
        else
            add_line(b, v[i].span, v[i + 2].text, v[i + 2].text);
    }
}

static void add_rows(struct builder *b, uint32_t table)
{
    const struct blocks *blocks = b->blocks;
    uint32_t header = block_first_child(blocks, table);
    for (uint32_t row = header ? block_next_sibling(blocks, header) : 0; row;
         row = block_next_sibling(blocks, row)) {
        uint32_t first = block_first_child(blocks, row);
        if (!first || span_is_empty(blocks->v[first].text))
            continue;
        struct span rest = {blocks->v[first].text.end, blocks->v[row].span.end};
        add_line(b, blocks->v[row].span, blocks->v[first].text, rest);
    }
}

bool record_checkpoints(struct builder *b, const struct region *region)
{
    size_t before = b->model->checkpoints.len;
    add_headings(b, region);
    if (b->model->checkpoints.len == before)
        add_items(b, region);
    if (b->model->checkpoints.len == before)
        for (uint32_t table = region_next(b, region->first, region->end, BLOCK_TABLE);
             table < region->end;
             table = region_next(b, b->blocks->v[table].next, region->end, BLOCK_TABLE))
            add_rows(b, table);
    return b->model->checkpoints.len > before;
}
