/* keys.c: names for items and tasks by which other tools know them again. */
#include "text/fold.h"
#include "workspace/workspace.h"

#include <stdlib.h>

/* A name and whose it is; sorted by name, equal ones stand in document order. */
struct named {
    struct slice name;
    uint32_t index;
};

static int compare(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    int order = slice_compare(x->name, y->name);
    if (order)
        return order;
    return x->index < y->index ? -1 : 1;
}

static struct slice *make_keys(const struct document *document, struct named *names, size_t count,
                               struct arena *arena)
{
    struct slice *keys = arena_array(arena, count, sizeof *keys);
    if (count)
        qsort(names, count, sizeof *names, compare);
    unsigned ordinal = 0;
    for (size_t i = 0; i < count; i++) {
        ordinal = i > 0 && slice_equal(names[i].name, names[i - 1].name) ? ordinal + 1 : 1;
        const char *key =
            arena_printf(arena, "%.*s::%.*s", SLICE_ARG(document->path), SLICE_ARG(names[i].name));
        if (ordinal > 1)
            key = arena_printf(arena, "%s~%u", key, ordinal);
        keys[names[i].index] = slice_of(key);
    }
    return keys;
}

void workspace_keys(const struct document *document, struct arena *arena,
                    struct document_keys *keys)
{
    const struct model *model = document->model;
    struct arena scratch;
    arena_init(&scratch);
    struct named *names = arena_array(&scratch, model->items.len, sizeof *names);
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        names[i] = (struct named){item->id.len ? item->id : item->full_key, i};
    }
    keys->items = make_keys(document, names, model->items.len, arena);
    names = arena_array(&scratch, model->tasks.len, sizeof *names);
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        names[i] = (struct named){task->id.len ? task->id : fold_title(&scratch, task->title), i};
    }
    keys->tasks = make_keys(document, names, model->tasks.len, arena);
    arena_release(&scratch);
}
