/* task_text.c: a task's own text: id, tags, title, and what is cut off the title's end. */
#include "model/carry.h"
#include "model/labels.h"
#include "model/task_build.h"
#include "model/task_words.h"

#include <string.h>

#define TITLE_JOIN_MAX 512 /* bytes of a paragraph of several lines that is taken as one title */

/* ---- the beginning --------------------------------------------------------------------------- */

/* Length of what separates an id from the title at `at`: ": ", ". ", ") ", " — ", " - "; spaces. */
static size_t separator_length(struct slice s, size_t at)
{
    size_t from = at;
    for (;;) {
        struct slice rest = slice_from(s, at);
        if (slice_starts(rest, SLICE("—")) || slice_starts(rest, SLICE("–")) ||
            slice_starts(rest, SLICE("：")))
            at += 3;
        else if (rest.len && (ascii_is_space(rest.ptr[0]) || rest.ptr[0] == ':' ||
                              (at == from && (rest.ptr[0] == '.' || rest.ptr[0] == ')'))))
            at++;
        else if (slice_starts(rest, SLICE("- ")) || slice_starts(rest, SLICE("| ")))
            at += 2;
        else
            return at - from;
    }
}

/* Bytes of marks that close what was opened before the id; SIZE_MAX where bold goes on behind it. */
static size_t closing_length(struct slice before, struct slice after)
{
    size_t at = 0;
    if (before.len == 0)
        return 0;
    if (slice_starts(before, SLICE("**"))) {
        size_t colon = slice_starts(after, SLICE(":")) ? 1 : 0;
        if (!slice_starts(slice_from(after, colon), SLICE("**")))
            return SIZE_MAX;
        return colon + 2;
    }
    while (at < after.len && at < before.len && strchr("*`]~", after.ptr[at]))
        at++;
    return at;
}

/* `[P]`, `[US1]`, `[Backend]` before the title: no link, no reference. */
static size_t tag_length(struct slice s)
{
    if (s.len < 3 || (s.ptr[0] != '[' && !slice_starts(s, SLICE("(P)"))))
        return 0;
    if (s.ptr[0] == '(')
        return 3;
    size_t i = 1;
    while (i < s.len && i < 32 && (ascii_is_alnum(s.ptr[i]) || strchr("+,/ _-&", s.ptr[i])))
        i++;
    if (i < 2 || i >= s.len || s.ptr[i] != ']')
        return 0;
    if (i + 1 < s.len && strchr("([:", s.ptr[i + 1]) && s.ptr[i + 1] != '[')
        return 0;
    return i + 1;
}

/* Skips tags; notes what [P] or (P) says where the dialect has it. */
static size_t skip_tags(enum task_dialect dialect, struct slice s, size_t at, bool *parallel)
{
    for (;;) {
        struct slice rest = slice_from(s, at);
        size_t length = tag_length(rest);
        if (length == 0 || (rest.ptr[0] == '(' && dialect != DIALECT_KIRO))
            return at;
        if (slice_starts(rest, SLICE("[P]")))
            *parallel = *parallel || dialect == DIALECT_SPEC_KIT;
        else if (rest.ptr[0] == '(')
            *parallel = true;
        at += length;
        at += separator_length(s, at);
    }
}

/* ---- the end --------------------------------------------------------------------------------- */

/* "2h", "~20 min", "3-5 days", "1,5 Stunden", "5 pts": an estimate and nothing else. */
static bool is_estimate(struct slice s)
{
    static const char *const units[] = {
        "min",     "mins",   "minutes", "minute", "h",   "hr", "hrs",    "hour",  "hours",
        "d",       "w",      "m",       "pt",     "pts", "sp", "points", "point", "story points",
        "stunden", "stunde", "heures",  "horas",  "pd",  "md", NULL};
    s = slice_trim(s);
    size_t at = 0;
    while (at < s.len && (strchr("~<≈", s.ptr[at]) || ascii_is_space(s.ptr[at])))
        at++;
    size_t first = at;
    while (at < s.len && (ascii_is_digit(s.ptr[at]) || strchr(".,-+ ", s.ptr[at]) ||
                          slice_starts(slice_from(s, at), SLICE("–"))))
        at += (unsigned char)s.ptr[at] >= 0x80 ? 3 : 1;
    struct slice unit = slice_trim(slice_from(s, at));
    if (at == first || !ascii_is_digit(s.ptr[first]) || unit.len == 0)
        return false;
    for (size_t i = 0; units[i]; i++)
        if (slice_is_nocase(unit, units[i]))
            return true;
    return time_unit_of(unit) != TIME_NONE;
}

/* Is every word of the parentheses an @name? */
static bool is_mentions(struct slice s)
{
    bool any = false;
    for (size_t i = 0; i < s.len;) {
        if (ascii_is_space(s.ptr[i]) || s.ptr[i] == ',') {
            i++;
            continue;
        }
        if (s.ptr[i] != '@')
            return false;
        any = true;
        while (i < s.len && !ascii_is_space(s.ptr[i]) && s.ptr[i] != ',')
            i++;
    }
    return any;
}

/* Where the parenthesis that ends the text begins, or SLICE_NONE. */
static size_t last_group(struct slice s, char open, char close)
{
    size_t depth = 0;
    if (s.len == 0 || s.ptr[s.len - 1] != close)
        return SLICE_NONE;
    for (size_t i = s.len; i-- > 0;) {
        depth += s.ptr[i] == close;
        if (s.ptr[i] == open && --depth == 0)
            return i;
    }
    return SLICE_NONE;
}

/* A link to a section and nothing else: `[[plan#Pier]]`, `[Pier](plan.md#pier)`. */
static bool is_section_link(struct slice s)
{
    s = slice_trim(s);
    if (slice_find_byte(s, '#') == SLICE_NONE)
        return false;
    if (slice_starts(s, SLICE("[[")))
        return slice_find(s, SLICE("]]")) == s.len - 2;
    size_t close = slice_find(s, SLICE("]("));
    return s.len && s.ptr[0] == '[' && close != SLICE_NONE && slice_find_byte(s, ']') == close &&
           slice_find_byte(s, ')') == s.len - 1;
}

/* Where the link to a section begins that ends the text, bare or in brackets; SLICE_NONE where none does. */
static size_t section_link_start(struct slice s)
{
    size_t open = last_group(s, '(', ')');
    if (open != SLICE_NONE && is_section_link(slice_sub(s, open + 1, s.len - 1)))
        return open;
    open = last_group(s, '[', ']');
    bool wiki = open != SLICE_NONE && slice_starts(slice_from(s, open), SLICE("[["));
    return wiki && is_section_link(slice_from(s, open)) ? open : SLICE_NONE;
}

/* Without an @name behind such a link: there it is who does it, and no word of the title. */
static struct slice without_mention(struct slice s)
{
    size_t at = slice_find_last_byte(s, '@');
    if (at == SLICE_NONE || at == 0 || !is_mentions(slice_from(s, at)))
        return s;
    struct slice before = slice_trim_end(slice_sub(s, 0, at));
    return section_link_start(before) == SLICE_NONE ? s : before;
}

/* Without the dash or arrow that led to what was cut off. */
static uint32_t without_lead(struct slice bytes, struct span text)
{
    static const char *const leads[] = {"→", "->", "—", "–", "-", "·", "|", ":", ","};
    text = span_trim(bytes, text);
    struct slice s = span_slice(bytes, text);
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (slice_ends(s, slice_of(leads[i])) && s.len > strlen(leads[i]))
            return text.end - (uint32_t)strlen(leads[i]);
    return text.end;
}

/* The title's end without estimates, dependencies, people, fields and what it serves behind it. */
static uint32_t title_end(struct slice bytes, struct span text)
{
    text.end = task_signs_start(bytes, text);
    for (;;) {
        struct span trimmed = span_trim(bytes, text);
        struct slice s = without_mention(span_slice(bytes, trimmed));
        text.end = trimmed.start + (uint32_t)s.len;
        size_t open = section_link_start(s);
        if (open != SLICE_NONE && open > 0) {
            text.end = trimmed.start + (uint32_t)open;
            text.end = without_lead(bytes, text);
            continue;
        }
        open = last_group(s, '(', ')');
        if (open != SLICE_NONE && open > 0) {
            struct slice inside = slice_sub(s, open + 1, s.len - 1);
            if (!is_estimate(inside) && !is_mentions(inside) && dependency_words(inside) == 0 &&
                !slice_contains(inside, SLICE(":: ")))
                return text.end;
            text.end = trimmed.start + (uint32_t)open;
            continue;
        }
        open = last_group(s, '[', ']');
        if (open == SLICE_NONE || open == 0 || !slice_contains(slice_from(s, open), SLICE(":: ")))
            return text.end;
        text.end = trimmed.start + (uint32_t)open;
    }
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* The text with the lines of its paragraph that only continue it. */
static struct span whole_text(const struct builder *b, const struct task_draft *draft)
{
    struct span text = draft->text;
    const struct block *v = b->blocks->v;
    uint32_t first =
        v[draft->block].kind == BLOCK_ITEM ? block_first_child(b->blocks, draft->block) : 0;
    if (!first || v[first].kind != BLOCK_PARAGRAPH ||
        block_enclosing(b->blocks, draft->block, BLOCK_QUOTE))
        return text;
    for (uint32_t line = block_next_sibling(b->blocks, first + 1); line;
         line = block_next_sibling(b->blocks, line)) {
        struct label label;
        struct task_mark mark;
        if (v[line].text.end - text.start > TITLE_JOIN_MAX || span_is_empty(v[line].text) ||
            b->bytes.ptr[v[line].text.start] == '_' || label_read(b->bytes, v[line].text, &label) ||
            task_mark_glued(b->bytes, v[line].text, &mark))
            break;
        text.end = v[line].text.end;
    }
    return text;
}

static struct slice joined_lines(struct builder *b, struct slice s)
{
    char *out = arena_alloc(b->arena, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool space = ascii_is_space(s.ptr[i]);
        if (space && (len == 0 || out[len - 1] == ' '))
            continue;
        out[len++] = space ? ' ' : s.ptr[i];
    }
    return (struct slice){out, len};
}

static struct slice plain_title(struct builder *b, struct span span)
{
    if (span_is_empty(span))
        return SLICE("");
    struct slice plain = builder_plain(b, span);
    return slice_find_byte(plain, '\n') == SLICE_NONE ? plain : joined_lines(b, plain);
}

static bool is_in_brackets(struct slice before)
{
    size_t close = slice_find_last_byte(before, ']'), open = slice_find_last_byte(before, '[');
    return open != SLICE_NONE && (close == SLICE_NONE || close < open);
}

/* Could it hold a length of time? A unit stands behind the number, so none does where a bracket closes
 * there: most texts behind titles are links with numbers in them. */
static bool may_hold_length(struct slice s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!ascii_is_digit(s.ptr[i]))
            continue;
        while (i < s.len && (ascii_is_digit(s.ptr[i]) || memchr(" .,-", s.ptr[i], 4)))
            i++;
        if (i < s.len && !memchr(")]}|\"", s.ptr[i], 5))
            return true;
    }
    return false;
}

/* The first length of time in what stands behind the title, but for links' texts. */
static double read_estimate(struct builder *b, struct span behind)
{
    struct time_values times = {0};
    if (!may_hold_length(span_slice(b->bytes, behind)))
        return 0;
    builder_times(b, behind, &times);
    for (size_t i = 0; i < times.len; i++)
        if (times.items[i].kind == TIME_DURATION &&
            !is_in_brackets(
                span_slice(b->bytes, (struct span){behind.start, times.items[i].where.start})))
            return times.items[i].hours ? times.items[i].days * 3 : times.items[i].days;
    return 0;
}

static void read_text(struct task_maker *maker, const struct task_draft *draft, struct span text,
                      struct task *task)
{
    struct builder *b = maker->b;
    struct slice s = span_slice(b->bytes, text);
    size_t at = 0, closing = 0;
    bool has_id = !span_is_empty(draft->id);
    struct slice id = span_slice(b->bytes, draft->id);
    if (has_id && id.ptr[0] != '#') { /* Backlog.md's "#1" only counts the criteria of one list */
        task->id_span = draft->id;
        task->id = builder_copy(b, draft->id);
    }
    if (!span_is_empty(draft->tag))
        task_add_claim(b, task, VIA_TAG, draft->tag, builder_copy(b, draft->tag));
    if (has_id && span_covers(text, draft->id)) {
        size_t id_end = draft->id.end - text.start;
        closing =
            closing_length(slice_sub(s, 0, draft->id.start - text.start), slice_from(s, id_end));
        at = id_end + (closing == SIZE_MAX ? 0 : closing);
        at += separator_length(s, at);
    }
    at = skip_tags(maker->dialect, s, at, &task->parallel);
    struct span title = {text.start + (uint32_t)at, text.end};
    title.end = title_end(b->bytes, title);
    task->estimate = read_estimate(b, (struct span){title.end, text.end});
    title = span_trim(b->bytes, title);
    if (closing == SIZE_MAX) { /* the bold that began before the id ends in the title */
        struct slice plain = plain_title(b, (struct span){text.start, title.end});
        size_t cut = slice_find(plain, id);
        cut = cut == SLICE_NONE ? 0 : cut + id.len;
        cut += separator_length(plain, cut);
        task->title = slice_from(plain, skip_tags(maker->dialect, plain, cut, &task->parallel));
    } else {
        task->title = plain_title(b, title);
    }
    if (title.end > draft->span.end)
        title.end = draft->span.end > title.start ? draft->span.end : title.start;
    task->title_span = span_trim(b->bytes, title);
    task_read_extras(maker, text, task);
    claims_of_tags(maker, text, task);
}

/* What else is looked at than the bytes of the text. */
struct around {
    int dialect, year, done;
    struct span id, tag; /* from the text's start, as is the end of the first line */
    uint32_t first_line;
};

static struct span from(struct span span, uint32_t start)
{
    return span_is_empty(span) ? SPAN_NONE : (struct span){span.start - start, span.end - start};
}

static bool is_in(struct span text, struct span part)
{
    return span_is_empty(part) || span_covers(text, part);
}

void task_read_text(struct task_maker *maker, const struct task_draft *draft, struct task *task)
{
    struct builder *b = maker->b;
    struct span text = whole_text(b, draft);
    struct around around = {.dialect = (int)maker->dialect,
                            .year = b->year,
                            .done = task->done,
                            .id = from(draft->id, text.start),
                            .tag = from(draft->tag, text.start),
                            .first_line = draft->span.end - text.start};
    struct carry carry = {MEMO_TASK, &layout_of_task, {(const char *)&around, sizeof around}, text};
    struct task read = {.done = task->done, .due = DATE_NONE};
    bool alone = is_in(text, draft->id) && is_in(text, draft->tag);
    if (!alone || !carry_over(b, &carry, &read)) {
        read_text(maker, draft, text, &read);
        if (alone)
            carry_keep(b, &carry, &read);
    }
    task->id = read.id;
    task->id_span = read.id_span;
    task->title = read.title;
    task->title_span = read.title_span;
    if (read.status == STATUS_CANCELLED)
        task->status = STATUS_CANCELLED;
    task->parallel = read.parallel;
    task->claims = read.claims;
    task->depends_on = read.depends_on;
    task->owners = read.owners;
    task->due = read.due;
    task->due_span = read.due_span;
    task->estimate = read.estimate;
}
