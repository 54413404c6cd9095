/* hierarchy.c: items, tasks and documents as nodes that an editor holds on to. */
#include "features/hierarchy.h"

#include "features/subject.h"
#include "features/symbol.h"

bool hierarchy_equal(struct dependency_node a, struct dependency_node b)
{
    return a.document == b.document && a.item == b.item && a.task == b.task;
}

/* A document's first heading is its title. */
static bool is_title(const struct target *target)
{
    return target->heading == 0 && target->document->model->headings.items[0].level == 1;
}

bool hierarchy_at(const struct planls_workspace *workspace, const char *path, uint32_t offset,
                  bool plans, struct dependency_node *node)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return false;
    struct subject subject = subject_at(workspace, document, offset);
    *node = (struct dependency_node){subject.target.document, NO_INDEX, NO_INDEX};
    if (subject.kind == SUBJECT_TASK)
        node->task = subject.target.task;
    else if (subject.kind == SUBJECT_ITEM)
        node->item = subject.target.item;
    else
        return plans && (subject.kind == SUBJECT_DOCUMENT ||
                         (subject.kind == SUBJECT_HEADING && is_title(&subject.target)));
    return true;
}

/* ---- keys ------------------------------------------------------------------------------------ */

static const struct slice item_mark = SLICE_INIT("item "), task_mark = SLICE_INIT("task ");

static const char *key_of(const struct hierarchy_teller *teller, struct dependency_node node)
{
    if (node.task != NO_INDEX)
        return arena_printf(teller->arena, "task %.*s", SLICE_ARG(teller->keys.tasks[node.task]));
    if (node.item != NO_INDEX)
        return arena_printf(teller->arena, "item %.*s", SLICE_ARG(teller->keys.items[node.item]));
    return "plan";
}

static uint32_t find_key(const struct slice *keys, size_t count, struct slice key)
{
    for (uint32_t i = 0; i < count; i++)
        if (slice_equal(keys[i], key))
            return i;
    return NO_INDEX;
}

bool hierarchy_find(const struct planls_workspace *workspace, const char *path, const char *key,
                    struct dependency_node *node)
{
    const struct document *document = workspace_find(workspace->ws, slice_of(path));
    struct slice name = slice_of(key);
    struct document_keys keys;
    struct arena scratch;
    *node = (struct dependency_node){document, NO_INDEX, NO_INDEX};
    if (!document || slice_is(name, "plan"))
        return document != NULL;
    arena_init(&scratch);
    workspace_keys(document, &scratch, &keys);
    if (slice_starts(name, item_mark))
        node->item =
            find_key(keys.items, document->model->items.len, slice_from(name, item_mark.len));
    else if (slice_starts(name, task_mark))
        node->task =
            find_key(keys.tasks, document->model->tasks.len, slice_from(name, task_mark.len));
    arena_release(&scratch);
    return node->item != NO_INDEX || node->task != NO_INDEX;
}

/* ---- telling --------------------------------------------------------------------------------- */

static void tell_document(const struct document *document, struct arena *arena,
                          struct planls_symbol *out)
{
    const struct model *model = document->model;
    out->kind = PLANLS_SYMBOL_DOCUMENT;
    out->name = arena_cstring(arena, model->title.len ? model->title : document->path);
    out->detail = model->title.len ? arena_cstring(arena, document->path) : "";
    out->where.path = arena_cstring(arena, document->path);
    if (model->headings.len) {
        out->where.range = facade_range(model->headings.items[0].section);
        out->where.name = facade_range(model->headings.items[0].title_span);
    }
}

void hierarchy_tell(struct hierarchy_teller *teller, struct dependency_node node,
                    struct planls_node *out)
{
    if (teller->document != node.document) {
        teller->document = node.document;
        workspace_keys(node.document, teller->arena, &teller->keys);
    }
    *out = (struct planls_node){.symbol = {.container = "", .parent = PLANLS_NO_PARENT},
                                .key = key_of(teller, node)};
    struct planls_symbol *symbol = &out->symbol;
    if (node.task != NO_INDEX)
        symbol_of_task(node.document, node.task, teller->arena, symbol);
    else if (node.item != NO_INDEX)
        symbol_of_item(node.document, node.item, teller->arena, symbol);
    else
        tell_document(node.document, teller->arena, symbol);
    if (!symbol->name[0])
        symbol->name = symbol->where.path;
    /* A name may stand beside what it names: in front matter, in another cell. */
    if (symbol->where.name.start < symbol->where.range.start ||
        symbol->where.name.end > symbol->where.range.end)
        symbol->where.name =
            (struct planls_range){symbol->where.range.start, symbol->where.range.start};
}
