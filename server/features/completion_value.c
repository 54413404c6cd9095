/* completion_value.c: what a field may say: on a line behind its label, in the list below it. */
#include "features/completion.h"

#include "model/words.h"

#include <string.h>

/* ---- where a value stands -------------------------------------------------------------------- */

static bool is_margin(char c)
{
    return ascii_is_space(c) || strchr(">-*+_", c) != NULL;
}

struct slice completing_label(struct slice s)
{
    while (s.len && is_margin(s.ptr[0]))
        s = slice_from(s, 1);
    if (s.len > 3 && s.ptr[0] == '[' && s.ptr[2] == ']')
        s = slice_from(s, 3);
    while (s.len && strchr(" *_[(|", s.ptr[0]))
        s = slice_from(s, 1);
    while (s.len && strchr(" *_", s.ptr[s.len - 1]))
        s = slice_sub(s, 0, s.len - 1);
    for (size_t i = s.len; i-- > 1;) /* behind an emoji and whatever else stands before the marks */
        if (s.ptr[i] == '*' && s.ptr[i - 1] == '*')
            return slice_from(s, i + 1);
    return s;
}

/* Where the part of the line begins that the colon at `colon` may close: behind a separator. */
static size_t part_start(struct slice head, size_t colon)
{
    size_t start = colon;
    while (start > 0 && !strchr("|;[(", head.ptr[start - 1]) &&
           !slice_starts(slice_from(head, start), SLICE("·")) &&
           !slice_starts(slice_from(head, start), SLICE("•")))
        start--;
    if (slice_starts(slice_from(head, start), SLICE("·")))
        start += 2;
    else if (slice_starts(slice_from(head, start), SLICE("•")))
        start += 3;
    return start;
}

/* The last label of the line before the cursor; *value is where its value may begin. A label whose
 * closing marks are still before the cursor (`**Owner:‸**`) has none yet. */
static enum field_key label_before(const struct completing *c, uint32_t *value)
{
    struct slice head = c->head;
    for (size_t i = head.len; i-- > 0;) {
        size_t colon = head.ptr[i] == ':'                               ? 1
                       : slice_starts(slice_from(head, i), SLICE("：")) ? 3
                                                                        : 0;
        if (colon == 0)
            continue;
        size_t start = part_start(head, i);
        enum field_key key =
            field_key_of(completing_label(slice_sub(head, start, i)), &c->workspace->settings);
        if (key == FIELD_OTHER && start > 0 && head.ptr[start - 1] == '[')
            key = field_key_of(completing_label(slice_sub(head, 0, i)), &c->workspace->settings);
        size_t at = i + colon;
        while (at < head.len && (head.ptr[at] == '*' || head.ptr[at] == '_' || head.ptr[at] == ':'))
            at++;
        bool open = at == head.len && c->tail.len && c->tail.ptr[0] == '*';
        if (key == FIELD_OTHER || open)
            continue;
        *value = c->line.start + (uint32_t)at;
        return key;
    }
    return FIELD_OTHER;
}

uint32_t completing_value_end(const struct completing *c)
{
    uint32_t end = c->offset;
    while (end < c->line.end && !strchr("|]", c->bytes.ptr[end]))
        end++;
    while (end > c->offset && ascii_is_space(c->bytes.ptr[end - 1]))
        end--;
    return end;
}

/* ---- the list below a label ------------------------------------------------------------------ */

static uint32_t indent_of(struct slice line)
{
    uint32_t indent = 0;
    while (indent < line.len && (line.ptr[indent] == ' ' || line.ptr[indent] == '\t'))
        indent++;
    return indent;
}

size_t completing_bullet(struct slice line)
{
    size_t at = indent_of(line);
    size_t mark = at;
    while (mark < line.len && ascii_is_digit(line.ptr[mark]))
        mark++;
    bool bullet = mark == at ? mark < line.len && strchr("-*+", line.ptr[mark])
                             : mark < line.len && strchr(".)", line.ptr[mark]);
    if (!bullet || mark + 1 >= line.len || line.ptr[mark + 1] != ' ')
        return SLICE_NONE;
    while (mark + 1 < line.len && line.ptr[mark + 1] == ' ')
        mark++;
    return mark + 1;
}

/* So many lines a list below a label may have. */
#define MAX_LIST_LINES 200

/* The field whose list the cursor's line is in: the nearest line above with less indentation, if it
 * ends in a label. */
static enum field_key list_field(const struct completing *c, uint32_t *label_line)
{
    const struct text *text = &c->document->text;
    uint32_t line = text_line_of(text, c->line.start), indent = indent_of(c->head);
    for (unsigned looked = 0; line-- > 0 && looked < MAX_LIST_LINES; looked++) {
        struct span span = text_line(text, line);
        struct slice above = span_slice(c->bytes, span);
        if (slice_trim(above).len == 0 || indent_of(above) > indent ||
            (indent_of(above) == indent && completing_bullet(above) != SLICE_NONE))
            continue;
        struct slice label = slice_trim_end(above);
        while (label.len && strchr("*_", label.ptr[label.len - 1]))
            label = slice_sub(label, 0, label.len - 1);
        if (slice_ends(label, SLICE(":")))
            label = slice_sub(label, 0, label.len - 1);
        else if (!slice_ends(slice_trim_end(above), SLICE("**")) && above.ptr[0] != '#')
            return FIELD_OTHER;
        while (label.len && label.ptr[0] == '#')
            label = slice_from(label, 1);
        *label_line = line;
        return field_key_of(completing_label(label), &c->workspace->settings);
    }
    return FIELD_OTHER;
}

static bool complete_entry(struct completing *c)
{
    size_t start = completing_bullet(c->head);
    uint32_t line;
    if (start == SLICE_NONE)
        return false;
    /* "A depends on ‸" names the other side. */
    if (slice_find_nocase(slice_from(c->head, start), SLICE(" depends on ")) != SLICE_NONE)
        return false;
    enum field_key key = list_field(c, &line);
    uint32_t from = c->line.start + (uint32_t)start;
    switch (key) {
    case FIELD_OWNER:
    case FIELD_DEPENDENCIES:
    case FIELD_BLOCKS:
    case FIELD_INITIATIVE:
        return complete_value(c, key, from, completing_value_end(c));
    case FIELD_BLOCKERS:
        if (start == c->head.len && completing_wants(c, ""))
            complete_risk(c, from, completing_value_end(c));
        return true;
    case FIELD_TIMELINE:
        /* Behind the time comes what happens then. */
        if (slice_find_byte(slice_from(c->head, start), ':') != SLICE_NONE)
            return true;
        complete_times(c, from, completing_value_end(c));
        return true;
    default:
        return false;
    }
}

/* Has the user just come to a place where a name or value begins? A space within one asks nothing. */
static bool is_at_beginning(const struct completing *c)
{
    struct slice before = slice_trim_end(c->head);
    if (c->trigger == ':')
        return true;
    return before.len == 0 || strchr(":,;&/|*_-+", before.ptr[before.len - 1]) ||
           slice_ends(before, SLICE("："));
}

/* Is the last `**` of the line one that opens? */
static bool is_bold_open(struct slice head)
{
    bool open = false;
    for (size_t i = 0; i + 1 < head.len; i++)
        if (head.ptr[i] == '*' && head.ptr[i + 1] == '*') {
            open = !open;
            i++;
        }
    return open;
}

bool complete_field_value(struct completing *c)
{
    uint32_t start;
    if (c->trigger == ':' && is_bold_open(c->head)) /* `**Owner:` is to be closed first */
        return true;
    if (!completing_wants(c, " :@*") || (c->trigger && c->trigger != '@' && !is_at_beginning(c)) ||
        (c->trigger == '*' && !slice_ends(c->head, SLICE(":**"))))
        return false;
    enum field_key key = label_before(c, &start);
    if (key != FIELD_OTHER && complete_value(c, key, start, completing_value_end(c)))
        return true;
    return complete_cell(c) || complete_entry(c);
}

/* ---- what siblings say ----------------------------------------------------------------------- */

#define MAX_SIBLING_VALUES 12
/* A longer value is prose that nobody repeats. */
#define MAX_VALUE_BYTES 60

struct said {
    struct slice value;
    uint32_t times, item;
};

/* The values of the fields of this key in the document, most frequent first. */
static void complete_said(struct completing *c, enum field_key key, uint32_t start, uint32_t end)
{
    struct said said[MAX_SIBLING_VALUES];
    size_t count = 0;
    completing_from(c, start, end);
    for (size_t i = 0; i < c->model->fields.len; i++) {
        const struct field *field = &c->model->fields.items[i];
        struct slice value = span_slice(c->bytes, field->value);
        size_t at = 0;
        if (field->key != key || value.len == 0 || value.len > MAX_VALUE_BYTES ||
            span_touches(field->value, c->offset))
            continue;
        while (at < count && !slice_equal(said[at].value, value))
            at++;
        if (at == MAX_SIBLING_VALUES)
            continue;
        if (at == count)
            said[count++] = (struct said){value, 0, field->item};
        said[at].times++;
        for (; at > 0 && said[at].times > said[at - 1].times; at--) {
            struct said swap = said[at];
            said[at] = said[at - 1];
            said[at - 1] = swap;
        }
    }
    for (size_t i = 0; i < count; i++) {
        /* Hardly two items cost the same, unless they all do: told to who asks. */
        if (key == FIELD_BUDGET && c->trigger && said[i].times == 1)
            continue;
        struct planls_completion *completion = completing_add(
            c, PLANLS_COMPLETION_VALUE, said[i].value, completing_value(c, said[i].value));
        if (completion && said[i].item != NO_INDEX && said[i].times == 1)
            completion->detail = arena_printf(c->arena, "as “%.*s”",
                                              SLICE_ARG(c->model->items.items[said[i].item].title));
    }
}

static void complete_today(struct completing *c, uint32_t start, uint32_t end)
{
    completing_from(c, start, end);
    if (c->workspace->today == DATE_NONE)
        return;
    struct date date = date_from_days(c->workspace->today);
    const char *today = arena_printf(c->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    struct planls_completion *completion = completing_add(
        c, PLANLS_COMPLETION_TIME, slice_of(today), completing_value(c, slice_of(today)));
    if (completion)
        completion->detail = "today";
}

bool complete_value(struct completing *c, enum field_key key, uint32_t start, uint32_t end)
{
    /* A label's colon comes before a space, which the value brings along where it is not there yet. */
    char before = start > c->line.start ? c->bytes.ptr[start - 1] : ' ';
    c->spaced = start == c->offset && strchr(":*_", before) != NULL;
    while (start < c->offset && ascii_is_space(c->bytes.ptr[start]))
        start++;
    switch (key) {
    case FIELD_OWNER:
        complete_people(c, start, end);
        return true;
    case FIELD_STATUS:
        complete_statuses(c, start, end);
        return true;
    case FIELD_TIMELINE:
        complete_times(c, start, end);
        return true;
    case FIELD_DEPENDENCIES:
    case FIELD_BLOCKS:
        complete_dependencies(c, start, end);
        return true;
    case FIELD_INITIATIVE:
        complete_item_names(c, start, end);
        return true;
    case FIELD_LAST_UPDATED:
    case FIELD_DATE:
    case FIELD_START:
        complete_today(c, start, end);
        return true;
    case FIELD_BUDGET:
    case FIELD_EFFORT:
    case FIELD_PRIORITY:
    case FIELD_UPDATE_FREQUENCY:
    case FIELD_AUDIENCE:
        complete_said(c, key, start, end);
        return true;
    default:
        return false;
    }
}
