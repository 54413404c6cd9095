/* dependencies.c: the edges of what waits for what, and what its nodes are called. */
#include "analysis/dependencies.h"

static void add_edges(const struct workspace *ws, struct dependency_node node,
                      const struct dependencies *list, struct arena *arena,
                      struct dependency_edges *out)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct dependency *dependency = &list->items[i];
        struct target target;
        if (resolve_dependency(ws, node.document, node.item, node.task, dependency, &target) !=
            RESOLVED)
            continue;
        struct dependency_node other = {target.document, target.item, target.task};
        if (other.item == NO_INDEX && other.task == NO_INDEX)
            continue;
        struct dependency_edge edge = {node, other, node.document, dependency};
        if (dependency->blocks) {
            edge.from = other;
            edge.to = node;
        }
        *VEC_PUSH(arena, out) = edge;
    }
}

void dependency_edges_of(const struct workspace *ws, struct dependency_node node,
                         struct arena *arena, struct dependency_edges *out)
{
    const struct model *model = node.document->model;
    if (node.item != NO_INDEX)
        add_edges(ws, node, &model->items.items[node.item].depends_on, arena, out);
    else
        add_edges(ws, node, &model->tasks.items[node.task].depends_on, arena, out);
}

/* "Étape 1" as the heading says it, "Phase 1" where it says more before the number or is none. */
static struct slice numbered_name(const struct model *model, const struct item *item,
                                  struct arena *arena)
{
    char *name =
        arena_printf(arena, "%s %.*s", item_kind_name(item->kind), SLICE_ARG(item->number));
    name[0] = ascii_upper(name[0]);
    if (item->source != ITEM_FROM_HEADING)
        return slice_of(name);
    struct slice title = model->headings.items[item->heading].title;
    size_t at = slice_find(title, item->number);
    struct slice word = slice_trim_end(slice_sub(title, 0, at == SLICE_NONE ? 0 : at));
    bool letters = word.len > 1 && word.len <= 24;
    for (size_t i = 0; i < word.len; i++) /* of Latin words the bytes: no signs, no emoji */
        letters = letters && (ascii_is_alpha(word.ptr[i]) || ((unsigned char)word.ptr[i] >= 0x80 &&
                                                              (unsigned char)word.ptr[i] < 0xC6));
    bool english = slice_starts_nocase(slice_of(name), word);
    return letters && !english ? slice_sub(title, 0, at + item->number.len) : slice_of(name);
}

struct slice dependency_node_name(struct dependency_node node, struct arena *arena)
{
    const struct model *model = node.document->model;
    if (node.task != NO_INDEX) {
        const struct task *task = &model->tasks.items[node.task];
        return task->id.len ? task->id : task->title;
    }
    const struct item *item = &model->items.items[node.item];
    if (item->id.len)
        return item->id;
    if (item->number.len && item->kind != ITEM_OTHER)
        return numbered_name(model, item, arena);
    return item->title;
}
