/* dependents.c: whose findings may change with a document: who asks for what it defines. */
#include "text/fold.h"
#include "workspace/internal.h"

#include <stdlib.h>

struct collector {
    struct arena *arena;
    const struct document *self;
    struct document_list *out;
    const struct document **seen; /* open addressing: a document asks for many names of another */
    size_t seen_size;             /* a power of two, more than twice out->len; 0 at first */
};

static const struct document **seen_slot(const struct collector *c, const struct document *document)
{
    size_t at = (size_t)(((uintptr_t)document >> 4) * UINT64_C(0x9E3779B97F4A7C15) >> 32);
    for (at &= c->seen_size - 1; c->seen[at] && c->seen[at] != document;)
        at = (at + 1) & (c->seen_size - 1);
    return &c->seen[at];
}

static void make_room(struct collector *c)
{
    c->seen_size = c->seen_size ? c->seen_size * 2 : 64;
    c->seen = arena_array(c->arena, c->seen_size, sizeof *c->seen);
    for (size_t i = 0; i < c->out->len; i++)
        *seen_slot(c, c->out->items[i]) = c->out->items[i];
}

static void collect(void *context, const struct document *asker)
{
    struct collector *c = context;
    if (asker == c->self)
        return;
    if (c->out->len * 2 >= c->seen_size)
        make_room(c);
    const struct document **slot = seen_slot(c, asker);
    if (*slot)
        return;
    *slot = asker;
    *VEC_PUSH(c->arena, c->out) = asker;
}

static int compare_documents(const void *a, const void *b)
{
    const struct document *const *x = a, *const *y = b;
    return slice_compare((*x)->path, (*y)->path);
}

static void sort_documents(struct document_list *list)
{
    if (list->len == 0)
        return;
    qsort(list->items, list->len, sizeof(const struct document *), compare_documents);
    size_t kept = 1;
    for (size_t i = 1; i < list->len; i++)
        if (list->items[i] != list->items[kept - 1])
            list->items[kept++] = list->items[i];
    list->len = kept;
}

/* Those who name a file that is gone by its name: links that led nowhere may have been told of it. */
static void collect_elsewhere(const struct workspace *ws, struct slice path, struct collector *c)
{
    struct slice file = path_file_name(path);
    struct slice names[] = {fold_case(c->arena, file), fold_case(c->arena, path_stem(file))};
    for (size_t i = 0; i < 2; i++) {
        const struct name_entry *asker = names_find(ws->names, NAME_ASKS, NAME_ELSEWHERE, names[i]);
        for (; asker; asker = asker->next)
            collect(c, asker->document);
    }
}

void workspace_askers(const struct workspace *ws, struct slice path, struct name_filter filter,
                      struct arena *arena, struct document_list *out)
{
    const struct snapshot *snapshot = workspace_snapshot(ws, path);
    struct collector c = {
        .arena = arena, .self = snapshot ? &snapshot->document : NULL, .out = out};
    for (enum names_part part = 0; snapshot && part < NAMES_PARTS; part++)
        names_visit_askers(snapshot->names[part], filter, collect, &c);
    const struct name_entry *asker = names_find(ws->names, NAME_ASKS, NAME_PATH, path);
    for (; asker; asker = asker->next)
        collect(&c, asker->document);
    if (!snapshot && !filter.no_elsewhere)
        collect_elsewhere(ws, path, &c);
    sort_documents(out);
}

static void add_dependents(const struct workspace *ws, struct slice path, struct name_filter filter,
                           struct arena *arena, struct document_list *out)
{
    workspace_askers(ws, path, filter, arena, out);
    add_served_documents(ws, path, arena, out);
    sort_documents(out);
}

void workspace_dependents(const struct workspace *ws, struct slice path, struct arena *arena,
                          struct document_list *out)
{
    add_dependents(ws, path, (struct name_filter){false, false}, arena, out);
}

/* Asked before a change, after it and in the check that follows: each time after a change it is made once. */
void workspace_edit_dependents(const struct workspace *ws, struct slice path, struct arena *arena,
                               struct document_list *out)
{
    struct name_filter filter = {.no_elsewhere = true};
    const struct snapshot *snapshot = workspace_snapshot(ws, path);
    if (!snapshot) {
        add_dependents(ws, path, filter, arena, out);
        return;
    }
    struct recent *recent = ws->recent;
    if (recent->dependents.changes != ws->changes || recent->dependents.snapshot != snapshot) {
        arena_clear(&recent->dependents.arena);
        resolve_all_claims(ws, &snapshot->document);
        recent->dependents.list = (struct document_list){0};
        add_dependents(ws, path, filter, &recent->dependents.arena, &recent->dependents.list);
        recent->dependents.changes = ws->changes;
        recent->dependents.snapshot = snapshot;
    }
    const struct document_list *known = &recent->dependents.list;
    for (size_t i = 0; i < known->len; i++)
        *VEC_PUSH(arena, out) = known->items[i];
}
