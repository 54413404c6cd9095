/* checkpoint_off_phase.c: a budget checkpoint at a time at which no phase ends. */
#include "analysis/checkpoints.h"
#include "analysis/item_span.h"
#include "rules/rule.h"

struct phase_end {
    date_days last;
    enum time_unit unit;
    uint32_t item;
};

struct phase_ends {
    VEC_MEMBERS(struct phase_end);
};

static void read_phases(const struct check *check, struct phase_ends *out)
{
    const struct item_span *spans = item_spans_of(check->settings, check->model, check->arena);
    for (uint32_t i = 0; i < check->model->items.len; i++) {
        const struct item *item = &check->model->items.items[i];
        const struct day_span *days = &spans[i].days;
        if ((item->kind != ITEM_PHASE && item->kind != ITEM_MILESTONE &&
             item->kind != ITEM_SPRINT) ||
            spans[i].source == ITEM_SPAN_NONE || days->to == DATE_NONE)
            continue;
        enum time_unit unit =
            item->timeline.len ? VEC_LAST(&item->timeline)->time.to.unit : TIME_NONE;
        *VEC_PUSH(check->arena, out) = (struct phase_end){days->to, unit, i};
    }
}

static date_days days_apart(date_days a, date_days b)
{
    return a > b ? a - b : b - a;
}

/* Phases told in months or dates end in the same week, not on the same day. */
static bool ends_phase(const struct placed_checkpoint *point, enum time_unit unit,
                       const struct phase_end *phase)
{
    return days_apart(point->day, phase->last) < (unit == phase->unit ? 1 : 7);
}

/* The phase whose end the checkpoint most likely missed: the nearest. */
static const struct phase_end *nearest_phase(const struct phase_ends *phases, date_days day)
{
    const struct phase_end *found = &phases->items[0];
    for (size_t i = 1; i < phases->len; i++)
        if (days_apart(phases->items[i].last, day) < days_apart(found->last, day))
            found = &phases->items[i];
    return found;
}

static void report_point(struct check *check, const struct calendar *calendar,
                         const struct placed_checkpoint *point, const struct phase_ends *phases)
{
    const struct checkpoint *checkpoint = &check->model->checkpoints.items[point->index];
    const struct phase_end *phase = nearest_phase(phases, point->day);
    struct span span = {checkpoint->span.start, checkpoint->span.start};
    while (span.end < checkpoint->span.end && check->text.ptr[span.end] != '\n' &&
           check->text.ptr[span.end] != '\r')
        span.end++;
    const char *when = checkpoint_when(checkpoint, check->arena);
    const struct item *item = &check->model->items.items[phase->item];
    struct planls_diagnostic *diagnostic =
        report(check, span,
               "No phase ends in %s (“%.*s” ends in week %d), so there is no result to hold the "
               "money against",
               when, SLICE_ARG(item->title), calendar_week(calendar, phase->last));
    report_related(check, diagnostic, check->document, item->name_span, "this phase");
}

static void check_checkpoint_off_phase(struct check *check)
{
    struct calendar calendar = calendar_of(check->settings, check->model);
    struct placed_checkpoints points = {0};
    struct phase_ends phases = {0};
    checkpoints_placed(check->model, &calendar, check->arena, &points);
    if (points.len < 2)
        return;
    read_phases(check, &phases);
    if (phases.len < 2)
        return;
    bool *off = arena_array(check->arena, points.len, sizeof *off);
    size_t count = 0;
    for (size_t i = 0; i < points.len; i++) {
        enum time_unit unit = check->model->checkpoints.items[points.items[i].index].at.unit;
        off[i] = true;
        for (size_t p = 0; p < phases.len && off[i]; p++)
            off[i] = !ends_phase(&points.items[i], unit, &phases.items[p]);
        count += off[i];
    }
    /* Where most end no phase, money is looked at every month or so: a habit of its own. */
    for (size_t i = 0; i < points.len && count * 2 < points.len; i++)
        if (off[i])
            report_point(check, &calendar, &points.items[i], &phases);
}

RULE(checkpoint_off_phase) = {
    .name = "checkpoint-off-phase",
    .summary = "a budget checkpoint's week ends no phase, though the others' do",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_checkpoint_off_phase,
};
