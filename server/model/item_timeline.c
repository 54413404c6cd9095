/* item_timeline.c: what happens when: the entries of a timeline field. */
#include "model/field_entries.h"
#include "model/item_build.h"
#include "model/plan_words.h"

static void add_entry(struct builder *b, struct item *item, struct span text, bool until)
{
    struct inlines inlines = builder_hiding_of(b, text);
    struct time_values times = {0};
    struct timeline_entry *entry;
    struct span label;

    time_read(&inlines, b->bytes, b->year, b->scratch, &times);
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
