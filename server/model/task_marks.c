/* task_marks.c: the marks at the start of a list item or cell that say what state a task is in. */
#include "model/task_marks.h"

#include "text/utf8.h"

/* ---- emoji ----------------------------------------------------------------------------------- */

struct emoji_meaning {
    const char *text;
    enum emoji_state state;
    enum status status;
};

static const struct emoji_meaning emojis[] = {
    {"✅", EMOJI_DONE, STATUS_DONE},        {"☑", EMOJI_DONE, STATUS_DONE},
    {"✔", EMOJI_DONE, STATUS_DONE},        {"✓", EMOJI_DONE, STATUS_DONE},
    {"🗹", EMOJI_DONE, STATUS_DONE},     {"⬜", EMOJI_BOX, STATUS_TODO},
    {"☐", EMOJI_BOX, STATUS_TODO},         {"🔲", EMOJI_BOX, STATUS_TODO},
    {"◻", EMOJI_BOX, STATUS_TODO},         {"⏳", EMOJI_OPEN, STATUS_TODO},
    {"⌛", EMOJI_OPEN, STATUS_TODO},        {"🔜", EMOJI_OPEN, STATUS_TODO},
    {"🔄", EMOJI_OPEN, STATUS_DOING},       {"🚧", EMOJI_OPEN, STATUS_DOING},
    {"⏸", EMOJI_OPEN, STATUS_DEFERRED},  {"❌", EMOJI_DOUBTFUL, STATUS_TODO},
    {"✗", EMOJI_DOUBTFUL, STATUS_TODO},    {"✘", EMOJI_DOUBTFUL, STATUS_TODO},
    {"☒", EMOJI_DOUBTFUL, STATUS_TODO},    {"⚠", EMOJI_DOUBTFUL, STATUS_TODO},
    {"🔴", EMOJI_DOUBTFUL, STATUS_TODO},    {"🟡", EMOJI_DOUBTFUL, STATUS_DOING},
    {"🟠", EMOJI_DOUBTFUL, STATUS_TODO}, {"📋", EMOJI_DOUBTFUL, STATUS_TODO},
    {"🚫", EMOJI_DOUBTFUL, STATUS_BLOCKED},
};

static const struct emoji_meaning *emoji_at(struct slice s)
{
    if (s.len == 0 || (unsigned char)s.ptr[0] < 0xE2)
        return NULL;
    for (size_t i = 0; i < sizeof emojis / sizeof *emojis; i++)
        if (slice_starts(s, slice_of(emojis[i].text)))
            return &emojis[i];
    return NULL;
}

/* The emoji with its variation selector. */
static size_t emoji_length(struct slice s, const struct emoji_meaning *emoji)
{
    size_t length = slice_of(emoji->text).len;
    if (slice_starts(slice_from(s, length), SLICE("\xEF\xB8\x8F")))
        length += 3;
    return length;
}

enum emoji_state task_mark_emoji(struct slice bytes, struct span span, struct task_mark *mark)
{
    struct slice s = span_slice(bytes, span);
    const struct emoji_meaning *emoji = emoji_at(s);
    if (!emoji)
        return EMOJI_NONE;
    struct span at = {span.start, span.start + (uint32_t)emoji_length(s, emoji)};
    *mark = (struct task_mark){.span = at,
                               .state = at,
                               .source = TASK_FROM_EMOJI,
                               .status = emoji->status,
                               .done = emoji->status == STATUS_DONE};
    return emoji->state;
}

/* ---- boxes ----------------------------------------------------------------------------------- */

enum status task_status_of_mark(struct slice state, enum task_dialect dialect)
{
    static const struct {
        const char *mark;
        enum status status;
    } marks[] = {
        {"x", STATUS_DONE},     {"X", STATUS_DONE},    {"/", STATUS_DOING},   {"~", STATUS_DOING},
        {">", STATUS_DEFERRED}, {"!", STATUS_UNKNOWN}, {"?", STATUS_UNKNOWN},
    };
    state = slice_trim(state);
    if (state.len == 0)
        return STATUS_TODO;
    if (slice_is(state, "-"))
        return dialect == DIALECT_KIRO ? STATUS_DOING : STATUS_CANCELLED;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_is(state, marks[i].mark))
            return marks[i].status;
    const struct emoji_meaning *emoji = emoji_at(state);
    if (!emoji)
        return STATUS_UNKNOWN;
    return slice_starts(state, SLICE("❌")) ? STATUS_CANCELLED : emoji->status;
}

static void set_box(struct task_mark *mark, enum task_source source, struct span span,
                    struct span state, struct slice bytes)
{
    struct slice text = slice_trim(span_slice(bytes, state));
    bool x = slice_is_nocase(text, "x");
    *mark = (struct task_mark){.span = span,
                               .state = state,
                               .source = source,
                               .plain = text.len == 0 || x,
                               .done = x,
                               .status = x ? STATUS_DONE : STATUS_TODO};
}

/* Length of the one character between `[` and `]` (an emoji with its selector counts as one), or 0. */
static size_t one_character(struct slice inside)
{
    if (inside.len == 0)
        return 0;
    const struct emoji_meaning *emoji = emoji_at(inside);
    if (emoji)
        return emoji_length(inside, emoji);
    uint32_t codepoint;
    return utf8_decode(inside, &codepoint);
}

static bool at_gap(struct slice s, size_t at)
{
    return at >= s.len || ascii_is_space(s.ptr[at]);
}

/* `[]`, `[ x]`, `[x ]`, `[  ]` before a space, `[ ]text`; `close` is where the `]` stands. */
static bool is_bad_closed(struct slice s, size_t close)
{
    struct slice inside = slice_sub(s, 1, close);
    struct slice state = slice_trim(inside);
    if (inside.len > 3 || (state.len && !slice_is_nocase(state, "x")))
        return false;
    if (inside.len != 1)
        return close + 2 < s.len && s.ptr[close + 1] == ' ' && !ascii_is_space(s.ptr[close + 2]);
    char next = close + 1 < s.len ? s.ptr[close + 1] : ' ';
    return ascii_is_alnum(next) || (unsigned char)next >= 0x80 ||
           (next == '*' && close + 2 < s.len) || next == '`';
}

/* `[x text`, `[ text`: opened, never closed on the line. Brackets of prose hold more than a state. */
static bool is_bad_open(struct slice s)
{
    if (s.len < 4 || (s.ptr[1] != 'x' && s.ptr[1] != 'X' && s.ptr[1] != ' '))
        return false;
    size_t text = s.ptr[1] == ' ' ? 2 : 3;
    if (s.ptr[text - 1] != ' ')
        return false;
    return ascii_is_alpha(s.ptr[text]) || (unsigned char)s.ptr[text] >= 0x80 || s.ptr[text] == '*';
}

bool task_mark_box(struct slice bytes, struct span span, struct task_mark *mark)
{
    struct slice s = span_slice(bytes, span);
    if (s.len < 2 || s.ptr[0] != '[')
        return false;
    size_t close = slice_find_byte(s, ']');
    uint32_t start = span.start;
    if (close == SLICE_NONE) {
        if (!is_bad_open(s))
            return false;
        set_box(mark, TASK_FROM_BAD_BOX, (struct span){start, start + 2},
                (struct span){start + 1, start + 2}, bytes);
        return true;
    }
    struct span box = {start, start + (uint32_t)close + 1};
    struct span state = {start + 1, start + (uint32_t)close};
    size_t length = one_character(slice_sub(s, 1, close));
    if (length && length == close - 1 && at_gap(s, close + 1)) {
        set_box(mark, TASK_FROM_BOX, box, state, bytes);
        if (!mark->plain)
            mark->status = STATUS_UNKNOWN;
        return true;
    }
    if (length && length == close - 1 && close + 1 < s.len && s.ptr[close + 1] == '*' &&
        at_gap(s, close + 2)) {
        box.end++;
        set_box(mark, TASK_FROM_BOX, box, state, bytes);
        mark->optional = true;
        return mark->plain || slice_is(span_slice(bytes, state), "-");
    }
    if (!is_bad_closed(s, close))
        return false;
    set_box(mark, TASK_FROM_BAD_BOX, box, state, bytes);
    return true;
}

bool task_mark_is_doubtful(struct slice bytes, const struct task_mark *mark)
{
    struct slice state = span_slice(bytes, mark->state);
    return !mark->plain && state.len == 1 && ascii_is_alnum(state.ptr[0]);
}

bool task_mark_glued(struct slice bytes, struct span span, struct task_mark *mark)
{
    struct slice s = span_slice(bytes, span);
    size_t open = 0;
    while (open < s.len && open < 9 && ascii_is_digit(s.ptr[open]))
        open++;
    bool ordered = open > 0;
    if (open + 5 >= s.len)
        return false;
    char c = s.ptr[open];
    if (ordered ? c != '.' && c != ')' : c != '-' && c != '*' && c != '+')
        return false;
    open++;
    if (s.ptr[open] != '[' || s.ptr[open + 2] != ']' || s.ptr[open + 3] != ' ' ||
        ascii_is_space(s.ptr[open + 4]))
        return false;
    if (c == '*' && slice_find_byte(slice_from(s, open), '*') != SLICE_NONE)
        return false;
    char state = s.ptr[open + 1];
    if (state != ' ' && state != 'x' && state != 'X')
        return false;
    uint32_t at = span.start + (uint32_t)open;
    set_box(mark, TASK_FROM_BAD_BOX, (struct span){at, at + 3}, (struct span){at + 1, at + 2},
            bytes);
    return true;
}
