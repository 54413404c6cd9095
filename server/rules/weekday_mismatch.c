/* weekday_mismatch.c: a date said together with the wrong day of the week. */
#include "rules/rule.h"

#include <string.h>

static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                    "Friday", "Saturday", "Sunday"};

/* The right weekday in the length and case of the one written: "Mon" for "Tue", "MONDAY" for "TUESDAY". */
static const char *like_written(struct check *check, struct slice written, enum weekday weekday)
{
    const char *name = names[weekday];
    size_t len = strlen(name);
    bool abbreviated = written.len <= 4;
    char *text = arena_printf(check->arena, "%.*s", abbreviated ? 3 : (int)len, name);
    bool upper = written.len > 1 && ascii_is_upper(written.ptr[1]);
    bool lower = written.len > 0 && !ascii_is_upper(written.ptr[0]);
    for (size_t i = 0; text[i]; i++) {
        if (upper && text[i] >= 'a')
            text[i] = (char)(text[i] - 'a' + 'A');
        else if (lower)
            text[i] = ascii_lower(text[i]);
    }
    return text;
}

/* Only English words are written back: in another language the finding stands without a fix. */
static bool is_english(struct slice written)
{
    for (size_t i = 0; i < 7; i++)
        if (written.len >= 3 && slice_starts_nocase(slice_of(names[i]), slice_sub(written, 0, 3)))
            return true;
    return false;
}

static void check_weekday_mismatch(struct check *check)
{
    for (size_t i = 0; i < check->model->times.len; i++) {
        const struct time_value *time = &check->model->times.items[i];
        if (time->problem != TIME_WRONG_WEEKDAY)
            continue;
        struct slice written = span_slice(check->text, time->weekday);
        struct span date = span_is_empty(time->first) ? time->where : time->first;
        struct planls_diagnostic *diagnostic =
            report(check, time->where, "%.*s is a %s, not a %.*s",
                   SLICE_ARG(span_slice(check->text, date)), names[time->weekday_should],
                   SLICE_ARG(written));
        if (!is_english(written))
            continue;
        const char *right = like_written(check, written, time->weekday_should);
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change the weekday to %s", right);
        fix_edit(check, fix, check->document, time->weekday, slice_of(right));
    }
}

RULE(weekday_mismatch) = {
    .name = "weekday-mismatch",
    .summary = "a date is said with the wrong day of the week",
    .severity = PLANLS_ERROR,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_weekday_mismatch,
};
