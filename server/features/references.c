/* references.c: every place that names something (planls/references.h). */
#include "features/subject.h"

#include <planls/references.h>
#include <stdlib.h>

struct found {
    const struct document *document;
    struct span span, name;
};

struct all_found {
    VEC_MEMBERS(struct found);
};

static int compare(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    int order = slice_compare(x->document->path, y->document->path);
    if (order)
        return order;
    if (x->name.start != y->name.start)
        return x->name.start < y->name.start ? -1 : 1;
    return x->name.end < y->name.end ? -1 : x->name.end > y->name.end;
}

static void find_people(const struct planls_workspace *workspace, const struct person *person,
                        struct arena *arena, struct all_found *out)
{
    struct person_mentions mentions = {0};
    subject_mentions(workspace, person, arena, &mentions);
    for (size_t i = 0; i < mentions.len; i++)
        *VEC_PUSH(arena, out) =
            (struct found){mentions.items[i].document, mentions.items[i].person->where,
                           mentions.items[i].person->name_span};
}

static void find_usages(const struct planls_workspace *workspace, const struct subject *subject,
                        bool declaration, struct arena *arena, struct all_found *out)
{
    struct usages usages = {0};
    workspace_usages_of(workspace->ws, subject->target.document, arena, &usages);
    for (size_t i = 0; i < usages.len; i++) {
        const struct usage *usage = &usages.items[i];
        if (usage_means(usage, &subject->target))
            *VEC_PUSH(arena, out) = (struct found){usage->document, usage->span, usage->span};
    }
    struct span name = subject_name_span(subject);
    if (declaration && !span_is_empty(name))
        *VEC_PUSH(arena, out) = (struct found){subject->target.document, name, name};
}

/* A heading that tasks serve by its name is named there, and declared. */
static void drop_twins(struct all_found *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->len; i++)
        if (kept == 0 || compare(&found->items[kept - 1], &found->items[i]) != 0)
            found->items[kept++] = found->items[i];
    found->len = kept;
}

static void find_all(const struct planls_workspace *workspace, const struct document *document,
                     uint32_t offset, bool declaration, struct arena *arena, struct all_found *out)
{
    struct subject subject = subject_at(workspace, document, offset);
    if (subject.kind == SUBJECT_PERSON)
        find_people(workspace, subject.person, arena, out);
    else if (subject.kind != SUBJECT_NOTHING)
        find_usages(workspace, &subject, declaration, arena, out);
    if (out->len > 1)
        qsort(out->items, out->len, sizeof *out->items, compare);
    drop_twins(out);
}

static void tell(const struct found *found, struct planls_results *results,
                 struct planls_locations *out)
{
    const char *path = arena_cstring(&results->arena, found->document->path);
    *VEC_PUSH(&results->arena, out) =
        (struct planls_location){path, facade_range(found->span), facade_range(found->name)};
}

void planls_references_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          bool declaration, struct planls_results *results,
                          struct planls_locations *out)
{
    const struct document *document = facade_document(workspace, path);
    struct all_found all = {0};
    if (!document)
        return;
    find_all(workspace, document, offset, declaration, &results->arena, &all);
    for (size_t i = 0; i < all.len; i++)
        tell(&all.items[i], results, out);
}

void planls_highlights_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                          struct planls_results *results, struct planls_locations *out)
{
    const struct document *document = facade_document(workspace, path);
    struct all_found all = {0};
    if (!document)
        return;
    find_all(workspace, document, offset, true, &results->arena, &all);
    for (size_t i = 0; i < all.len; i++)
        if (all.items[i].document == document)
            tell(&all.items[i], results, out);
}

void planls_implementations_at(struct planls_workspace *workspace, const char *path,
                               uint32_t offset, struct planls_results *results,
                               struct planls_range *origin, struct planls_locations *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    struct subject subject = subject_at(workspace, document, offset);
    if (subject.kind != SUBJECT_ITEM)
        return;
    *origin = facade_range(subject.span);
    struct tasks_of_item tasks = {0};
    workspace_tasks_of(workspace->ws, subject.target.document, subject.target.item, &results->arena,
                       &tasks);
    for (size_t i = 0; i < tasks.len; i++) {
        const struct task *task = &tasks.items[i].document->model->tasks.items[tasks.items[i].task];
        struct found found = {tasks.items[i].document, task->span, task->title_span};
        tell(&found, results, out);
    }
}
