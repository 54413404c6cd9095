/* task_due.c: the day by which a task is to be done, as its own words say: "📅 2026-02-01",
 * "[due:: 2026-02-01]", "(due: 2026-02-01)", a label below it, its front matter.
 */
#include "model/plan_words.h"
#include "model/task_build.h"

#include <string.h>

/* The bytes in front of a date, taken away from their end piece by piece. */
struct lead {
    struct slice s;
    bool colon;
};

static void trim_lead(struct lead *lead)
{
    while (lead->s.len && strchr(" :*_\t", lead->s.ptr[lead->s.len - 1])) {
        lead->colon = lead->colon || lead->s.ptr[lead->s.len - 1] == ':';
        lead->s.len--;
    }
}

static struct slice take_word(struct lead *lead)
{
    size_t start = lead->s.len;
    while (start > 0 && (ascii_is_alpha(lead->s.ptr[start - 1]) ||
                         (unsigned char)lead->s.ptr[start - 1] >= 0x80))
        start--;
    struct slice word = slice_from(lead->s, start);
    lead->s.len = start;
    trim_lead(lead);
    return word;
}

static bool take_ending(struct lead *lead, const char *ending)
{
    if (!slice_ends(lead->s, slice_of(ending)))
        return false;
    lead->s.len -= strlen(ending);
    return true;
}

static bool ends_in_sign(struct lead *lead)
{
    take_ending(lead, "\xEF\xB8\x8F"); /* asks for the colourful form of the emoji before it */
    return take_ending(lead, "📅") || take_ending(lead, "📆") || take_ending(lead, "🗓");
}

static bool is_filler(struct slice word)
{
    static const char *const fillers[] = {"on", "by", "date", "am", "le", "el"};
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        if (slice_is_nocase(word, fillers[i]))
            return true;
    return false;
}

/* Nothing but closing brackets and marks behind it, emoji fields, or a colon. */
static bool is_at_end_of_part(struct slice behind)
{
    size_t at = 0;
    if (slice_starts(behind, SLICE(":")))
        return true;
    while (at < behind.len && strchr(" )].,;*_", behind.ptr[at]))
        at++;
    return at == behind.len || (unsigned char)behind.ptr[at] >= 0xE2;
}

/* Is the date at `where` in `text` said as the day it is due? In a sentence such words may speak of
 * something else ("read the invoice due 2026-02-01 again"): they open a bracket or a part, or end it all. */
static bool is_due(struct slice bytes, struct span text, struct span where)
{
    struct lead lead = {span_slice(bytes, (struct span){text.start, where.start}), false};
    trim_lead(&lead);
    if (ends_in_sign(&lead))
        return true;
    struct slice word = take_word(&lead);
    for (int i = 0; i < 2 && is_filler(word); i++)
        word = take_word(&lead);
    bool plain = slice_is_nocase(word, "due") || slice_is(word, "fällig");
    if (!word.len || !is_end_label(word) || !(lead.colon || plain))
        return false;
    return lead.s.len == 0 || strchr("([,;|-", lead.s.ptr[lead.s.len - 1]) ||
           slice_ends(lead.s, SLICE("—")) || slice_ends(lead.s, SLICE("–")) ||
           slice_ends(lead.s, SLICE("·")) ||
           is_at_end_of_part(span_slice(bytes, (struct span){where.end, text.end}));
}

static void set_due(struct task *task, const struct time_value *time)
{
    if (time->kind != TIME_SPAN || time->to.unit != TIME_DATE || !time->year_given ||
        time->problem == TIME_REVERSED || task->due != DATE_NONE)
        return;
    task->due = time->to.value;
    task->due_span = time->where;
}

/* A quick look, since few tasks say a day: a year's digits, and what may introduce them. */
static bool may_say_due(struct slice s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++)
        digits += ascii_is_digit(s.ptr[i]);
    return digits >= 4 && (slice_find_byte(s, ':') != SLICE_NONE ||
                           slice_find_nocase(s, SLICE("due")) != SLICE_NONE ||
                           slice_contains(s, SLICE("fällig")) || slice_contains(s, SLICE("📅")) ||
                           slice_contains(s, SLICE("📆")) || slice_contains(s, SLICE("🗓")));
}

void task_read_due(struct task_maker *maker, struct span text, struct task *task)
{
    struct time_values times = {0};
    if (!may_say_due(span_slice(maker->b->bytes, text)))
        return;
    builder_times(maker->b, text, &times);
    for (size_t i = 0; i < times.len; i++)
        if (is_due(maker->b->bytes, text, times.items[i].where))
            set_due(task, &times.items[i]);
}

void task_read_due_field(struct task_maker *maker, struct slice label, struct span value,
                         struct task *task)
{
    struct time_values times = {0};
    if (!is_end_label(label) || span_is_empty(value))
        return;
    builder_times(maker->b, value, &times);
    if (times.len)
        set_due(task, &times.items[0]);
}
