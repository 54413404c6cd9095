/* times.c: every date and span of time said outside code, for the rules about time. */
#include "model/builder.h"
#include "model/line_questions.h"

#include <stdlib.h>

/* The word before `at`, over spaces and a dot; and the word at `at`, over spaces and a hyphen. */
static struct slice word_before(struct slice s, size_t at)
{
    size_t end, start;
    while (at > 0 && (s.ptr[at - 1] == ' ' || s.ptr[at - 1] == '.'))
        at--;
    end = start = at;
    while (start > 0 &&
           (ascii_is_alpha(s.ptr[start - 1]) || (unsigned char)s.ptr[start - 1] >= 0x80))
        start--;
    return slice_sub(s, start, end);
}

static struct slice word_behind(struct slice s, size_t at)
{
    size_t end;
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '.'))
        at++;
    end = at;
    while (end < s.len && (ascii_is_alpha(s.ptr[end]) || (unsigned char)s.ptr[end] >= 0x80))
        end++;
    return slice_sub(s, at, end);
}

/* Is the digit run [start, end) part of 2026-01-15, 15/1/2026, 15.1.2026? */
static bool is_date_shaped(struct slice s, size_t start, size_t end)
{
    size_t digits = end - start, at = end, parts = 1;

    if (digits == 4 && end + 1 < s.len && (s.ptr[end] == '-' || s.ptr[end] == '/'))
        return ascii_is_digit(s.ptr[end + 1]);
    if (digits > 2 || end >= s.len || (s.ptr[end] != '/' && s.ptr[end] != '.'))
        return false;
    while (at + 1 < s.len && s.ptr[at] == s.ptr[end] && ascii_is_digit(s.ptr[at + 1])) {
        for (at++; at < s.len && ascii_is_digit(s.ptr[at]); at++)
            ;
        parts++;
    }
    return parts >= 3;
}

static bool is_time_word(struct slice word)
{
    return word.len && word.len <= 24 &&
           (time_unit_of(word) != TIME_NONE || month_of(word) || slice_is_nocase(word, "q") ||
            slice_is_nocase(word, "h") || slice_is_nocase(word, "w") ||
            slice_is_nocase(word, "kw") || slice_is_nocase(word, "cw"));
}

#define FILLER_MAX 2 /* bytes of what may stand between day and month: "de", "of", "st", "er" */

/* Could the text hold a date or a span? A quick look, since most lines with digits hold none. */
static bool may_hold_time(struct slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        size_t end = i;
        struct slice word, filler = {NULL, 0};
        if (!ascii_is_digit(s.ptr[i]))
            continue;
        while (end < s.len && ascii_is_digit(s.ptr[end]))
            end++;
        if (is_date_shaped(s, i, end) || is_time_word(word_before(s, i)))
            return true;
        word = word_behind(s, end);
        if (word.len && word.len <= FILLER_MAX) /* "3 de marzo", "1st April" */
            filler = word_behind(s, (size_t)(word.ptr - s.ptr) + word.len);
        if ((word.len && word.len <= 24 && month_of(word)) ||
            (filler.len && filler.len <= 24 && month_of(filler)))
            return true;
        if (end < s.len && (unsigned char)s.ptr[end] >= 0xE3 && (unsigned char)s.ptr[end] < 0xF0)
            return true; /* 12月1日 */
        i = end - 1;
    }
    return false;
}

/* Does the text up to `end` end in the letters, in any case? */
static bool ends_at(struct slice s, size_t end, struct slice letters)
{
    return slice_ends_nocase(slice_sub(s, 0, end), letters);
}

/* Could it hold "by Friday" or "this week"? They need no digit. Looks at what stands before each space
 * and at each k: one of the words ends there. */
static bool may_hold_relative(struct slice s)
{
    for (size_t i = 1; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == ' ') {
            char last = ascii_lower(s.ptr[i - 1]);
            if ((last == 'y' && ends_at(s, i, SLICE("by"))) ||
                (last == 'l' && ends_at(s, i, SLICE("until"))) ||
                (last == 'e' && (ends_at(s, i, SLICE("due")) || ends_at(s, i, SLICE("before")))))
                return true;
        } else if ((c | 0x20) == 'k' && (ends_at(s, i + 1, SLICE("this week")) ||
                                         ends_at(s, i + 1, SLICE("next week")))) {
            return true;
        }
    }
    return false;
}

bool line_may_hold_time(struct slice s)
{
    return may_hold_time(s) || may_hold_relative(s);
}

/* Dates of the front matter that cannot be; those that can stand in the fields they are. */
static void read_front_matter(struct builder *b)
{
    for (size_t i = 0; i < b->model->fields.len; i++) {
        const struct field *field = &b->model->fields.items[i];
        struct time_values times = {0};
        if (field->form != FIELD_FORM_FRONT_MATTER)
            return;
        if (field->key != FIELD_START && field->key != FIELD_DATE && field->key != FIELD_TIMELINE &&
            field->key != FIELD_LAST_UPDATED)
            continue;
        builder_times(b, field->value, &times);
        for (size_t t = 0; t < times.len; t++)
            if (times.items[t].problem == TIME_NO_SUCH_DATE)
                *VEC_PUSH(b->scratch, &b->model->times) = times.items[t];
    }
}

static int compare_starts(const void *a, const void *b)
{
    const struct time_value *x = a, *y = b;
    return x->where.start < y->where.start ? -1 : x->where.start > y->where.start;
}

/* The cells of columns of weeks, which only their column shows to be times. */
static void add_week_cells(struct builder *b)
{
    for (size_t i = 0; i < b->week_cells.len; i++)
        *VEC_PUSH(b->scratch, &b->model->times) = b->week_cells.items[i];
    if (b->week_cells.len)
        qsort(b->model->times.items, b->model->times.len, sizeof *b->model->times.items,
              compare_starts);
}

void build_times(struct builder *b)
{
    read_front_matter(b);
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        const struct block *block = &b->blocks->v[i];
        struct time_values times = {0};
        if (block->kind != BLOCK_LINE && block->kind != BLOCK_CELL && block->kind != BLOCK_HEADING)
            continue;
        if (!line_is(b, i, LINE_MAY_HOLD_TIME))
            continue;
        builder_times(b, block->text, &times);
        for (size_t t = 0; t < times.len; t++)
            if (times.items[t].kind != TIME_DURATION)
                *VEC_PUSH(b->scratch, &b->model->times) = times.items[t];
    }
    add_week_cells(b);
}
