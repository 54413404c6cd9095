/* link_task.c: the edit that makes a task name the plan item it serves. */
#include "edits/link_task.h"

#include "edits/link_path.h"

static void put_link(struct strbuf *out, const struct document *from,
                     const struct document *document, const struct item *item, struct arena *arena)
{
    strbuf_puts(out, "[");
    link_text_write(out, item->title);
    strbuf_puts(out, "](");
    if (from != document)
        link_path_write(out, path_relative(from->path, document->path, arena));
    strbuf_printf(out, "#%.*s)", SLICE_ARG(item->anchor));
}

static struct planls_edit insertion(const struct document *from, uint32_t at,
                                    const struct strbuf *text, struct arena *arena)
{
    return (struct planls_edit){.path = arena_cstring(arena, from->path),
                                .range = {at, at},
                                .new_text = arena_cstring(arena, strbuf_slice(text)),
                                .new_len = text->len};
}

/* Where the task's words end on its line: before trailing space. */
static uint32_t end_of_task(const struct document *from, const struct task *task)
{
    struct span line = text_line(&from->text, text_line_of(&from->text, task->span.start));
    struct slice words = slice_trim_end(span_slice(from->text.bytes, line));
    return line.start + (uint32_t)words.len;
}

static uint32_t end_of_front_matter(const struct document *from)
{
    uint32_t block = block_first_child(&from->blocks, 0);
    return from->blocks.v[block].kind == BLOCK_FRONT_MATTER ? from->blocks.v[block].text.end
                                                            : UINT32_MAX;
}

bool link_task(const struct document *from, uint32_t task, const struct document *document,
               uint32_t item, struct arena *arena, struct planls_edit *edit)
{
    const struct task *t = &from->model->tasks.items[task];
    const struct item *it = &document->model->items.items[item];
    if (it->anchor.len == 0)
        return false;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    uint32_t at;
    if (t->source == TASK_FROM_FRONT_MATTER) {
        at = end_of_front_matter(from);
        bool line_begun = at > 0 && at != UINT32_MAX && from->text.bytes.ptr[at - 1] != '\n';
        struct slice line_end = text_line_end(&from->text);
        if (line_begun)
            strbuf_append(&text, line_end);
        strbuf_puts(&text, "initiative: \"");
        strbuf_append(&text, path_relative(from->path, document->path, arena));
        strbuf_printf(&text, "#%.*s\"", SLICE_ARG(it->anchor));
        if (!line_begun)
            strbuf_append(&text, line_end);
    } else {
        at = end_of_task(from, t);
        strbuf_puts(&text, " (");
        put_link(&text, from, document, it, arena);
        strbuf_putc(&text, ')');
    }
    if (at != UINT32_MAX)
        *edit = insertion(from, at, &text, arena);
    strbuf_release(&text);
    return at != UINT32_MAX;
}

bool add_linked_task(const struct document *from, uint32_t like, const struct document *document,
                     uint32_t item, struct arena *arena, struct planls_edit *edit)
{
    const struct task *t = &from->model->tasks.items[like];
    const struct item *it = &document->model->items.items[item];
    uint32_t block =
        block_enclosing(&from->blocks, block_at(&from->blocks, t->span.start), BLOCK_ITEM);
    const struct block *bullet = &from->blocks.v[block];
    if (t->source != TASK_FROM_BOX || it->anchor.len == 0 || block == 0 ||
        bullet->marker.end != bullet->marker.start + 1)
        return false;
    struct span line = text_line(&from->text, text_line_of(&from->text, t->span.start));
    struct slice bytes = from->text.bytes;
    uint32_t at = bullet->span.end;
    while (at > t->box.end && ascii_is_space(bytes.ptr[at - 1]))
        at--;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_append(&text, text_line_end(&from->text));
    strbuf_append(&text, span_slice(bytes, (struct span){line.start, t->box.start}));
    strbuf_puts(&text, "[ ] ");
    strbuf_append(&text, it->title);
    strbuf_puts(&text, " (");
    put_link(&text, from, document, it, arena);
    strbuf_putc(&text, ')');
    *edit = insertion(from, at, &text, arena);
    strbuf_release(&text);
    return true;
}
