/* unknown_status.c: a state one slip away from a word that says one. */
#include "rules/rule.h"
#include "text/fold.h"

/* What states are usually called; the document's own words come before them. */
static const char *const usual[] = {
    "Not Started", "In Progress", "In Review", "Blocked",   "Cancelled", "Canceled",
    "Completed",   "Complete",    "Deferred",  "Pending",   "Planned",   "Backlog",
    "Ongoing",     "On Hold",     "Review",    "Started",   "Testing",   "Finished",
    "Shipped",     "Released",    "Approved",  "Postponed", "Paused",    "Delayed",
    "Done",        "To Do",       "Draft",     "On Track",  "At Risk",
};

/* Shorter words are one letter from too many others. */
#define WORD_MIN  5
#define WORD_MAX  24
#define SLIPS_MAX 2

/* "IN PROGRESS" for shouting, "in-progress" for a value whose words are so joined. */
static struct slice in_form_of(struct slice word, struct slice like, struct arena *arena)
{
    bool upper = true, lower = true;
    for (size_t i = 0; i < like.len; i++) {
        upper = upper && (!ascii_is_alpha(like.ptr[i]) || ascii_is_upper(like.ptr[i]));
        lower = lower && !ascii_is_upper(like.ptr[i]);
    }
    char joint = slice_find_byte(like, '-') != SLICE_NONE   ? '-'
                 : slice_find_byte(like, '_') != SLICE_NONE ? '_'
                                                            : ' ';
    char *out = arena_cstring(arena, word);
    for (char *c = out; *c; c++) {
        if (*c == ' ')
            *c = joint;
        else if (lower)
            *c = ascii_lower(*c);
        else if (upper && *c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    }
    return slice_of(out);
}

static struct slice spaced(struct slice s, struct arena *arena)
{
    char *out = arena_cstring(arena, fold_case(arena, s));
    for (char *c = out; *c; c++)
        if (*c == '-' || *c == '_')
            *c = ' ';
    return slice_of(out);
}

/* The one usual word nearest to it; empty where none is near or several are equally so. */
static struct slice nearest(struct slice value, struct arena *arena)
{
    struct slice wanted = spaced(value, arena), best = {NULL, 0};
    unsigned limit = wanted.len < 8 ? 1 : SLIPS_MAX, least = limit + 1;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        struct slice candidate = slice_of(usual[i]);
        unsigned distance = fold_distance(wanted, fold_case(arena, candidate), limit);
        if (distance < least) {
            least = distance;
            best = candidate;
        } else if (distance == least && least <= limit &&
                   status_read(best) != status_read(candidate)) {
            best = (struct slice){NULL, 0};
        }
    }
    return least <= limit ? best : (struct slice){NULL, 0};
}

/* The words alone: signs and marks before and behind them stay as they are. */
static struct span bare_words(const struct check *check, struct span value)
{
    while (value.start < value.end && !ascii_is_alpha(check->text.ptr[value.start]))
        value.start++;
    while (value.end > value.start && !ascii_is_alpha(check->text.ptr[value.end - 1]))
        value.end--;
    return value;
}

static bool is_word(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_alpha(s.ptr[i]) && s.ptr[i] != ' ' && s.ptr[i] != '-' && s.ptr[i] != '_')
            return false;
    return s.len >= WORD_MIN && s.len <= WORD_MAX;
}

/* Is the same unknown word said again and again, it is this team's own. */
static bool is_teams_own(const struct check *check, struct slice word)
{
    unsigned times = 0;
    for (size_t i = 0; i < check->model->fields.len; i++) {
        const struct field *field = &check->model->fields.items[i];
        times += field->key == FIELD_STATUS &&
                 slice_equal(span_slice(check->text, bare_words(check, field->value)), word);
    }
    return times > 1;
}

static void check_value(struct check *check, const struct field *field)
{
    struct span span = bare_words(check, field->value);
    struct slice word = span_slice(check->text, span);
    if (!is_word(word) || status_read(span_slice(check->text, field->value)) != STATUS_UNKNOWN)
        return;
    struct slice near = nearest(word, check->arena);
    if (near.len == 0 || is_teams_own(check, word))
        return;
    struct slice text = in_form_of(near, word, check->arena);
    struct planls_diagnostic *diagnostic =
        report(check, span, "No state is called “%.*s”: it counts as not done", SLICE_ARG(word));
    struct planls_fix *fix = report_fix(check, diagnostic, true, "Change to %.*s", SLICE_ARG(text));
    fix_edit(check, fix, check->document, span, text);
}

static void check_unknown_status(struct check *check)
{
    for (size_t i = 0; i < check->model->fields.len; i++) {
        const struct field *field = &check->model->fields.items[i];
        if (field->key == FIELD_STATUS && !span_is_empty(field->value))
            check_value(check, field);
    }
}

RULE(unknown_status) = {
    .name = "unknown-status",
    .summary = "a status is one slip away from a word that is one",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_unknown_status,
};
