/* field_entries.c: a field's value and body as a list of texts, one per thing said. */
#include "model/field_entries.h"

#include "model/title_marks.h"

#include <string.h>

/* From the first to the last line of the paragraph that opens a list item; empty where none does. */
static struct span opening_text(const struct builder *b, uint32_t item)
{
    const struct block *v = b->blocks->v;
    uint32_t child = block_first_child(b->blocks, item);
    struct span text = {0, 0};

    if (!child || v[child].kind != BLOCK_PARAGRAPH)
        return text;
    for (uint32_t line = block_first_child(b->blocks, child); line;
         line = block_next_sibling(b->blocks, line)) {
        if (span_is_empty(text))
            text = v[line].text;
        text.end = v[line].text.end;
    }
    if (span_covers(text, v[item].box))
        text.start = v[item].box.end;
    while (text.start < text.end && ascii_is_space(b->bytes.ptr[text.start]))
        text.start++;
    return text;
}

static void push(struct builder *b, struct field_entries *out, struct field_entry entry)
{
    if (!span_is_empty(entry.text))
        *VEC_PUSH(b->scratch, out) = entry;
}

/* The value with the lines of its own paragraph that wrap it; gives the first block behind. */
static uint32_t read_value(struct builder *b, uint32_t field, struct field_entries *out)
{
    const struct field *f = &b->model->fields.items[field];
    const struct block *v = b->blocks->v;
    struct span text = f->value;
    uint32_t next = f->block + 1;

    if (v[f->block].kind == BLOCK_LINE) {
        for (; next < v[v[f->block].parent].next && b->field_of[next] == field; next++) {
            if (span_is_empty(text))
                text = v[next].text;
            text.end = v[next].text.end;
        }
    }
    push(b, out, (struct field_entry){.source = ENTRY_VALUE, .block = f->block, .text = text});
    return next;
}

void field_entries_read(struct builder *b, uint32_t field, struct field_entries *out)
{
    const struct field *f = &b->model->fields.items[field];
    const struct block *v = b->blocks->v;
    unsigned base = 0;

    *out = (struct field_entries){0};
    for (uint32_t i = read_value(b, field, out);
         i < b->blocks->len && v[i].span.start < f->body.end; i++) {
        struct field_entry entry = {.block = i};
        if (v[i].span.start < f->body.start || v[i].span.end > f->body.end)
            continue;
        if (v[i].kind == BLOCK_ITEM) {
            base = base && base < v[i].level ? base : v[i].level;
            entry.source = ENTRY_BULLET;
            entry.text = opening_text(b, i);
            entry.box = v[i].box;
            entry.level = v[i].level - base + 1;
        } else if (v[i].kind == BLOCK_PARAGRAPH && v[v[i].parent].kind != BLOCK_ITEM) {
            entry.source = ENTRY_PARAGRAPH;
            entry.text = v[i].span;
        } else if (v[i].kind == BLOCK_ROW && block_first_child(b->blocks, v[i].parent) != i) {
            entry.source = ENTRY_ROW;
            entry.text = v[i].span;
        } else {
            continue;
        }
        push(b, out, entry);
    }
}

#define SHORT_PARAGRAPH 240 /* bytes; a longer one is prose */

bool field_entry_is_value(const struct field_entries *entries, size_t index)
{
    const struct field_entry *entry = &entries->items[index];
    return entry->source == ENTRY_VALUE || (entry->source == ENTRY_PARAGRAPH && index == 0 &&
                                            entry->text.end - entry->text.start <= SHORT_PARAGRAPH);
}

/* Where the next `;` of `text` that parts it stands, or text.end. */
static uint32_t part_end(struct slice bytes, struct span text)
{
    unsigned depth = 0;
    bool code = false, quoted = false;

    for (uint32_t i = text.start; i < text.end; i++) {
        char c = bytes.ptr[i];
        if (c == '`')
            code = !code;
        else if (c == '"')
            quoted = !quoted;
        else if (code)
            continue;
        else if (c == '(' || c == '[')
            depth++;
        else if ((c == ')' || c == ']') && depth)
            depth--;
        else if (c == ';' && !depth && !quoted)
            return i;
        else if (!depth && !quoted && slice_starts(slice_sub(bytes, i, text.end), SLICE("；")))
            return i;
    }
    return text.end;
}

struct span entry_trim(struct slice bytes, struct span span)
{
    struct slice s = span_slice(bytes, span);

    for (;;) {
        size_t length = title_separator_length(s);
        struct slice before = s;
        s = slice_trim(slice_from(s, length));
        while (s.len && memchr(",;|", s.ptr[0], 3))
            s = slice_trim_start(slice_from(s, 1));
        while (s.len && memchr(",;:|", s.ptr[s.len - 1], 4))
            s = slice_trim_end(slice_sub(s, 0, s.len - 1));
        if (slice_ends(s, SLICE(" -")))
            s = slice_trim_end(slice_sub(s, 0, s.len - 2));
        if (slice_ends(s, SLICE("–")) || slice_ends(s, SLICE("—")) || slice_ends(s, SLICE("：")))
            s = slice_trim_end(slice_sub(s, 0, s.len - 3));
        if (s.len == before.len)
            break;
    }
    return s.len ? span_of(bytes, s) : (struct span){span.end, span.end};
}

bool entry_next_part(struct slice bytes, struct span *rest, struct span *part)
{
    while (rest->start < rest->end) {
        uint32_t end = part_end(bytes, *rest);
        *part = entry_trim(bytes, (struct span){rest->start, end});
        rest->start = end + (end < rest->end && bytes.ptr[end] != ';' ? 3 : 1);
        if (!span_is_empty(*part))
            return true;
    }
    return false;
}
