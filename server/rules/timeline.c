/* timeline.c: the lists of spans that are meant to follow each other. */
#include "rules/timeline.h"

#include "edits/shift_span.h"
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
                .where = entry->time.where,
                .name = entry->text,
                .from = entry->time.from.value,
                .to = entry->time.to.value,
                .time = &entry->time,
                .phase = NO_INDEX,
            };
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
            *step = (struct step){.where = time->where,
                                  .name = item->title,
                                  .from = time->from.value,
                                  .to = time->to.value,
                                  .time = time};
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
        if (unit == TIME_NONE || !phase_step(item, unit, &step))
            continue;
        step.phase = i;
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

/* More edits than this are no quick fix. */
#define MOST_EDITS 200

/* ---- shifting ---------------------------------------------------------------------------------- */

static bool shift_step(struct check *check, const struct step *step, struct shift shift,
                       struct edit_list *edits)
{
    struct text_edit edit;
    if (step->phase != NO_INDEX)
        return shift_item(check->document, step->phase, shift, check->parser, check->arena, edits);
    if (!shift_time(check->document, step->time, shift, check->parser, check->arena, &edit))
        return false;
    *VEC_PUSH(check->arena, edits) = edit;
    return true;
}

static void add_edits(struct check *check, struct planls_fix *fix, const struct edit_list *edits)
{
    for (size_t i = 0; i < edits->len; i++)
        fix_edit(check, fix, check->document, edits->items[i].span, edits->items[i].new_text);
}

/* The last day of what a step is to follow. */
static date_days end_of(const struct steps *steps, size_t index, const struct calendar *calendar)
{
    struct time_value whole = *steps->items[index].time;
    struct day_span days;
    whole.to.value = steps->items[index].to;
    return calendar_day_span(calendar, &whole, &days) ? days.to : DATE_NONE;
}

void timeline_offer_shifts(struct check *check, struct planls_diagnostic *diagnostic,
                           const struct steps *steps, size_t index, size_t after, bool first)
{
    struct calendar calendar = calendar_of(check->settings, check->model);
    struct workdays workdays = workdays_of(check->settings, check->arena);
    struct edit_list one = {0}, all = {0};
    struct shift shift;
    date_days end = end_of(steps, after, &calendar);
    const struct time_value *time = steps->items[index].time;
    if (!check->document->loaded ||
        (!shift_past(check->document, &calendar, &workdays, end, time, &shift) &&
         !shift_up_to(check->document, &calendar, &workdays, end, time, &shift)) ||
        !shift_step(check, &steps->items[index], shift, &one))
        return;
    const char *words = shift_words(shift, check->arena);
    add_edits(check, report_fix(check, diagnostic, false, "Shift this one by %s", words), &one);
    if (!first || index + 1 == steps->len)
        return;
    for (size_t i = index; i < steps->len; i++)
        if (!shift_step(check, &steps->items[i], shift, &all) || all.len > MOST_EDITS)
            return;
    add_edits(
        check,
        report_fix(check, diagnostic, false, "Shift this one and all that follow by %s", words),
        &all);
}
