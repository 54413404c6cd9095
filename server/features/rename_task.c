/* rename_task.c: a task's id, and every dependency on it. */
#include "features/rename.h"

#include <stdlib.h>

static bool is_taken(struct renaming *r, struct target *other)
{
    const struct target *own = &r->subject->target;
    struct dependency dependency = {.form = DEPENDENCY_ID, .target = r->name};
    enum resolution result = resolve_dependency(r->workspace->ws, own->document, NO_INDEX,
                                                own->task, &dependency, other);
    return (result == AMBIGUOUS || result == RESOLVED) && other->task != NO_INDEX &&
           rename_clashes(r, other);
}

/* A place where the old id stands. */
struct id_place {
    const struct document *document;
    struct span span;
};

struct id_places {
    VEC_MEMBERS(struct id_place);
};

static int compare_places(const void *a, const void *b)
{
    const struct id_place *x = a, *y = b;
    int order = slice_compare(x->document->path, y->document->path);
    if (order)
        return order;
    return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static bool is_still_an_id(const struct renaming *r, const struct model *after)
{
    const struct target *own = &r->subject->target;
    const struct model *before = own->document->model;
    return after->tasks.len == before->tasks.len &&
           slice_equal(after->tasks.items[own->task].id, r->name) &&
           after->tasks.items[own->task].source == before->tasks.items[own->task].source;
}

/* Does everything wait for as many as before? A range ("T001-T004") may have become another. */
static bool waits_the_same(const struct model *before, const struct model *after)
{
    if (before->tasks.len != after->tasks.len || before->items.len != after->items.len)
        return false;
    for (size_t t = 0; t < before->tasks.len; t++)
        if (before->tasks.items[t].depends_on.len != after->tasks.items[t].depends_on.len)
            return false;
    for (size_t i = 0; i < before->items.len; i++)
        if (before->items.items[i].depends_on.len != after->items.items[i].depends_on.len)
            return false;
    return true;
}

/* Where a dependency says the id; empty, and a refusal, where it is said in a range. */
static struct span id_in(struct renaming *r, const struct usage *usage, struct slice old)
{
    struct slice written = span_slice(usage->document->text.bytes, usage->span);
    size_t at = slice_find_nocase(written, old);
    struct slice rest = at == SLICE_NONE ? written : slice_from(written, at + old.len);
    bool longer = rest.len && (ascii_is_alnum(rest.ptr[0]) || rest.ptr[0] == '.');
    if (at != SLICE_NONE && !longer) {
        uint32_t start = usage->span.start + (uint32_t)at;
        return (struct span){start, start + (uint32_t)old.len};
    }
    renaming_refuse(r, "%.*s is also meant by “%.*s” in %.*s: write that out first", SLICE_ARG(old),
                    SLICE_ARG(written), SLICE_ARG(usage->document->path));
    return SPAN_NONE;
}

static void collect_places(struct renaming *r, struct id_places *out)
{
    const struct target *own = &r->subject->target;
    const struct task *task = &own->document->model->tasks.items[own->task];
    struct usages usages = {0};
    *VEC_PUSH(r->arena, out) = (struct id_place){own->document, task->id_span};
    workspace_usages_of(r->workspace->ws, own->document, r->arena, &usages);
    for (size_t i = 0; i < usages.len && !r->refusal; i++) {
        const struct usage *usage = &usages.items[i];
        if (usage->kind == USAGE_DEPENDENCY && usage_means(usage, own) && usage->document->loaded)
            *VEC_PUSH(r->arena, out) =
                (struct id_place){usage->document, id_in(r, usage, task->id)};
    }
    qsort(out->items, out->len, sizeof *out->items, compare_places);
}

/* The places of one document, from first to last: edited, and read once more as they will be. */
static void rename_in(struct renaming *r, const struct id_place *places, size_t count)
{
    const struct document *document = places->document;
    struct span *spans = arena_array(r->arena, count, sizeof *spans);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || spans[kept - 1].start != places[i].span.start)
            spans[kept++] = places[i].span;
    for (size_t i = 0; i < kept; i++)
        renaming_edit(r, document, spans[i], r->name);
    struct snapshot *preview = renaming_preview(r, document, spans, kept);
    const struct model *after = snapshot_document(preview)->model;
    if (document == r->subject->target.document && !is_still_an_id(r, after))
        renaming_refuse(r, "“%.*s” would not be read as a task's id here", SLICE_ARG(r->name));
    else if (!waits_the_same(document->model, after))
        renaming_refuse(r,
                        "With “%.*s” a range of ids in %.*s would mean others: write it out first",
                        SLICE_ARG(r->name), SLICE_ARG(document->path));
    snapshot_free(preview);
}

/* In the task's own document, or in all others. */
static void rename_in_each(struct renaming *r, const struct id_places *places, bool own)
{
    for (size_t from = 0, to; from < places->len && !r->refusal; from = to) {
        const struct document *document = places->items[from].document;
        for (to = from + 1; to < places->len; to++)
            if (places->items[to].document != document)
                break;
        if ((document == r->subject->target.document) == own)
            rename_in(r, &places->items[from], to - from);
    }
}

void rename_task(struct renaming *r)
{
    struct target other;
    struct id_places places = {0};
    if (!r->subject->target.document->loaded) {
        renaming_refuse(r, "%.*s cannot be read", SLICE_ARG(r->subject->target.document->path));
        return;
    }
    if (is_taken(r, &other)) {
        renaming_refuse(r, "%.*s is another task's id already, in %.*s", SLICE_ARG(r->name),
                        SLICE_ARG(other.document->path));
        return;
    }
    collect_places(r, &places);
    rename_in_each(r, &places, true); /* whether it is an id at all is said first */
    rename_in_each(r, &places, false);
}
