/* subject.c: what a cursor is about. */
#include "features/subject.h"

#include "features/place.h"

static struct subject of_target(struct span span, struct target target)
{
    struct subject subject = {.span = span, .target = target};
    if (target.task != NO_INDEX)
        subject.kind = SUBJECT_TASK;
    else if (target.item != NO_INDEX)
        subject.kind = SUBJECT_ITEM;
    else if (target.heading != NO_INDEX)
        subject.kind = SUBJECT_HEADING;
    else
        subject.kind = target.document ? SUBJECT_DOCUMENT : SUBJECT_NOTHING;
    return subject;
}

static struct subject of_own(const struct document *document, struct span span, uint32_t item,
                             uint32_t task, uint32_t heading)
{
    struct target target = {document, item, task, heading, span};
    return of_target(span, target);
}

/* A heading of a task file that names a plan item for the tasks below it is a use of that name. */
static bool names_item(const struct planls_workspace *workspace, const struct document *document,
                       const struct heading *heading, struct target *target)
{
    const struct model *model = document->model;
    bool claimed = false;
    for (size_t t = 0; t < model->tasks.len && !claimed; t++) {
        const struct task *task = &model->tasks.items[t];
        for (size_t c = 0; c < task->claims.len && !claimed; c++)
            claimed = task->claims.items[c].via == VIA_SECTION &&
                      span_equal(task->claims.items[c].where, heading->title_span);
    }
    return claimed &&
           resolve_item_name(workspace->ws, document, heading->title, target) == RESOLVED;
}

static struct subject of_heading(const struct planls_workspace *workspace,
                                 const struct document *document, uint32_t offset)
{
    struct target target;
    uint32_t heading = model_heading_at(document->model, offset);
    if (heading == NO_INDEX)
        return (struct subject){0};
    const struct heading *h = &document->model->headings.items[heading];
    if (!span_touches(h->span, offset))
        return (struct subject){0};
    if (h->item == NO_INDEX && names_item(workspace, document, h, &target))
        return of_target(h->title_span, target);
    return of_own(document, h->title_span, h->item, NO_INDEX, heading);
}

struct subject subject_at(const struct planls_workspace *workspace, const struct document *document,
                          uint32_t offset)
{
    struct place place = place_at(document, offset);
    struct target target;
    switch (place.kind) {
    case PLACE_PERSON:
        return (struct subject){.kind = SUBJECT_PERSON, .span = place.span, .person = place.person};
    case PLACE_ITEM:
        return of_own(document, place.span, place.index, NO_INDEX,
                      document->model->items.items[place.index].heading);
    case PLACE_TASK:
        return of_own(document, place.span, NO_INDEX, place.index, NO_INDEX);
    case PLACE_REFERENCE:
    case PLACE_CLAIM:
    case PLACE_DEPENDENCY:
        if (place_target(workspace, document, &place, &target) == RESOLVED) {
            struct target named;
            if (target.heading != NO_INDEX && target.item == NO_INDEX && target.task == NO_INDEX &&
                names_item(workspace, target.document,
                           &target.document->model->headings.items[target.heading], &named))
                target = named;
            struct subject subject = of_target(place.span, target);
            subject.dependency = place.dependency;
            return subject;
        }
        break;
    default:
        break;
    }
    return of_heading(workspace, document, offset);
}

struct span subject_name_span(const struct subject *subject)
{
    const struct model *model = subject->target.document->model;
    const struct task *task;
    switch (subject->kind) {
    case SUBJECT_HEADING:
        return model->headings.items[subject->target.heading].title_span;
    case SUBJECT_ITEM:
        return model->items.items[subject->target.item].name_span;
    case SUBJECT_TASK:
        task = &model->tasks.items[subject->target.task];
        return span_is_empty(task->id_span) ? task->title_span : task->id_span;
    default:
        return SPAN_NONE;
    }
}

/* ---- people ---------------------------------------------------------------------------------- */

static void add_mentions(const struct document *document, const struct people *people,
                         struct slice key, struct arena *arena, struct person_mentions *out)
{
    for (size_t i = 0; i < people->len; i++)
        if (slice_equal(people->items[i].key, key) && !span_is_empty(people->items[i].name_span))
            *VEC_PUSH(arena, out) = (struct person_mention){document, &people->items[i]};
}

void subject_mentions(const struct planls_workspace *workspace, const struct person *person,
                      struct arena *arena, struct person_mentions *out)
{
    struct document_list documents = {0};
    workspace_mentioning(workspace->ws, person->key, arena, &documents);
    for (size_t d = 0; d < documents.len; d++) {
        const struct document *document = documents.items[d];
        const struct model *model = document->model;
        add_mentions(document, &model->people, person->key, arena, out);
        add_mentions(document, &model->owners, person->key, arena, out);
        for (size_t i = 0; i < model->items.len; i++)
            add_mentions(document, &model->items.items[i].owners, person->key, arena, out);
        for (size_t i = 0; i < model->tasks.len; i++)
            add_mentions(document, &model->tasks.items[i].owners, person->key, arena, out);
    }
}
