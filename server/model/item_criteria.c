/* item_criteria.c: success criteria, one by one: parts between `;`, bullets, rows. */
#include "model/field_entries.h"
#include "model/item_build.h"

static void add_criterion(struct builder *b, struct item *item, struct span text, struct span box)
{
    struct criterion *criterion = VEC_PUSH(b->scratch, &item->criteria);
    char mark = span_is_empty(box) ? ' ' : b->bytes.ptr[box.start + 1];

    criterion->where = text;
    criterion->text = builder_plain(b, text);
    criterion->has_box = !span_is_empty(box);
    criterion->done = mark == 'x' || mark == 'X';
}

/* The cells of a row that say something, as one text. */
static void add_row(struct builder *b, struct item *item, uint32_t row)
{
    struct span text = {0, 0};

    for (uint32_t cell = block_first_child(b->blocks, row); cell;
         cell = block_next_sibling(b->blocks, cell)) {
        struct span words = b->blocks->v[cell].text;
        if (span_is_empty(words))
            continue;
        text = span_is_empty(text) ? words : (struct span){text.start, words.end};
    }
    if (!span_is_empty(text))
        add_criterion(b, item, text, SPAN_NONE);
}

void item_criteria_read(struct builder *b, struct item *item, uint32_t field)
{
    struct field_entries entries;

    field_entries_read(b, field, &entries);
    for (size_t i = 0; i < entries.len; i++) {
        const struct field_entry *entry = &entries.items[i];
        struct span text = entry->text, part;
        if (entry->source == ENTRY_ROW) {
            add_row(b, item, entry->block);
            continue;
        }
        if (entry->source == ENTRY_BULLET) {
            if (entry->level == 1 || !span_is_empty(entry->box))
                add_criterion(b, item, text, entry->box);
            continue;
        }
        if (entries.len > 1 && slice_ends(span_slice(b->bytes, text), SLICE(":")))
            continue; /* leads to the list below */
        while (entry_next_part(b->bytes, &text, &part))
            add_criterion(b, item, part, SPAN_NONE);
    }
}
