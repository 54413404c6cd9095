/* task_document.c: a document that is one task by its front matter (Backlog.md and the like). */
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
    *VEC_PUSH(b->scratch, &task->owners) =
        (struct person){.where = entry->value_span, .name_span = name, .name = value};
}

static void add_dependency(struct builder *b, struct task *task, const struct yaml_entry *entry)
{
    bool words = slice_find_byte(entry->value, ' ') != SLICE_NONE;
    if (entry->value.len && !is_none_word(entry->value))
        *VEC_PUSH(b->scratch, &task->depends_on) =
            (struct dependency){.where = entry->value_span,
                                .form = words ? DEPENDENCY_TITLE : DEPENDENCY_ID,
                                .target = entry->value};
}

static void read_entry(struct task_maker *maker, const struct yaml_entry *entry, struct task *task)
{
    struct builder *b = maker->b;
    if (slice_is_nocase(entry->key, "title")) {
        task->title = builder_keep(b, entry->value);
        task->title_span = entry->value_span;
        return;
    }
    switch (field_key_of(entry->key, b->settings)) {
    case FIELD_ID:
        task->id = builder_keep(b, entry->value);
        task->id_span = entry->value_span;
        break;
    case FIELD_STATUS:
        task->status_text = builder_keep(b, entry->value);
        task->status = status_read(entry->value);
        task->done = task->status == STATUS_DONE;
        task->box = entry->value_span;
        break;
    case FIELD_OWNER:
        add_owner(b, task, entry);
        break;
    case FIELD_TIMELINE:
        task_read_due_field(maker, entry->key, entry->value_span, task);
        break;
    case FIELD_DEPENDENCIES:
        add_dependency(b, task, entry);
        break;
    default:
        break;
    }
}

void task_read_front_matter(struct task_maker *maker, struct task *task)
{
    struct builder *b = maker->b;
    const struct yaml_entries *entries = &b->model->front_matter;
    for (uint32_t i = 0; i < entries->len; i++)
        read_entry(maker, &entries->v[i], task);
    const struct heading *first = b->model->headings.len ? &b->model->headings.items[0] : NULL;
    if (task->title.len == 0 && first && !first->nested) {
        task->title = first->title;
        task->title_span = first->title_span;
    }
}
