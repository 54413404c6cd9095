/* progress_not_monotonic.c: planned progress that falls from one week to the next. */
#include "rules/rule.h"

/* A line that says "Week 3 … 75 %": how far the work is to be by then. */
struct point {
    const struct time_value *week;
    struct span percent;
    double value;
};

struct points {
    VEC_MEMBERS(struct point);
};

/* As many make a course. */
#define TELLING_POINTS 3

/* The only percentage of a text, with its place; false where there is none or more than one. */
static bool one_percent(struct check *check, struct span where, struct span *percent, double *value)
{
    struct inlines inlines = inline_parse(check->parser, check->text, where, check->arena);
    size_t found = 0;
    for (uint32_t i = 1; i < inlines.len; i++) {
        const struct inline_node *node = &inlines.v[i];
        uint32_t number;
        if (node->kind != INLINE_PERCENT)
            continue;
        struct slice written = span_slice(check->text, node->span);
        size_t end = 0;
        while (end < written.len && ascii_is_digit(written.ptr[end]))
            end++;
        found++;
        *percent = node->span;
        if (!slice_to_u32(slice_sub(written, 0, end), &number) || number > 100 ||
            slice_trim(slice_sub(written, end, written.len)).ptr[0] != '%')
            return false;
        *value = number;
    }
    return found == 1;
}

/* Words of a rate that may well fall are left alone: a course is progress where it reaches 100 %. */
static bool is_progress(const struct points *points)
{
    size_t falls = 0;
    double most = 0;
    for (size_t i = 0; i < points->len; i++) {
        most = points->items[i].value > most ? points->items[i].value : most;
        falls += i > 0 && points->items[i].value < points->items[i - 1].value;
    }
    return points->len >= TELLING_POINTS && falls == 1 && most >= 100;
}

static void judge(struct check *check, const struct points *points)
{
    if (!is_progress(points))
        return;
    for (size_t i = 1; i < points->len; i++) {
        const struct point *before = &points->items[i - 1], *point = &points->items[i];
        if (point->value >= before->value)
            continue;
        struct slice was = span_slice(check->text, before->week->where);
        struct planls_diagnostic *diagnostic =
            report(check, point->percent, "Progress falls from %g %% in %.*s to %g %% in %.*s",
                   before->value, SLICE_ARG(was), point->value,
                   SLICE_ARG(span_slice(check->text, point->week->where)));
        report_related(check, diagnostic, check->document, before->percent, "further on before");
    }
}

/* The time that a task's words begin with, or NULL. */
static const struct time_value *leading_week(const struct check *check, const struct task *task,
                                             size_t *next)
{
    const struct time_values *times = &check->model->times;
    while (*next < times->len && times->items[*next].where.start < task->title_span.start)
        (*next)++;
    if (*next >= times->len)
        return NULL;
    const struct time_value *time = &times->items[*next];
    struct span lead = {task->title_span.start, time->where.start};
    return time->where.start < task->title_span.end && time->kind == TIME_SPAN &&
                   time->from.unit == TIME_WEEK && lead.end - lead.start <= 2
               ? time
               : NULL;
}

static void check_progress_not_monotonic(struct check *check)
{
    const struct model *model = check->model;
    struct points points = {0};
    size_t next = 0;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        const struct time_value *week = leading_week(check, task, &next);
        struct point point = {.week = week};
        bool goes_on = points.len && i > 0 && model->tasks.items[i - 1].heading == task->heading;
        if (!week || !one_percent(check, task->title_span, &point.percent, &point.value)) {
            goes_on = false;
            point.week = NULL;
        }
        if (goes_on && week->from.value <= VEC_LAST(&points)->week->from.value)
            goes_on = false;
        if (!goes_on) {
            judge(check, &points);
            points.len = 0;
        }
        if (point.week)
            *VEC_PUSH(check->arena, &points) = point;
    }
    judge(check, &points);
}

RULE(progress_not_monotonic) = {
    .name = "progress-not-monotonic",
    .summary = "planned progress falls from one week to the next",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_progress_not_monotonic,
};
