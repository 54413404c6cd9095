/* relative_date.c: "by Friday", said as a deadline, with no date to hang it on. */
#include "analysis/workdays.h"
#include "edits/write_date.h"
#include "model/words.h"
#include "rules/rule.h"

#define RELATED_SHOWN 3

struct spans_said {
    VEC_MEMBERS(const struct time_value *);
};

static bool has_digit(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.ptr[i]))
            return true;
    return false;
}

/* Is it said as a time to keep: in a timeline or due field, or as an end in a heading or task? */
static bool is_deadline(const struct model *model, const struct time_value *time)
{
    uint32_t at = time->where.start;
    uint32_t field = model_field_at(model, at);
    if (field != NO_INDEX && model->fields.items[field].key == FIELD_TIMELINE)
        return true;
    uint32_t task = model_task_at(model, at), heading = model_heading_at(model, at);
    return time->until &&
           ((task != NO_INDEX && span_contains(model->tasks.items[task].title_span, at)) ||
            (heading != NO_INDEX && span_contains(model->headings.items[heading].title_span, at)));
}

/* The deadlines that hang on nothing: none with a date on its line. */
static struct spans_said deadlines_of(const struct check *check)
{
    const struct time_values *times = &check->model->times;
    struct spans_said said = {0};
    uint32_t dated = UINT32_MAX; /* the last line with a date */
    for (size_t i = 0; i < times->len; i++) {
        const struct time_value *time = &times->items[i];
        uint32_t line = text_line_of(&check->document->text, time->where.start);
        if (time->from.unit == TIME_DATE) {
            dated = line;
            while (said.len &&
                   text_line_of(&check->document->text, (*VEC_LAST(&said))->where.start) == line)
                said.len--;
        } else if (time->kind == TIME_RELATIVE && line != dated &&
                   !has_digit(span_slice(check->text, time->where)) &&
                   is_deadline(check->model, time)) {
            *VEC_PUSH(check->arena, &said) = time;
        }
    }
    return said;
}

/* ---- what it means ---------------------------------------------------------------------------- */

struct meaning {
    date_days from, to;
    bool weekday;
};

static bool begins_with(struct slice s, const char *word)
{
    return slice_starts_nocase(s, slice_of(word));
}

/* The days that the words mean on the day they were written; only of English ones that are certain. */
static bool meaning_of(const struct check *check, struct slice words, struct meaning *meaning)
{
    date_days day = check->model->own_date;
    struct workdays workdays = workdays_of(check->settings, check->arena);
    size_t space = slice_find_last_byte(words, ' ');
    int weekday = weekday_of(slice_from(words, space == SLICE_NONE ? 0 : space + 1));
    *meaning = (struct meaning){day, day, false};
    if (weekday >= 0 && (begins_with(words, "by") || begins_with(words, "before") ||
                         begins_with(words, "due") || begins_with(words, "until"))) {
        meaning->from = day + (weekday - (int)date_weekday(day) + 7) % 7;
        meaning->to = meaning->from;
        meaning->weekday = true;
        return true;
    }
    if (slice_is_nocase(words, "today") || slice_is_nocase(words, "tomorrow")) {
        meaning->from = meaning->to = day + slice_is_nocase(words, "tomorrow");
        return true;
    }
    if (!slice_is_nocase(words, "this week") && !slice_is_nocase(words, "next week"))
        return false;
    /* On a weekend "this week" is the one to come. */
    date_days next = workdays_next(&workdays, day);
    meaning->from = next - (date_days)date_weekday(next) + (begins_with(words, "next") ? 7 : 0);
    meaning->to = meaning->from + 4;
    return true;
}

/* The day written as the document writes its own date. */
static void put_day(const struct check *check, date_days day, struct strbuf *out)
{
    const struct time_values *times = &check->model->times;
    struct date_parts parts;
    char iso[11];
    for (size_t i = 0; i < times->len; i++) {
        const struct time_value *time = &times->items[i];
        struct slice written = span_slice(check->text, time->first);
        if (time->from.unit != TIME_DATE || time->from.value != check->model->own_date ||
            !time->year_given || !date_parts_read(written, time->from.value, &parts))
            continue;
        if (parts.grain == TIME_DATE && !parts.lone_day &&
            date_write_like(written, &parts, day, out))
            return;
    }
    date_format(day, iso);
    strbuf_puts(out, iso);
}

static void offer_date(struct check *check, struct planls_diagnostic *diagnostic,
                       const struct time_value *time, const struct meaning *meaning)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    strbuf_puts(&out, meaning->weekday ? ", " : " (");
    put_day(check, meaning->from, &out);
    if (meaning->to != meaning->from) {
        strbuf_puts(&out, " – ");
        put_day(check, meaning->to, &out);
    }
    if (!meaning->weekday)
        strbuf_putc(&out, ')');
    struct slice added = arena_copy(check->arena, strbuf_slice(&out));
    strbuf_release(&out);
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Say the date: %.*s%.*s",
                   SLICE_ARG(span_slice(check->text, time->where)), SLICE_ARG(added));
    fix_edit(check, fix, check->document, (struct span){time->where.end, time->where.end}, added);
}

static void check_relative_date(struct check *check)
{
    if (!check->document->loaded)
        return;
    struct spans_said said = deadlines_of(check);
    if (said.len == 0)
        return;
    struct slice words = span_slice(check->text, said.items[0]->where);
    struct meaning meaning;
    bool dated = check->model->own_date != DATE_NONE;
    const char *more =
        said.len > 1 ? arena_printf(check->arena, " (and %zu more)", said.len - 1) : "";
    struct planls_diagnostic *diagnostic =
        report(check, said.items[0]->where,
               dated ? "“%.*s” means something only beside the day this was written%s"
                     : "“%.*s” hangs on no date, and nothing says when this was written%s",
               SLICE_ARG(words), more);
    for (size_t i = 1; i < said.len && i <= RELATED_SHOWN; i++)
        report_related(check, diagnostic, check->document, said.items[i]->where, "and here");
    if (dated && meaning_of(check, words, &meaning))
        offer_date(check, diagnostic, said.items[0], &meaning);
}

RULE(relative_date) = {
    .name = "relative-date",
    .summary = "a deadline like “by Friday” has no date to hang on",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_relative_date,
};
