/* document_symbol.c: a document's outline (planls/symbol.h). */
#include "features/symbol.h"

#include <stdlib.h>

/* A symbol before it is told: where it stands and what it is. */
struct entry {
    struct span span, name;
    uint32_t heading, item, task; /* one of them is meant */
};

struct entries {
    VEC_MEMBERS(struct entry);
};

/* A parent holds its children, so a task reaches to the end of the last one below it. */
static uint32_t *task_ends(const struct model *model, struct arena *arena)
{
    uint32_t *ends = arena_array(arena, model->tasks.len + 1, sizeof *ends);
    for (size_t t = 0; t < model->tasks.len; t++)
        ends[t] = model->tasks.items[t].span.end;
    for (size_t t = model->tasks.len; t-- > 0;) {
        uint32_t parent = model->tasks.items[t].parent;
        if (parent < t && ends[parent] < ends[t])
            ends[parent] = ends[t];
    }
    return ends;
}

static void collect(const struct model *model, struct arena *arena, struct entries *out)
{
    for (uint32_t h = 0; h < model->headings.len; h++) {
        const struct heading *heading = &model->headings.items[h];
        uint32_t item = heading->item;
        struct span span = heading->nested ? heading->span : heading->section;
        *VEC_PUSH(arena, out) = (struct entry){span, heading->title_span,
                                               item == NO_INDEX ? h : NO_INDEX, item, NO_INDEX};
    }
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->source != ITEM_FROM_HEADING)
            *VEC_PUSH(arena, out) =
                (struct entry){item->span, item->name_span, NO_INDEX, i, NO_INDEX};
    }
    const uint32_t *ends = task_ends(model, arena);
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct task *task = &model->tasks.items[t];
        if (task->source != TASK_FROM_HEADING && task->source != TASK_FROM_FRONT_MATTER)
            *VEC_PUSH(arena, out) = (struct entry){
                {task->span.start, ends[t]}, task->title_span, NO_INDEX, NO_INDEX, t};
    }
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    return x->name.start < y->name.start ? -1 : x->name.start > y->name.start;
}

static void tell(const struct document *document, const struct entry *entry, struct arena *arena,
                 struct planls_symbol *out)
{
    if (entry->task != NO_INDEX)
        symbol_of_task(document, entry->task, arena, out);
    else if (entry->item != NO_INDEX)
        symbol_of_item(document, entry->item, arena, out);
    else
        symbol_of_heading(document, entry->heading, arena, out);
    out->where.range = facade_range(entry->span);
    out->where.name = facade_range(entry->name);
}

/* Ranges nest in what a client is told: what reaches past its parent is cut there. */
static void nest(struct planls_symbols *out, size_t first)
{
    uint32_t open = PLANLS_NO_PARENT; /* the innermost symbol that may hold the next */
    for (size_t i = first; i < out->len; i++) {
        struct planls_symbol *symbol = &out->items[i];
        while (open != PLANLS_NO_PARENT &&
               out->items[open].where.range.end <= symbol->where.range.start)
            open = out->items[open].parent;
        symbol->parent = open;
        if (open != PLANLS_NO_PARENT && symbol->where.range.end > out->items[open].where.range.end)
            symbol->where.range.end = out->items[open].where.range.end;
        if (symbol->where.name.start < symbol->where.range.start ||
            symbol->where.name.end > symbol->where.range.end)
            symbol->where.name =
                (struct planls_range){symbol->where.range.start, symbol->where.range.start};
        open = (uint32_t)i;
    }
}

void planls_document_symbols(struct planls_workspace *workspace, const char *path,
                             struct planls_results *results, struct planls_symbols *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    struct entries entries = {0};
    collect(document->model, &results->arena, &entries);
    if (entries.len > 1)
        qsort(entries.items, entries.len, sizeof *entries.items, compare);
    size_t first = out->len;
    for (size_t i = 0; i < entries.len; i++) {
        struct planls_symbol symbol = {.container = ""};
        tell(document, &entries.items[i], &results->arena, &symbol);
        if (symbol.name[0])
            *VEC_PUSH(&results->arena, out) = symbol;
    }
    nest(out, first);
}
