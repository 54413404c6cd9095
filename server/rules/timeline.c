/* timeline.c: the lists of spans that are meant to follow each other. */
#include "rules/timeline.h"

#include "rules/siblings.h"

static bool is_step(const struct time_value *time, enum time_unit unit)
{
    return time->kind == TIME_SPAN && time->problem == TIME_OK && !time->open && !time->until &&
           time->from.unit == unit && time->to.unit == unit && time->from.value <= time->to.value;
}

static void visit_item(struct check *check, const struct item *item,
                       void (*visit)(struct check *, const struct steps *))
{
    if (item->timeline.len < 2)
        return;
    enum time_unit unit = item->timeline.items[0].time.from.unit;
    struct steps steps = {0};
    for (size_t i = 0; i < item->timeline.len; i++) {
        const struct timeline_entry *entry = &item->timeline.items[i];
        if (is_step(&entry->time, unit))
            *VEC_PUSH(check->arena, &steps) = (struct step){
                entry->time.where, entry->text, entry->time.from.value, entry->time.to.value};
    }
    if (unit != TIME_NONE && steps.len > 1)
        visit(check, &steps);
}

/* A phase's own span: that of its one timeline entry, or from its first entry to its last. */
static bool phase_step(const struct item *item, enum time_unit unit, struct step *step)
{
    for (size_t i = 0; i < item->timeline.len; i++) {
        const struct time_value *time = &item->timeline.items[i].time;
        if (!is_step(time, unit))
            return false;
        if (i == 0)
            *step = (struct step){time->where, item->title, time->from.value, time->to.value};
        step->from = time->from.value < step->from ? time->from.value : step->from;
        step->to = time->to.value > step->to ? time->to.value : step->to;
    }
    return item->timeline.len > 0;
}

static void visit_phases(struct check *check, const struct siblings *siblings, uint32_t group,
                         void (*visit)(struct check *, const struct steps *))
{
    const struct model *model = check->model;
    struct steps steps = {0};
    enum time_unit unit = TIME_NONE;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (siblings->group[i] != group || item->kind != ITEM_PHASE)
            continue;
        if (unit == TIME_NONE && item->timeline.len)
            unit = item->timeline.items[0].time.from.unit;
        struct step step;
        if (unit != TIME_NONE && phase_step(item, unit, &step))
            *VEC_PUSH(check->arena, &steps) = step;
    }
    if (steps.len > 1)
        visit(check, &steps);
}

void timeline_visit(struct check *check,
                    void (*visit)(struct check *check, const struct steps *steps))
{
    const struct model *model = check->model;
    if (model->items.len == 0)
        return;
    for (uint32_t i = 0; i < model->items.len; i++)
        visit_item(check, &model->items.items[i], visit);
    struct siblings siblings = siblings_of(model, check->arena);
    bool *seen = arena_array(check->arena, siblings.count + 1, sizeof(bool));
    for (uint32_t i = 0; i < model->items.len; i++) {
        if (model->items.items[i].kind != ITEM_PHASE || seen[siblings.group[i]])
            continue;
        seen[siblings.group[i]] = true;
        visit_phases(check, &siblings, siblings.group[i], visit);
    }
}
