/* item_timeline.c: what happens when: the entries of a timeline field. */
#include "model/field_entries.h"
#include "model/item_build.h"
#include "model/plan_words.h"

#include <string.h>

static void add_entry(struct builder *b, struct item *item, struct span text, bool until)
{
    struct time_values times = {0};
    struct timeline_entry *entry;
    struct span label;

    builder_times(b, text, &times);
    if (!times.len)
        return;
    entry = VEC_PUSH(b->scratch, &item->timeline);
    entry->where = text;
    entry->time = times.items[0];
    if (until && entry->time.kind == TIME_SPAN && entry->time.first.start < entry->time.first.end &&
        span_is_empty(entry->time.second))
        entry->time.until = true;
    entry->text = builder_copy(b, entry->time.where);
    label = entry_trim(b->bytes, (struct span){entry->time.where.end, text.end});
    if (span_is_empty(label) || b->bytes.ptr[label.start] == ')')
        label = entry_trim(b->bytes, (struct span){text.start, entry->time.where.start});
    if (!span_is_empty(label) && b->bytes.ptr[label.end - 1] == '(')
        label = entry_trim(b->bytes, (struct span){label.start, label.end - 1});
    entry->label = builder_plain(b, label);
}

void item_timeline_read(struct builder *b, struct item *item, uint32_t field)
{
    bool until = is_end_label(b->model->fields.items[field].label);
    struct field_entries entries;

    field_entries_read(b, field, &entries);
    for (size_t i = 0; i < entries.len; i++) {
        struct span text = entries.items[i].text, part;
        if (entries.items[i].source == ENTRY_ROW)
            add_entry(b, item, text, until);
        else if (entries.items[i].source == ENTRY_BULLET || field_entry_is_value(&entries, i))
            while (entry_next_part(b->bytes, &text, &part))
                add_entry(b, item, part, until);
    }
}

/* ---- a line that says nothing but when ----------------------------------------------------------- */

#define BARE_LINE_MAX 60 /* bytes; a longer line says more */

/* A line without its marks and brackets: "*Weeks 1–4*", "(Mar 2 – Mar 20)". */
static struct span without_marks(struct slice bytes, struct span line)
{
    while (line.start < line.end && memchr(" *_(", bytes.ptr[line.start], 4))
        line.start++;
    while (line.end > line.start && memchr(" *_)", bytes.ptr[line.end - 1], 4))
        line.end--;
    return line;
}

/* The span of time that a paragraph of one line is, and nothing else. */
static bool read_bare_line(struct builder *b, uint32_t paragraph, struct time_value *time)
{
    const struct block *v = b->blocks->v;
    uint32_t line = block_first_child(b->blocks, paragraph);
    struct time_values times = {0};
    struct inlines inlines;
    struct span text;

    if (v[paragraph].kind != BLOCK_PARAGRAPH || !line || v[line].kind != BLOCK_LINE ||
        block_next_sibling(b->blocks, line))
        return false;
    text = without_marks(b->bytes, v[line].text);
    if (text.end - text.start > BARE_LINE_MAX || !slice_has_digit(span_slice(b->bytes, text)))
        return false;
    inlines = builder_hiding_of(b, text);
    time_read(&inlines, b->bytes, b->year, b->scratch, &times);
    if (times.len != 1 || times.items[0].kind != TIME_SPAN ||
        times.items[0].where.start != text.start || times.items[0].where.end != text.end ||
        span_is_empty(times.items[0].second))
        return false;
    *time = times.items[0];
    return true;
}

/* How many lines of the section that begins with `heading` are a span of time; the first of them. */
static size_t count_bare_lines(struct builder *b, uint32_t heading, struct time_value *first)
{
    const struct block *v = b->blocks->v;
    struct time_value time;
    size_t count = 0;

    for (uint32_t i = heading; i && v[i].kind != BLOCK_SECTION;
         i = block_next_sibling(b->blocks, i)) {
        if (read_bare_line(b, i, &time) && count++ == 0)
            *first = time;
        if (v[i].kind != BLOCK_LIST)
            continue;
        for (uint32_t bullet = block_first_child(b->blocks, i); bullet;
             bullet = block_next_sibling(b->blocks, bullet)) {
            uint32_t paragraph = block_first_child(b->blocks, bullet);
            if (paragraph && span_is_empty(v[bullet].box) &&
                !block_next_sibling(b->blocks, paragraph) && read_bare_line(b, paragraph, &time) &&
                count++ == 0)
                *first = time;
        }
    }
    return count;
}

void item_bare_times_read(struct builder *b)
{
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        struct time_value time;
        struct item *item;
        if (b->blocks->v[i].kind != BLOCK_HEADING || b->item_of[i] == NO_INDEX)
            continue;
        item = &b->model->items.items[b->item_of[i]];
        if (item->source == ITEM_FROM_HEADING && item->heading == b->heading_of[i] &&
            item->timeline.len == 0 && count_bare_lines(b, i, &time) == 1)
            *VEC_PUSH(b->scratch, &item->timeline) = (struct timeline_entry){
                .where = time.where,
                .time = time,
                .text = builder_copy(b, time.where),
                .label = SLICE(""),
            };
    }
}
