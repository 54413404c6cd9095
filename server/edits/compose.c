/* compose.c: edits of edited text told as edits of the text before. */
#include "edits/compose.h"

/* Both lists in the coordinates of the text between them. */
struct walk {
    const struct edit_list *list, *more;
    size_t at_list, at_more;
    ptrdiff_t shift; /* a place in the current text minus the same place in the text before */
};

/* What the next edit of the first list has become. */
static struct span next_of_list(const struct walk *walk)
{
    const struct text_edit *edit = &walk->list->items[walk->at_list];
    uint32_t start = (uint32_t)((ptrdiff_t)edit->span.start + walk->shift);
    return (struct span){start, start + (uint32_t)edit->new_text.len};
}

static bool has_list(const struct walk *walk)
{
    return walk->at_list < walk->list->len;
}

static bool has_more(const struct walk *walk)
{
    return walk->at_more < walk->more->len;
}

static void pass_list(struct walk *walk)
{
    const struct text_edit *edit = &walk->list->items[walk->at_list++];
    walk->shift += (ptrdiff_t)edit->new_text.len - (ptrdiff_t)(edit->span.end - edit->span.start);
}

/* The next run of edits that touch each other; false at the end. *first and *count: those of `more` in
 * it. *shift: between both texts in front of the run. */
static bool next_run(struct walk *walk, struct span *run, size_t *first, size_t *count,
                     ptrdiff_t *shift)
{
    if (!has_list(walk) && !has_more(walk))
        return false;
    *first = walk->at_more;
    *shift = walk->shift;
    bool begun = false;
    for (;;) {
        struct span a = has_list(walk) ? next_of_list(walk) : (struct span){UINT32_MAX, 0};
        struct span b =
            has_more(walk) ? walk->more->items[walk->at_more].span : (struct span){UINT32_MAX, 0};
        bool take_list = a.start <= b.start;
        struct span next = take_list ? a : b;
        if (next.start == UINT32_MAX || (begun && next.start > run->end))
            break;
        if (!begun)
            *run = next;
        run->end = next.end > run->end ? next.end : run->end;
        begun = true;
        if (take_list)
            pass_list(walk);
        else
            walk->at_more++;
    }
    *count = walk->at_more - *first;
    return true;
}

/* What stands in the run of the current text once `more` is done. */
static struct slice text_of_run(struct slice current, struct span run,
                                const struct text_edit *edits, size_t count, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    uint32_t at = run.start;
    for (size_t i = 0; i < count; i++) {
        strbuf_append(&text, span_slice(current, (struct span){at, edits[i].span.start}));
        strbuf_append(&text, edits[i].new_text);
        at = edits[i].span.end;
    }
    strbuf_append(&text, span_slice(current, (struct span){at, run.end}));
    struct slice copy = arena_copy(arena, strbuf_slice(&text));
    strbuf_release(&text);
    return copy;
}

struct edit_list edits_compose(struct slice before, const struct edit_list *list,
                               struct slice current, const struct edit_list *more,
                               struct arena *arena)
{
    struct walk walk = {.list = list, .more = more};
    struct edit_list out = {0};
    struct span run = SPAN_NONE;
    size_t first = 0, count = 0;
    ptrdiff_t shift = 0;
    while (next_run(&walk, &run, &first, &count, &shift)) {
        struct text_edit edit = {
            {(uint32_t)((ptrdiff_t)run.start - shift), (uint32_t)((ptrdiff_t)run.end - walk.shift)},
            text_of_run(current, run, more->items + first, count, arena)};
        edit = text_edit_minimal(before, edit);
        if (!span_is_empty(edit.span) || edit.new_text.len)
            *VEC_PUSH(arena, &out) = edit;
    }
    return out;
}
