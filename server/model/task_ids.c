/* task_ids.c: what an id at the start of a task's text looks like. */
#include "model/task_build.h"

#include <stdlib.h>
#include <string.h>

/* Letters, digits, '.' and '-' from `at` on, without '.' and '-' at the end. */
static size_t run_length(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && (ascii_is_alnum(s.ptr[end]) || s.ptr[end] == '.' || s.ptr[end] == '-'))
        end++;
    while (end > at && (s.ptr[end - 1] == '.' || s.ptr[end - 1] == '-'))
        end--;
    return end - at;
}

/* 1.2, 2.1.3, 1.2a (but not 2.5x, 1.5k); a plain 12 only with allow_plain. */
static bool is_number_id(struct slice run, bool allow_plain)
{
    size_t dots = 0;
    for (size_t i = 0; i < run.len; i++) {
        bool last = i + 1 == run.len;
        if (run.ptr[i] == '.')
            dots++;
        else if (!ascii_is_digit(run.ptr[i]) && !(last && dots && strchr("abcdABCD", run.ptr[i])))
            return false;
        if (run.ptr[i] == '.' && run.ptr[i + 1] == '.')
            return false;
    }
    return run.len <= 16 && (dots > 0 || (allow_plain && run.len <= 4));
}

/* T012, W3-1, P0.1, AUTH-FE-01, T131C: capitals, then numbers, at most one letter behind. */
static bool is_letter_id(struct slice run)
{
    size_t digits = 0;
    if (run.len < 2 || run.len > 24 || !ascii_is_upper(run.ptr[0]))
        return false;
    for (size_t i = 0; i < run.len; i++) {
        char c = run.ptr[i];
        bool last = i + 1 == run.len;
        digits += ascii_is_digit(c);
        if (ascii_is_alpha(c) && !ascii_is_upper(c) && !(last && digits && strchr("abcd", c)))
            return false;
    }
    bool ends_in_number =
        ascii_is_digit(run.ptr[run.len - 1]) || (digits && ascii_is_digit(run.ptr[run.len - 2]));
    return digits > 0 && ends_in_number;
}

static bool digits_from(struct slice run, size_t at, size_t at_least)
{
    size_t n = 0;
    while (at + n < run.len && ascii_is_digit(run.ptr[at + n]))
        n++;
    return n >= at_least && at + n + 1 >= run.len;
}

/* T001 and CHK001 are spec-kit's alone. */
static bool is_spec_kit_id(struct slice run)
{
    return (run.ptr[0] == 'T' && digits_from(run, 1, 3)) ||
           (slice_starts(run, SLICE("CHK")) && digits_from(run, 3, 3));
}

/* P1 is a priority (P95 a percentile), Q1 a quarter, H1 a half year or heading, V2 a version; FR-003, SC-001, NFR-1, US1
 * and REQ-1 name what a task serves. */
static bool is_other_name(struct slice run)
{
    static const char *const served[] = {"FR-", "NFR-", "SC-", "REQ-", "US", "FR", "SC"};
    if (strchr("PQH", run.ptr[0]) && digits_from(run, 1, 1) && run.len <= 3)
        return true;
    if (run.ptr[0] == 'V' && run.len > 1 && ascii_is_digit(run.ptr[1]))
        return true;
    for (size_t i = 0; i < sizeof served / sizeof *served; i++) {
        struct slice name = slice_of(served[i]);
        if (slice_starts(run, name) && run.len > name.len && ascii_is_digit(run.ptr[name.len]))
            return true;
    }
    return false;
}

/* "1.5 hours", "2.0 GB", "99.9% …" begin with an amount. */
static bool is_amount(struct slice s, size_t end)
{
    static const char *const units[] = {"x",       "gb",      "mb",  "kb",     "k",     "m",
                                        "million", "billion", "fte", "points", "stars", "hours",
                                        "hour",    "minutes", "hrs", "hr",     "h",     "min",
                                        "ms",      "s",       NULL};
    if (end < s.len && s.ptr[end] == '%')
        return true;
    size_t word = end;
    while (word < s.len && s.ptr[word] == ' ')
        word++;
    size_t stop = word;
    while (stop < s.len && ascii_is_alpha(s.ptr[stop]))
        stop++;
    struct slice unit = slice_sub(s, word, stop);
    if (unit.len == 0)
        return false;
    for (size_t i = 0; units[i]; i++)
        if (slice_is_nocase(unit, units[i]))
            return true;
    return time_unit_of(unit) != TIME_NONE;
}

/* What may stand right behind an id. */
static bool ends_well(struct slice s, size_t end)
{
    if (end >= s.len || (unsigned char)s.ptr[end] >= 0x80)
        return true;
    switch (s.ptr[end]) {
    case ' ':
    case '\t':
    case ':':
    case ')':
    case '.':
    case ']':
    case '*':
    case '`':
    case '[':
    case ',':
    case '|':
        return true;
    default:
        return false;
    }
}

struct span task_id_at(struct slice bytes, struct span text, enum task_dialect dialect,
                       bool *certain)
{
    struct slice s = span_slice(bytes, text);
    size_t at = 0;
    *certain = false;
    while (at < s.len && at < 4 &&
           (s.ptr[at] == '*' || s.ptr[at] == '`' || s.ptr[at] == '[' || s.ptr[at] == '~'))
        at++;
    bool criterion = dialect == DIALECT_BACKLOG && at < s.len && s.ptr[at] == '#';
    size_t length = run_length(s, at + criterion);
    struct slice run = slice_sub(s, at + criterion, at + criterion + length);
    size_t end = at + criterion + length;
    struct span id = {text.start + (uint32_t)at, text.start + (uint32_t)end};
    if (length == 0 || !ends_well(s, end))
        return SPAN_NONE;
    if (criterion) {
        *certain = true;
        return is_number_id(run, true) ? id : SPAN_NONE;
    }
    bool numbered = dialect == DIALECT_KIRO || dialect == DIALECT_OPENSPEC;
    if (ascii_is_digit(run.ptr[0])) {
        bool listed = end < s.len && (s.ptr[end] == '.' || s.ptr[end] == ')');
        *certain = numbered;
        return is_number_id(run, numbered && listed) && !is_amount(s, end) ? id : SPAN_NONE;
    }
    *certain = is_spec_kit_id(run);
    return is_letter_id(run) && !is_other_name(run) ? id : SPAN_NONE;
}

/* ---- siblings -------------------------------------------------------------------------------- */

#define SHAPE_MAX 24 /* ids are no longer */

/* An id with each of its numbers as one '#': "W3-1" is "W#-#". */
struct shape {
    char text[SHAPE_MAX];
    size_t len;
    struct slice id;
    uint32_t draft;
};

static void set_shape(struct shape *shape, struct slice id, uint32_t draft)
{
    *shape = (struct shape){.id = id, .draft = draft};
    for (size_t i = 0; i < id.len && shape->len < SHAPE_MAX; i++) {
        bool digit = ascii_is_digit(id.ptr[i]);
        if (digit && shape->len && shape->text[shape->len - 1] == '#')
            continue;
        shape->text[shape->len++] = digit ? '#' : id.ptr[i];
    }
}

static int compare_shapes(const void *left, const void *right)
{
    const struct shape *a = left, *b = right;
    int order = slice_compare((struct slice){a->text, a->len}, (struct slice){b->text, b->len});
    return order ? order : slice_compare(a->id, b->id);
}

static bool same_shape(const struct shape *a, const struct shape *b)
{
    return slice_equal((struct slice){a->text, a->len}, (struct slice){b->text, b->len});
}

/* Clears the ids of a run of one shape where it is too lonely ("GPT-4 integrated" is no id; plain
 * numbers, which are versions and amounts too, need more company), and where more than a fifth repeat:
 * then they are names of what several tasks serve ("M1: …" twice, "M2: …" twice). */
static void judge_run(struct task_maker *maker, const struct shape *run, size_t len)
{
    size_t distinct = 1;
    for (size_t i = 1; i < len; i++)
        distinct += !slice_equal(run[i].id, run[i - 1].id);
    bool tags = distinct * 5 < len * 4;
    if (distinct >= (run->text[0] == '#' ? 3u : 2u) && !tags)
        return;
    for (size_t i = 0; i < len; i++) {
        struct task_draft *draft = &maker->drafts.items[run[i].draft];
        if (tags && distinct > 1 && run->text[0] != '#')
            draft->tag = draft->id;
        draft->id = SPAN_NONE;
    }
}

void task_ids_find(struct task_maker *maker)
{
    struct slice bytes = maker->b->bytes;
    struct shape *shapes = arena_array(maker->b->scratch, maker->drafts.len, sizeof *shapes);
    size_t count = 0;
    for (uint32_t i = 0; i < maker->drafts.len; i++) {
        struct task_draft *draft = &maker->drafts.items[i];
        bool certain = false;
        if (span_is_empty(draft->id)) /* a table's row may have brought its own */
            draft->id = task_id_at(bytes, draft->text, maker->dialect, &certain);
        if (!span_is_empty(draft->id) && !certain)
            set_shape(&shapes[count++], span_slice(bytes, draft->id), i);
    }
    qsort(shapes, count, sizeof *shapes, compare_shapes);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && same_shape(&shapes[i], &shapes[end]); end++) {
        }
        judge_run(maker, &shapes[i], end - i);
    }
}
