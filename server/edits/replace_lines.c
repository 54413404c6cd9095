/* replace_lines.c: text that was made once, made anew. */
#include "edits/replace_lines.h"

struct lines {
    VEC_MEMBERS(struct slice);
};

/* Each with its line end. */
static struct lines split(struct slice text, struct arena *arena)
{
    struct lines lines = {0};
    while (text.len) {
        size_t end = slice_find_byte(text, '\n');
        end = end == SLICE_NONE ? text.len : end + 1;
        *VEC_PUSH(arena, &lines) = slice_sub(text, 0, end);
        text = slice_from(text, end);
    }
    return lines;
}

static struct slice run_of(const struct lines *lines, size_t from, size_t to)
{
    if (from == to)
        return SLICE("");
    const struct slice *last = &lines->items[to - 1];
    return (struct slice){lines->items[from].ptr,
                          (size_t)(last->ptr + last->len - lines->items[from].ptr)};
}

void replace_lines(struct slice bytes, struct span span, struct slice fresh, struct arena *arena,
                   struct edit_list *edits)
{
    struct lines old = split(span_slice(bytes, span), arena), new = split(fresh, arena);
    size_t head = 0, tail = 0;
    while (head < old.len && head < new.len &&slice_equal(old.items[head], new.items[head]))
        head++;
    while (tail < old.len - head &&
           tail < new.len - head &&slice_equal(old.items[old.len - 1 - tail],
                                               new.items[new.len - 1 - tail]))
        tail++;
    bool pairs = old.len == new.len;
    uint32_t at = span.start + (uint32_t)run_of(&old, 0, head).len;
    for (size_t i = head; i < old.len - tail || (!pairs && i == head);) {
        size_t to = pairs ? i + 1 : old.len - tail;
        struct slice was = run_of(&old, i, to);
        struct slice is = pairs ? new.items[i] : run_of(&new, head, new.len - tail);
        struct text_edit edit = {{at, at + (uint32_t)was.len}, is};
        edit = text_edit_minimal(bytes, edit);
        if (!span_is_empty(edit.span) || edit.new_text.len)
            *VEC_PUSH(arena, edits) = edit;
        at += (uint32_t)was.len;
        if (!pairs)
            break;
        i = to;
    }
}
