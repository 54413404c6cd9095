/* stop_part.c: stop conditions without a signal, or without an action, where the others have one. */
#include "edits/insert_field.h"
#include "rules/rule.h"
#include "rules/siblings.h"

/* One of the two parts of a stop condition. */
struct part {
    bool is_signal;
    const char *name, *why;
};

static struct span line_of(const struct stop *stop, bool is_signal)
{
    return is_signal ? stop->signal_line : stop->action_line;
}

static bool has(const struct stop *stop, bool is_signal)
{
    return (is_signal ? stop->signal : stop->action).len > 0;
}

static uint32_t line_start(struct slice text, uint32_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n')
        at--;
    return at;
}

static uint32_t line_end(struct slice text, uint32_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

/* The line of a sibling's part up to its value: "   - Signal: ". */
static struct slice lead_of(const struct check *check, const struct stop *like, bool is_signal)
{
    struct span line = line_of(like, is_signal);
    uint32_t start = line_start(check->text, line.start);
    struct slice words = span_slice(check->text, line);
    struct slice value = is_signal ? like->signal : like->action;
    /* The value as the model has it is without marks: a prefix of it is enough to find it. */
    struct slice head = slice_sub(value, 0, slice_find_byte(value, ' '));
    size_t colon = slice_find_byte(words, ':');
    size_t at = colon == SLICE_NONE ? SLICE_NONE : slice_find(slice_from(words, colon), head);
    if (at == SLICE_NONE)
        return SLICE("");
    return slice_sub(check->text, start, line.start + colon + at);
}

/* A new line in the siblings' form: the signal before the action. */
static void offer(struct check *check, struct planls_diagnostic *diagnostic,
                  const struct stop *stop, const struct stop *like, const struct part *part)
{
    if (stop->row || like->row)
        return;
    struct slice lead = lead_of(check, like, part->is_signal);
    struct span other = line_of(stop, !part->is_signal);
    uint32_t after = part->is_signal || span_is_empty(other) ? stop->condition_span.end : other.end;
    uint32_t at = line_end(check->text, after);
    if (lead.len == 0)
        return;
    bool crlf = at < check->text.len && check->text.ptr[at] == '\r';
    char *text = arena_printf(check->arena, "%s%.*s" INSERT_FIELD_PLACEHOLDER, crlf ? "\r\n" : "\n",
                              SLICE_ARG(lead));
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Insert its %s", part->name);
    size_t len = strlen(text);
    fix_edit(check, fix, check->document, (struct span){at, at}, (struct slice){text, len});
    fix->select = (struct planls_range){(uint32_t)len - 3, (uint32_t)len};
}

static void check_group(struct check *check, size_t first, size_t end, const struct part *part)
{
    const struct model *model = check->model;
    struct habit habit = {0};
    const struct stop *like = NULL;
    for (size_t s = first; s < end; s++) {
        const struct stop *stop = &model->stops.items[s];
        habit.siblings++;
        habit.having += has(stop, part->is_signal);
        if (!like && has(stop, part->is_signal))
            like = stop;
    }
    for (size_t s = first; s < end && habit_is_strong(&habit); s++) {
        const struct stop *stop = &model->stops.items[s];
        /* A label with nothing behind it is empty-field's finding. */
        if (has(stop, part->is_signal) ||
            (!stop->row && !span_is_empty(line_of(stop, part->is_signal))))
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, stop->condition_span,
                   "No %s here, while %u of the %u stop conditions have one: %s", part->name,
                   habit.having, habit.siblings, part->why);
        report_related(check, diagnostic, check->document, line_of(like, part->is_signal),
                       "how another says it");
        offer(check, diagnostic, stop, like, part);
    }
}

/* Those below one heading are siblings; they stand behind each other. */
static void check_part(struct check *check, const struct part *part)
{
    const struct model *model = check->model;
    for (size_t first = 0, end; first < model->stops.len; first = end) {
        for (end = first + 1; end < model->stops.len &&
                              model->stops.items[end].heading == model->stops.items[first].heading;)
            end++;
        check_group(check, first, end, part);
    }
}

static void check_stop_without_signal(struct check *check)
{
    check_part(check, &(struct part){true, "signal", "nobody will notice that it holds"});
}

static void check_stop_without_action(struct check *check)
{
    check_part(check, &(struct part){false, "action", "nobody will know what to do when it holds"});
}

RULE(stop_without_signal) = {
    .name = "stop-without-signal",
    .summary = "a stop condition lacks the signal that the others have",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.2",
    .check = check_stop_without_signal,
};

RULE(stop_without_action) = {
    .name = "stop-without-action",
    .summary = "a stop condition lacks the action that the others have",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.2",
    .check = check_stop_without_action,
};
