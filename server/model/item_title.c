/* item_title.c: an item's title, its keys, and the time its heading says. */
#include "model/carry.h"
#include "model/item_build.h"

#include "model/field_entries.h"
#include "model/plan_words.h"
#include "text/fold.h"

#include <string.h>

/* The first character of s behind space and marks, or 0 at its end. */
static unsigned char next_sign(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!memchr(" *_`~", s.ptr[i], 5))
            return (unsigned char)s.ptr[i];
    return 0;
}

static unsigned char previous_sign(struct slice s)
{
    for (size_t i = s.len; i-- > 0;)
        if (!memchr(" *_`~", s.ptr[i], 5))
            return (unsigned char)s.ptr[i];
    return 0;
}

/* Is a time set off from the words around it, by brackets, a separator or the title's end? */
static bool is_set_off(struct slice bytes, struct span title, struct span where)
{
    unsigned char before = previous_sign(slice_sub(bytes, title.start, where.start));
    unsigned char after = next_sign(slice_sub(bytes, where.end, title.end));
    return (before == 0 || before >= 0x80 || memchr("([:-|,.", before, 7)) &&
           (after == 0 || after >= 0x80 || memchr(")]:-|,.(;", after, 9));
}

#define PAREN_MAX 80 /* bytes of parentheses that still belong to a title's words */

static bool in_parens(struct slice bytes, struct span title, struct span where)
{
    uint32_t from = where.start > PAREN_MAX ? where.start - PAREN_MAX : 0;
    struct slice before = slice_sub(bytes, from > title.start ? from : title.start, where.start);
    size_t open = slice_find_last_byte(before, '(');
    return open != SLICE_NONE && slice_find_byte(slice_from(before, open), ')') == SLICE_NONE;
}

/* The time that says when the item is: a span set off, else a length of time in parentheses. */
static const struct time_value *title_time(struct builder *b, struct span title,
                                           struct time_values *times)
{
    const struct time_value *length = NULL;

    builder_times(b, title, times);
    for (size_t i = 0; i < times->len; i++) {
        const struct time_value *time = &times->items[i];
        bool parens = in_parens(b->bytes, title, time->where);
        if ((time->kind == TIME_SPAN || time->kind == TIME_INVALID) &&
            (parens || is_set_off(b->bytes, title, time->where)))
            return time;
        if (!length && parens &&
            ((time->kind == TIME_DURATION && !time->hours) || time->kind == TIME_RELATIVE))
            length = time;
    }
    return length;
}

/* "(Ongoing)", "(Year 2)": the time of an item that no calendar holds. */
static bool read_loose_time(struct slice bytes, struct span title, struct time_value *time)
{
    struct slice s = span_slice(bytes, title);

    for (size_t open = slice_find_byte(s, '('); open != SLICE_NONE;) {
        struct slice rest = slice_from(s, open + 1);
        size_t close = slice_find_byte(slice_sub(rest, 0, PAREN_MAX), ')');
        size_t next = slice_find_byte(rest, '(');
        if (close != SLICE_NONE && is_loose_time(slice_trim(slice_sub(rest, 0, close)))) {
            uint32_t start = title.start + (uint32_t)open + 1;
            *time = (struct time_value){.where = {start, start + (uint32_t)close},
                                        .kind = TIME_RELATIVE};
            return true;
        }
        open = next == SLICE_NONE ? SLICE_NONE : open + 1 + next;
    }
    return false;
}

/* "Weeks 1-5 (MVP)" → "MVP", "Foundation — Q1 2026" → "Foundation"; a name stays a name. */
static struct span cut_time(struct slice bytes, struct span name, struct span time)
{
    unsigned char before = previous_sign(slice_sub(bytes, name.start, time.start));
    struct span rest = name;

    if (time.start <= name.start + 1 && time.end > name.start && time.end < name.end) {
        struct slice s;
        rest = entry_trim(bytes, (struct span){time.end, name.end});
        s = span_slice(bytes, rest);
        if (s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')')
            rest = (struct span){rest.start + 1, rest.end - 1};
    } else if (time.end == name.end && time.start > name.start &&
               (before >= 0x80 || memchr(":-|,", before, 4))) {
        rest = entry_trim(bytes, (struct span){name.start, time.start});
    }
    return span_is_empty(rest) ? name : rest;
}

/* A name cut out of `**Phase 1: Name**` keeps one end of the mark: takes what has no partner. */
static struct slice drop_odd_marks(struct builder *b, struct slice plain)
{
    static const char *const marks[] = {"**", "`"};
    struct slice s = plain;

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct slice mark = slice_of(marks[i]);
        size_t at = slice_find(s, mark);
        char *joined;
        if (at == SLICE_NONE || slice_contains(slice_from(s, at + mark.len), mark))
            continue;
        joined = arena_array(b->scratch, s.len, 1);
        memcpy(joined, s.ptr, at);
        memcpy(joined + at, s.ptr + at + mark.len, s.len - at - mark.len);
        s = (struct slice){joined, s.len - mark.len};
    }
    return slice_trim(s);
}

static void read_title(struct builder *b, struct item *item, struct span title, struct span name,
                       struct span whole, bool timed)
{
    struct slice full_key;
    struct time_values times = {0};
    const struct time_value *time = NULL;
    struct time_value loose;

    if (slice_has_digit(span_slice(b->bytes, title)) || timed) {
        time = title_time(b, title, &times);
        if (time)
            name = cut_time(b->bytes, name, time->where);
    }
    if (!time && read_loose_time(b->bytes, title, &loose))
        time = &loose;
    if (time)
        *VEC_PUSH(b->scratch, &item->timeline) = (struct timeline_entry){
            .where = time->where,
            .time = *time,
            .text = builder_copy(b, time->where),
        };
    item->name_span = name;
    item->title = builder_keep(b, drop_odd_marks(b, builder_plain_scratch(b, name)));
    item->key = builder_keep(b, fold_title(b->scratch, item->title));
    full_key = fold_title(b->scratch, drop_odd_marks(b, builder_plain_scratch(b, whole)));
    item->full_key = slice_equal(full_key, item->key) ? item->key : builder_keep(b, full_key);
}

void item_title_read(struct builder *b, struct item *item, struct span title,
                     const struct title_parts *parts)
{
    struct span name = span_of(b->bytes, parts->name);
    struct span whole = span_of(b->bytes, parts->whole);
    const struct {
        int year, timed;
        uint32_t name, name_length, whole, whole_length;
    } with = {b->year,
              parts->time.len > 0,
              name.start - title.start,
              name.end - name.start,
              whole.start - title.start,
              whole.end - whole.start};
    struct carry carry = {
        MEMO_ITEM_TITLE, &layout_of_item, {(const char *)&with, sizeof with}, title};
    struct item read = {.kind = ITEM_OTHER};

    if (!carry_over(b, &carry, &read)) {
        read_title(b, &read, title, name, whole, parts->time.len > 0);
        carry_keep(b, &carry, &read);
    }
    item->name_span = read.name_span;
    item->title = read.title;
    item->key = read.key;
    item->full_key = read.full_key;
    for (size_t i = 0; i < read.timeline.len; i++)
        *VEC_PUSH(b->scratch, &item->timeline) = read.timeline.items[i];
}
