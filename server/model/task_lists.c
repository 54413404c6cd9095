/* task_lists.c: which lists are lists of tasks by more than their boxes: emoji that are states,
 * numbered next steps.
 */
#include "model/labels.h"
#include "model/task_build.h"
#include "model/task_words.h"

/* ---- emoji ----------------------------------------------------------------------------------- */

struct emoji_count {
    uint32_t items, done, open, named, distinct;
    uint32_t seen[8]; /* hashes of the emoji met */
};

static void count_distinct(struct emoji_count *count, struct slice emoji)
{
    uint32_t hash = 0;
    for (size_t i = 0; i < emoji.len && i < 4; i++)
        hash = hash * 256 + (unsigned char)emoji.ptr[i];
    for (uint32_t i = 0; i < count->distinct && i < 8; i++)
        if (count->seen[i] == hash)
            return;
    if (count->distinct < 8)
        count->seen[count->distinct] = hash;
    count->distinct++;
}

/* `✅ **Complete** - finished and approved`: a line of a legend, which explains the sign. */
static bool names_a_state(struct slice bytes, struct span text)
{
    text = span_unmarked(bytes, text);
    struct slice s = span_slice(bytes, text);
    size_t end = 0;
    while (end < s.len && end < 40 && s.ptr[end] != ':' && s.ptr[end] != '*' && s.ptr[end] != '(' &&
           s.ptr[end] != '=' && !slice_starts(slice_from(s, end), SLICE("—")) &&
           !slice_starts(slice_from(s, end), SLICE(" - ")))
        end++;
    enum status status = status_of(slice_trim(slice_sub(s, 0, end)));
    return status != STATUS_UNKNOWN && status != STATUS_NONE;
}

/* A list whose every item bears a sign is decoration while all agree, and no list of tasks while
 * nothing in it is plainly open (✅ beside ❌ compares, praises and warns). */
static bool is_emoji_list(const struct task_maker *maker, uint32_t list)
{
    const struct builder *b = maker->b;
    struct emoji_count count = {0};
    for (uint32_t item = block_first_child(b->blocks, list); item;
         item = block_next_sibling(b->blocks, item)) {
        struct task_mark mark;
        struct span text = item_text(b, item);
        enum emoji_state state = task_mark_emoji(b->bytes, text, &mark);
        if (state == EMOJI_NONE)
            return false;
        count.items++;
        count.done += state == EMOJI_DONE;
        count.open += state == EMOJI_OPEN || state == EMOJI_BOX;
        count_distinct(&count, span_slice(b->bytes, mark.span));
        count.named +=
            names_a_state(b->bytes, span_trim(b->bytes, (struct span){mark.span.end, text.end}));
    }
    bool legend =
        count.named * 2 > count.items || (count.items > 2 && count.distinct == count.items);
    return count.done && count.open && !legend;
}

/* ---- next steps ------------------------------------------------------------------------------ */

/* Numbered, outermost, and its own heading, the one above that, or the label over it says so. A
 * document titled "Next Steps" says it only for lists right below its title; below a heading in
 * between, a list with another label is about something else. */
static bool is_next_steps_list(const struct task_maker *maker, uint32_t list)
{
    const struct builder *b = maker->b;
    const struct block *v = b->blocks->v;
    if (!v[list].ordered || block_enclosing(b->blocks, list, BLOCK_ITEM) ||
        block_enclosing(b->blocks, list, BLOCK_QUOTE))
        return false;
    if (is_next_steps_title(label_over(b, maker->before, list)))
        return true;
    uint32_t heading = b->heading_of[list];
    if (heading == NO_INDEX)
        return false;
    const struct heading *h = &b->model->headings.items[heading];
    if (is_next_steps_title(h->title))
        return true;
    if (h->parent == NO_INDEX || label_over(b, maker->before, list).len)
        return false;
    h = &b->model->headings.items[h->parent];
    return h->level > 1 && is_next_steps_title(h->title);
}

/* ---- all ------------------------------------------------------------------------------------- */

static bool has_plain_box(const struct task_maker *maker, uint32_t list)
{
    const struct builder *b = maker->b;
    for (uint32_t item = block_first_child(b->blocks, list); item;
         item = block_next_sibling(b->blocks, item)) {
        struct task_mark mark;
        if (task_mark_box(b->bytes, item_text(b, item), &mark) && mark.plain)
            return true;
    }
    return false;
}

enum list_class list_class_of(const struct task_maker *maker, uint32_t list)
{
    if (has_plain_box(maker, list))
        return LIST_BOXED;
    if (is_emoji_list(maker, list))
        return LIST_EMOJI;
    return is_next_steps_list(maker, list) ? LIST_NEXT_STEPS : LIST_PLAIN;
}
