/* task_document.c: a document that is one task by its front matter, as Backlog.md has them. */
#include "model/task_build.h"

static void add_owner(struct builder *b, struct task *task, const struct yaml_entry *entry)
{
    struct span name = entry->value_span;
    struct slice value = entry->value;
    if (value.len && value.ptr[0] == '@') {
        value = slice_from(value, 1);
        name.start++;
    }
    if (value.len == 0)
        return;
    *VEC_PUSH(b->arena, &task->owners) = (struct person){
        .where = entry->value_span, .name_span = name, .name = arena_copy(b->arena, value)};
}

static void add_dependency(struct builder *b, struct task *task, const struct yaml_entry *entry)
{
    if (entry->value.len)
        *VEC_PUSH(b->arena, &task->depends_on) =
            (struct dependency){.where = entry->value_span,
                                .form = DEPENDENCY_ID,
                                .target = arena_copy(b->arena, entry->value)};
}

/* Without a title in the front matter the document's first heading is the task's. */
static void take_heading(struct builder *b, struct task *task)
{
    if (task->title.len || b->model->headings.len == 0)
        return;
    const struct heading *heading = &b->model->headings.items[0];
    if (heading->level != 1 || heading->nested)
        return;
    task->title = heading->title;
    task->title_span = heading->title_span;
}

void task_read_front_matter(struct task_maker *maker, struct task *task)
{
    struct builder *b = maker->b;
    const struct yaml_entries *entries = &b->model->front_matter;
    for (uint32_t i = 0; i < entries->len; i++) {
        const struct yaml_entry *entry = &entries->v[i];
        struct slice key = entry->key;
        if (slice_is_nocase(key, "id")) {
            task->id = arena_copy(b->arena, entry->value);
            task->id_span = entry->value_span;
        } else if (slice_is_nocase(key, "title")) {
            task->title = arena_copy(b->arena, entry->value);
            task->title_span = entry->value_span;
        } else if (slice_is_nocase(key, "status")) {
            task->status_text = arena_copy(b->arena, entry->value);
            task->status = status_read(entry->value);
            task->done = task->status == STATUS_DONE;
            task->box = entry->value_span;
        } else if (slice_is_nocase(key, "assignee") || slice_is_nocase(key, "assignees")) {
            add_owner(b, task, entry);
        } else if (slice_is_nocase(key, "dependencies")) {
            add_dependency(b, task, entry);
        }
    }
    take_heading(b, task);
}
