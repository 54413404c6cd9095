/* shift_span.c: written times moved on the calendar, each in its own form. */
#include "edits/shift_span.h"

#include "edits/write_date.h"

#include <string.h>

const char *shift_words(struct shift shift, struct arena *arena)
{
    static const char *const names[] = {
        [TIME_NONE] = "",       [TIME_WEEK] = "week",       [TIME_DAY] = "day",
        [TIME_MONTH] = "month", [TIME_QUARTER] = "quarter", [TIME_DATE] = "day"};
    bool one = shift.count == 1 || shift.count == -1;
    return arena_printf(arena, "%d %s%s", shift.count, names[shift.unit], one ? "" : "s");
}

/* ---- amounts --------------------------------------------------------------------------------- */

/* The shift counted in another unit. False where it is no whole number of these. */
static bool count_in(struct shift shift, enum time_unit unit, int *count)
{
    static const int days[] = {[TIME_DAY] = 1,     [TIME_WEEK] = 7, [TIME_MONTH] = 0,
                               [TIME_QUARTER] = 0, [TIME_DATE] = 1, [TIME_NONE] = 0};
    static const int months[] = {[TIME_DAY] = 0,     [TIME_WEEK] = 0, [TIME_MONTH] = 1,
                                 [TIME_QUARTER] = 3, [TIME_DATE] = 0, [TIME_NONE] = 0};
    const int *of = days[shift.unit] ? days : months;
    if (!of[unit] || shift.count * of[shift.unit] % of[unit])
        return false;
    *count = shift.count * of[shift.unit] / of[unit];
    return true;
}

static date_days add_months(date_days day, int months, bool to_end)
{
    struct date date = date_from_days(day);
    int count = date.year * 12 + date.month - 1 + months;
    date.year = count / 12;
    date.month = count % 12 + 1;
    int length = date_month_length(date.year, date.month);
    date.day = to_end || date.day > length ? length : date.day;
    return date_to_days(date);
}

/* ---- one end of a time ------------------------------------------------------------------------ */

/* One end of a time: what is written, what it means, and what it is to mean. */
struct end {
    struct slice written;
    struct date_parts parts; /* of dates and quarters */
    struct time_point was, is;
};

/* The last day of a quarter's number, or of the date. */
static date_days day_of(struct time_point point)
{
    if (point.unit == TIME_DATE)
        return point.value;
    return date_to_days((struct date){point.value / 4, point.value % 4 * 3 + 1, 1});
}

/* In which unit an end can be shifted. */
static enum time_unit grain_of(struct slice written, struct time_point point,
                               struct date_parts *parts)
{
    if (point.unit == TIME_WEEK || point.unit == TIME_DAY || point.unit == TIME_MONTH)
        return point.unit;
    if (point.unit == TIME_NONE || !date_parts_read(written, day_of(point), parts))
        return TIME_NONE;
    return parts->grain == TIME_DATE ? TIME_DAY : parts->grain;
}

static bool shift_end(struct end *end, bool last, struct shift shift)
{
    int count;
    enum time_unit grain = grain_of(end->written, end->was, &end->parts);
    end->is = end->was;
    if (grain == TIME_NONE)
        return false;
    if (end->was.unit == TIME_DATE && grain == TIME_DAY && !count_in(shift, TIME_DAY, &count)) {
        if (!count_in(shift, TIME_MONTH, &count))
            return false;
        end->is.value = add_months(end->was.value, count, false);
        return true;
    }
    if (!count_in(shift, grain, &count))
        return false;
    if (end->was.unit != TIME_DATE)
        end->is.value += count;
    else if (grain == TIME_MONTH)
        end->is.value = add_months(end->was.value, count, last);
    else
        end->is.value += grain == TIME_WEEK ? 7 * count : count;
    return end->is.value >= 1;
}

static void write_number(struct slice written, int number, struct strbuf *out)
{
    strbuf_printf(out, written.ptr[0] == '0' ? "%0*d" : "%*d",
                  written.ptr[0] == '0' ? (int)written.len : 0, number);
}

/* The month that the other end alone names, now that they differ: "Jan 26 – 30" becomes
 * "Jan 31 – Feb 4". Day and month stand as they do there. */
static bool write_lone_day(const struct end *end, const struct end *other, struct strbuf *out)
{
    struct date date = date_from_days(end->is.value), others = date_from_days(other->is.value);
    struct slice day;
    struct strbuf digits;
    struct arena arena;
    bool written = true;
    strbuf_init(&digits, 16);
    write_number(end->written, date.day, &digits);
    day = strbuf_slice(&digits);
    arena_init(&arena);
    struct slice like = span_slice(other->written, other->parts.month);
    struct slice month =
        month_name_like(like, date.month, date_is_german(other->written, &other->parts), &arena);
    if (date.month == others.month && date.year == others.year)
        strbuf_append(out, day);
    else if (!other->parts.named || month.len == 0)
        written = false;
    else if (other->parts.month.start < other->parts.day.start)
        strbuf_printf(out, "%.*s %.*s", SLICE_ARG(month), SLICE_ARG(day));
    else
        strbuf_printf(out, "%.*s%s %.*s", SLICE_ARG(day),
                      date_is_german(other->written, &other->parts) ? "." : "", SLICE_ARG(month));
    arena_release(&arena);
    strbuf_release(&digits);
    return written;
}

static bool write_end(const struct end *end, const struct end *other, struct strbuf *out)
{
    enum time_unit unit = end->was.unit;
    if (unit != TIME_DATE && unit != TIME_QUARTER) {
        write_number(end->written, end->is.value, out);
        return true;
    }
    if (end->parts.lone_day)
        return write_lone_day(end, other, out);
    return date_write_like(end->written, &end->parts, day_of(end->is), out);
}

/* ---- a whole time ------------------------------------------------------------------------------ */

/* What stands between the ends: in "Weeks 1, 2, 3" numbers that move along. */
static void write_between(struct slice between, enum time_unit unit, int count, struct strbuf *out)
{
    bool counted = unit == TIME_WEEK || unit == TIME_DAY || unit == TIME_MONTH;
    for (size_t i = 0; i < between.len;) {
        size_t end = i;
        uint32_t number;
        while (end < between.len && ascii_is_digit(between.ptr[end]))
            end++;
        if (counted && slice_to_u32(slice_sub(between, i, end), &number) && number < 10000) {
            write_number(slice_sub(between, i, end), (int)number + count, out);
            i = end;
        } else {
            strbuf_putc(out, between.ptr[i++]);
        }
    }
}

/* Does the edit make of its lines what says the ends as they are to be? */
static bool reads_as(const struct document *document, const struct time_value *time,
                     const struct text_edit *edit, const struct end ends[2],
                     struct inline_parser *parser)
{
    const struct text *text = &document->text;
    uint32_t start = text_line(text, text_line_of(text, time->where.start)).start;
    uint32_t stop = text_line(text, text_line_of(text, time->where.end)).end;
    struct arena arena;
    struct strbuf line;
    struct time_values times = {0};
    bool found = false;
    arena_init(&arena);
    strbuf_init(&line, STRBUF_NO_LIMIT);
    strbuf_append(&line, span_slice(text->bytes, (struct span){start, edit->span.start}));
    strbuf_append(&line, edit->new_text);
    strbuf_append(&line, span_slice(text->bytes, (struct span){edit->span.end, stop}));
    struct inlines inlines = inline_parse_hiding(parser, strbuf_slice(&line),
                                                 (struct span){0, (uint32_t)line.len}, &arena);
    int year = date_from_days(day_of(ends[0].was)).year;
    time_read(&inlines, strbuf_slice(&line), year, &arena, &times);
    for (size_t i = 0; i < times.len; i++) {
        const struct time_value *read = &times.items[i];
        found =
            found || (read->where.start == time->where.start - start && read->kind == TIME_SPAN &&
                      read->problem == TIME_OK && read->from.unit == ends[0].is.unit &&
                      read->to.unit == ends[1].is.unit && read->from.value == ends[0].is.value &&
                      read->to.value == ends[1].is.value);
    }
    strbuf_release(&line);
    arena_release(&arena);
    return found;
}

static bool is_written_date(struct time_point point)
{
    return point.unit == TIME_DATE || point.unit == TIME_QUARTER;
}

bool shift_time(const struct document *document, const struct time_value *time, struct shift shift,
                struct inline_parser *parser, struct arena *arena, struct text_edit *edit)
{
    struct slice bytes = document->text.bytes;
    bool two = !span_is_empty(time->second);
    struct end ends[2] = {{.written = span_slice(bytes, time->first), .was = time->from},
                          {.written = span_slice(bytes, two ? time->second : time->first),
                           .was = time->open ? time->from : time->to}};
    int count = 0;
    if (time->kind != TIME_SPAN || time->problem != TIME_OK || !document->loaded ||
        (!span_is_empty(time->weekday) && !count_in(shift, TIME_WEEK, &count)) ||
        !shift_end(&ends[0], !two && time->until, shift) || !shift_end(&ends[1], true, shift))
        return false;
    count_in(shift, time->from.unit, &count);
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    bool written = write_end(&ends[0], &ends[1], &out);
    if (two) {
        struct span between = {time->first.end, time->second.start};
        write_between(span_slice(bytes, between), time->from.unit, count, &out);
        written = written && write_end(&ends[1], &ends[0], &out);
    }
    edit->span = (struct span){time->first.start, two ? time->second.end : time->first.end};
    edit->new_text = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return written &&
           (!is_written_date(time->from) || reads_as(document, time, edit, ends, parser));
}

/* ---- how far ----------------------------------------------------------------------------------- */

/* In which unit a time can be moved. */
static enum time_unit unit_of(const struct document *document, const struct time_value *time)
{
    struct date_parts parts;
    return grain_of(span_slice(document->text.bytes, time->first), time->from, &parts);
}

/* Further than this nothing is shifted. */
#define MOST_MONTHS 120

/* The shift by which a time that begins on `begin` begins right behind `end`; its count is 0 where it
 * does, and where it never would. */
static struct shift shift_behind(const struct time_value *time, enum time_unit unit,
                                 date_days begin, date_days end, const struct workdays *workdays)
{
    struct shift shift = {unit, 0};
    if (unit == TIME_DAY || unit == TIME_WEEK) {
        date_days next = end + 1;
        if (time->from.unit == TIME_DATE && unit == TIME_DAY)
            next = workdays_next(workdays, next);
        int step = unit == TIME_WEEK || !span_is_empty(time->weekday) ? 7 : 1;
        int days = next - begin;
        int moved = (days > 0 ? days + step - 1 : days) / step * step;
        return moved % 7 ? (struct shift){TIME_DAY, moved} : (struct shift){TIME_WEEK, moved / 7};
    }
    int step = unit == TIME_QUARTER ? 3 : 1;
    while (shift.count < MOST_MONTHS && add_months(begin, shift.count * step, false) <= end)
        shift.count++;
    while (shift.count > -MOST_MONTHS && add_months(begin, (shift.count - 1) * step, false) > end)
        shift.count--;
    if (shift.count == MOST_MONTHS || shift.count == -MOST_MONTHS)
        shift.count = 0;
    return shift;
}

static bool find_shift(const struct document *document, const struct calendar *calendar,
                       const struct workdays *workdays, date_days end,
                       const struct time_value *time, struct shift *shift)
{
    struct day_span days;
    enum time_unit unit = unit_of(document, time);
    if (unit == TIME_NONE || end == DATE_NONE || !calendar_day_span(calendar, time, &days))
        return false;
    date_days begin = days.from == DATE_NONE ? days.to : days.from;
    if (begin == DATE_NONE)
        return false;
    *shift = shift_behind(time, unit, begin, end, workdays);
    return true;
}

bool shift_past(const struct document *document, const struct calendar *calendar,
                const struct workdays *workdays, date_days end, const struct time_value *time,
                struct shift *shift)
{
    return find_shift(document, calendar, workdays, end, time, shift) && shift->count > 0;
}

bool shift_up_to(const struct document *document, const struct calendar *calendar,
                 const struct workdays *workdays, date_days end, const struct time_value *time,
                 struct shift *shift)
{
    return find_shift(document, calendar, workdays, end, time, shift) && shift->count < 0;
}

/* ---- an item ----------------------------------------------------------------------------------- */

/* Is the time one that says when the item or a part of it is? */
static bool says_when(const struct document *document, const struct time_value *time)
{
    const struct model *model = document->model;
    uint32_t at = time->where.start;
    uint32_t heading = model_heading_at(model, at), field = model_field_at(model, at);
    uint32_t task = model_task_at(model, at);
    if (heading != NO_INDEX && model->headings.items[heading].item != NO_INDEX &&
        span_contains(model->headings.items[heading].title_span, at))
        return true;
    if (field != NO_INDEX && (model->fields.items[field].key == FIELD_TIMELINE ||
                              model->fields.items[field].key == FIELD_START))
        return true;
    return task != NO_INDEX && model->tasks.items[task].title_span.start <= at &&
           slice_trim(span_slice(document->text.bytes,
                                 (struct span){model->tasks.items[task].title_span.start, at}))
                   .len <= strlen("**");
}

/* "by Friday" stays as it is; "Jan 26" of an unknown year is a date all the same. */
static bool is_movable(struct slice bytes, const struct time_value *time)
{
    struct slice written = span_slice(bytes, time->where);
    if (time->kind == TIME_SPAN || time->kind == TIME_INVALID)
        return true;
    for (size_t i = 0; i < written.len && time->kind == TIME_RELATIVE; i++)
        if (ascii_is_digit(written.ptr[i]))
            return true;
    return false;
}

bool item_says_when(const struct document *document, uint32_t item)
{
    const struct model *model = document->model;
    struct span span = model->items.items[item].span;
    for (size_t i = model_time_from(model, span.start);
         i < model->times.len && model->times.items[i].where.start < span.end; i++)
        if (is_movable(document->text.bytes, &model->times.items[i]) &&
            says_when(document, &model->times.items[i]))
            return true;
    return false;
}

bool shift_item(const struct document *document, uint32_t item, struct shift shift,
                struct inline_parser *parser, struct arena *arena, struct edit_list *edits)
{
    const struct model *model = document->model;
    struct span span = model->items.items[item].span;
    size_t before = edits->len;
    for (size_t i = model_time_from(model, span.start);
         i < model->times.len && model->times.items[i].where.start < span.end; i++) {
        const struct time_value *time = &model->times.items[i];
        struct text_edit edit;
        if (!is_movable(document->text.bytes, time) || !says_when(document, time))
            continue;
        if (!shift_time(document, time, shift, parser, arena, &edit)) {
            edits->len = before;
            return false;
        }
        *VEC_PUSH(arena, edits) = text_edit_minimal(document->text.bytes, edit);
    }
    return edits->len > before;
}
