/* place.c: what stands at an offset. */
#include "features/place.h"

#include "features/record_place.h"

static struct place place_of(enum place_kind kind, struct span span, uint32_t index)
{
    return (struct place){
        .kind = kind, .span = span, .index = index, .item = NO_INDEX, .task = NO_INDEX};
}

static bool find_rule_name(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t s = 0; s < model->suppressions.len; s++) {
        const struct suppression *suppression = &model->suppressions.items[s];
        for (size_t r = 0; r < suppression->rules.len; r++) {
            if (!span_touches(suppression->rule_spans.items[r], offset))
                continue;
            *place = place_of(PLACE_RULE_NAME, suppression->rule_spans.items[r], s);
            place->rule = suppression->rules.items[r];
            return true;
        }
    }
    return false;
}

static bool find_dependency(const struct dependencies *list, uint32_t offset, struct place *place)
{
    for (uint32_t i = 0; i < list->len; i++) {
        if (!span_touches(list->items[i].where, offset))
            continue;
        *place = place_of(PLACE_DEPENDENCY, list->items[i].where, i);
        place->dependency = &list->items[i];
        return true;
    }
    return false;
}

static bool find_person(const struct people *people, uint32_t offset, struct place *place)
{
    for (uint32_t i = 0; i < people->len; i++) {
        if (!span_touches(people->items[i].name_span, offset))
            continue;
        *place = place_of(PLACE_PERSON, people->items[i].name_span, i);
        place->person = &people->items[i];
        return true;
    }
    return false;
}

/* Claims and dependencies may stand on lines of their own below the task, so all tasks are asked. */
static bool find_in_tasks(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct task *task = &model->tasks.items[t];
        for (uint32_t c = 0; c < task->claims.len; c++) {
            /* A section's own text is no name that the task gives. */
            if (task->claims.items[c].via == VIA_SECTION ||
                !span_touches(task->claims.items[c].where, offset))
                continue;
            *place = place_of(PLACE_CLAIM, task->claims.items[c].where, t);
            place->task = t;
            place->index = c;
            place->claim = &task->claims.items[c];
            return true;
        }
        if (find_dependency(&task->depends_on, offset, place) ||
            find_person(&task->owners, offset, place)) {
            place->task = t;
            return true;
        }
    }
    return false;
}

static bool find_in_item(const struct item *item, uint32_t index, uint32_t offset,
                         struct place *place)
{
    if (find_dependency(&item->depends_on, offset, place)) {
        place->item = index;
        return true;
    }
    if (find_person(&item->owners, offset, place)) {
        place->item = index;
        return true;
    }
    for (uint32_t i = 0; i < item->budget.len; i++) {
        if (!span_touches(item->budget.items[i].where, offset))
            continue;
        *place = place_of(PLACE_MONEY, item->budget.items[i].where, i);
        place->item = index;
        place->money = &item->budget.items[i];
        return true;
    }
    return false;
}

static bool find_in_items(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t i = 0; i < model->items.len; i++)
        if (span_touches(model->items.items[i].span, offset) &&
            find_in_item(&model->items.items[i], i, offset, place))
            return true;
    return false;
}

static bool find_time(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t i = 0; i < model->times.len; i++) {
        if (!span_touches(model->times.items[i].where, offset))
            continue;
        *place = place_of(PLACE_TIME, model->times.items[i].where, i);
        place->time = &model->times.items[i];
        return true;
    }
    return false;
}

/* The line a checkpoint begins with, or its amount. */
static bool find_checkpoint(const struct document *document, uint32_t offset, struct place *place)
{
    const struct model *model = document->model;
    for (uint32_t i = 0; i < model->checkpoints.len; i++) {
        const struct checkpoint *checkpoint = &model->checkpoints.items[i];
        if (!span_touches(checkpoint->span, offset))
            continue;
        struct slice bytes = span_slice(document->text.bytes, checkpoint->span);
        size_t length = slice_find_byte(bytes, '\n');
        struct span line = checkpoint->span;
        if (length != SLICE_NONE)
            line.end = line.start + (uint32_t)length;
        bool amount = !span_is_empty(checkpoint->amount.where) &&
                      span_touches(checkpoint->amount.where, offset);
        if (!amount && !span_touches(line, offset))
            continue;
        *place = place_of(PLACE_CHECKPOINT, amount ? checkpoint->amount.where : line, i);
        return true;
    }
    return false;
}

/* The plan's total may stand below the last item: it is asked for before the item's own money. */
static bool find_total(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t i = 0; i < model->totals.len; i++)
        if (span_touches(model->totals.items[i].amount.where, offset)) {
            *place = place_of(PLACE_TOTAL, model->totals.items[i].amount.where, i);
            return true;
        }
    return false;
}

static bool find_measure(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t i = 0; i < model->metrics.len; i++)
        if (span_touches(model->metrics.items[i].metric.where, offset)) {
            *place = place_of(PLACE_METRIC, model->metrics.items[i].metric.where, i);
            return true;
        }
    return false;
}

static bool find_name(const struct model *model, uint32_t offset, struct place *place)
{
    uint32_t heading = model_heading_at(model, offset);
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        bool on_heading = item->source == ITEM_FROM_HEADING && item->heading != NO_INDEX &&
                          item->heading == heading &&
                          span_touches(model->headings.items[heading].span, offset);
        if (!on_heading && !span_touches(item->name_span, offset))
            continue;
        *place = place_of(PLACE_ITEM, item->name_span, i);
        place->item = i;
        return true;
    }
    return false;
}

static bool find_section_number(const struct document *document, uint32_t offset,
                                struct place *place)
{
    uint32_t index = model_heading_at(document->model, offset);
    if (index == NO_INDEX)
        return false;
    const struct heading *heading = &document->model->headings.items[index];
    size_t at = slice_find(span_slice(document->text.bytes, heading->title_span), heading->number);
    uint32_t start = heading->title_span.start + (uint32_t)at;
    struct span number = {start, start + (uint32_t)heading->number.len};
    if (heading->number.len == 0 || at == SLICE_NONE || !span_touches(number, offset))
        return false;
    *place = place_of(PLACE_SECTION, number, index);
    return true;
}

struct place place_at(const struct document *document, uint32_t offset)
{
    const struct model *model = document->model;
    struct place place = place_of(PLACE_NOTHING, SPAN_NONE, NO_INDEX);
    if (find_rule_name(model, offset, &place))
        return place;
    uint32_t reference = model_reference_at(model, offset);
    if (reference != NO_INDEX)
        return place_of(PLACE_REFERENCE, model->references.items[reference].span, reference);
    if (find_in_tasks(model, offset, &place) || find_person(&model->people, offset, &place) ||
        find_person(&model->owners, offset, &place) || find_total(model, offset, &place) ||
        find_in_items(model, offset, &place) || find_checkpoint(document, offset, &place) ||
        find_measure(model, offset, &place) || record_place_name(model, offset, &place) ||
        find_name(model, offset, &place))
        return place;
    if (find_time(model, offset, &place) || record_place_line(model, offset, &place))
        return place;
    uint32_t task = model_task_at(model, offset);
    if (task != NO_INDEX) {
        place = place_of(PLACE_TASK, model->tasks.items[task].title_span, task);
        place.task = task;
    } else {
        find_section_number(document, offset, &place);
    }
    return place;
}

/* Where a table or list of people declares somebody. */
static enum resolution find_declaration(const struct planls_workspace *workspace,
                                        const struct person *person, struct target *target)
{
    struct arena arena;
    struct person_places places = {0};
    enum resolution result = UNRESOLVED_UNKNOWN;
    arena_init(&arena);
    workspace_person(workspace->ws, person->key, &arena, &places);
    for (size_t i = 0; i < places.len && result != RESOLVED; i++) {
        if (places.items[i].item != NO_INDEX)
            continue;
        *target = (struct target){places.items[i].document, NO_INDEX, NO_INDEX, NO_INDEX,
                                  places.items[i].person->name_span};
        result = RESOLVED;
    }
    arena_release(&arena);
    return result;
}

enum resolution place_target(const struct planls_workspace *workspace,
                             const struct document *document, const struct place *place,
                             struct target *target)
{
    enum link_via via;
    uint32_t failed;
    switch (place->kind) {
    case PLACE_REFERENCE:
        return resolve_reference(workspace->ws, document,
                                 &document->model->references.items[place->index], target);
    case PLACE_CLAIM: /* what it names itself, whatever stronger one the task has */
        return resolve_task_claim(workspace->ws, document, place->task, place->index, target);
    case PLACE_TASK:
        return resolve_task(workspace->ws, document, place->task, target, &via, &failed);
    case PLACE_DEPENDENCY:
        return resolve_dependency(workspace->ws, document, place->item, place->task,
                                  place->dependency, target);
    case PLACE_PERSON:
        return find_declaration(workspace, place->person, target);
    default:
        break;
    }
    return UNRESOLVED_UNKNOWN;
}
