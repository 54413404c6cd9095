/* rename_task.c: a task's id, and every dependency on it. */
#include "features/rename.h"

static bool is_taken(struct renaming *r, struct target *other)
{
    const struct target *own = &r->subject->target;
    struct dependency dependency = {.form = DEPENDENCY_ID, .target = r->name};
    enum resolution result = resolve_dependency(r->workspace->ws, own->document, NO_INDEX,
                                                own->task, &dependency, other);
    return (result == AMBIGUOUS || result == RESOLVED) && other->task != NO_INDEX &&
           rename_clashes(r, other);
}

static bool is_still_an_id(struct renaming *r, const struct task *task)
{
    const struct document *document = r->subject->target.document;
    struct snapshot *preview = renaming_preview(r, document, &task->id_span, 1);
    const struct model *model = snapshot_document(preview)->model;
    uint32_t index = r->subject->target.task;
    bool same = model->tasks.len == document->model->tasks.len &&
                slice_equal(model->tasks.items[index].id, r->name) &&
                model->tasks.items[index].source == task->source;
    snapshot_free(preview);
    return same;
}

static void edit_dependency(struct renaming *r, const struct usage *usage, struct slice old)
{
    struct slice written = span_slice(usage->document->text.bytes, usage->span);
    size_t at = slice_find_nocase(written, old);
    struct slice rest = at == SLICE_NONE ? written : slice_from(written, at + old.len);
    bool longer = rest.len && (ascii_is_alnum(rest.ptr[0]) || rest.ptr[0] == '.');
    if (at == SLICE_NONE || longer) {
        renaming_refuse(r, "%.*s stands in “%.*s” in %.*s, which cannot be rewritten by itself",
                        SLICE_ARG(old), SLICE_ARG(written), SLICE_ARG(usage->document->path));
        return;
    }
    uint32_t start = usage->span.start + (uint32_t)at;
    renaming_edit(r, usage->document, (struct span){start, start + (uint32_t)old.len}, r->name);
}

void rename_task(struct renaming *r)
{
    const struct target *own = &r->subject->target;
    const struct task *task = &own->document->model->tasks.items[own->task];
    struct target other;
    if (is_taken(r, &other)) {
        renaming_refuse(r, "%.*s is another task's id already, in %.*s", SLICE_ARG(r->name),
                        SLICE_ARG(other.document->path));
        return;
    }
    if (!is_still_an_id(r, task)) {
        renaming_refuse(r, "“%.*s” would not be read as a task's id here", SLICE_ARG(r->name));
        return;
    }
    renaming_edit(r, own->document, task->id_span, r->name);
    struct usages usages = {0};
    workspace_usages_of(r->workspace->ws, own->document, r->arena, &usages);
    for (size_t i = 0; i < usages.len; i++)
        if (usages.items[i].kind == USAGE_DEPENDENCY && usage_means(&usages.items[i], own))
            edit_dependency(r, &usages.items[i], task->id);
}
