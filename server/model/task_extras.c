/* task_extras.c: what a task's text says beside its title: emoji and Dataview fields, dependencies,
 * people.
 */
#include "model/labels.h"
#include "model/task_build.h"
#include "model/task_words.h"

#include <string.h>

/* Brackets and names are looked for this far and no farther: no text makes the reading quadratic. */
#define REACH_MAX 240

/* ---- obsidian-tasks: emoji with a value ------------------------------------------------------- */

enum sign_value { SIGN_DATE, SIGN_IDS, SIGN_WORDS, SIGN_ALONE };

struct sign {
    const char *emoji;
    enum sign_value value;
    char meaning; /* 'i' id, 'd' depends on, 'x' done, 'c' cancelled, else 0 */
};

static const struct sign signs[] = {
    {"🆔", SIGN_IDS, 'i'},   {"⛔", SIGN_IDS, 'd'}, {"📅", SIGN_DATE, 0},    {"📆", SIGN_DATE, 0},
    {"🗓", SIGN_DATE, 0}, {"⏳", SIGN_DATE, 0},  {"🛫", SIGN_DATE, 0}, {"✅", SIGN_DATE, 'x'},
    {"❌", SIGN_DATE, 'c'},  {"➕", SIGN_DATE, 0},  {"🔁", SIGN_WORDS, 0},   {"🔺", SIGN_ALONE, 0},
    {"⏫", SIGN_ALONE, 0},   {"🔼", SIGN_ALONE, 0}, {"🔽", SIGN_ALONE, 0},   {"⏬", SIGN_ALONE, 0},
};

static const struct sign *sign_at(struct slice s, size_t *length)
{
    if (s.len < 3 || (unsigned char)s.ptr[0] < 0xE2)
        return NULL;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct slice emoji = slice_of(signs[i].emoji);
        if (!slice_starts(s, emoji))
            continue;
        *length = emoji.len;
        if (slice_starts(slice_from(s, *length), SLICE("\xEF\xB8\x8F")))
            *length += 3;
        while (*length < s.len && s.ptr[*length] == ' ')
            (*length)++;
        return &signs[i];
    }
    return NULL;
}

static bool is_id_byte(char c)
{
    return ascii_is_alnum(c) || c == '-' || c == '_' || c == '.';
}

/* Length of the sign's value at the start of s, 0 where it has the wrong shape. */
static size_t value_length(const struct sign *sign, struct slice s)
{
    size_t n = 0;
    switch (sign->value) {
    case SIGN_DATE:
        return s.len >= 10 && date_parse_iso(slice_sub(s, 0, 10)) != DATE_NONE ? 10 : 0;
    case SIGN_IDS:
        while (n < s.len && (is_id_byte(s.ptr[n]) || s.ptr[n] == ',' ||
                             (s.ptr[n] == ' ' && n > 0 && s.ptr[n - 1] == ',')))
            n++;
        return n;
    case SIGN_WORDS:
        return slice_starts_nocase(s, SLICE("every ")) ? 6 : 0;
    case SIGN_ALONE:
        return 0;
    }
    return 0;
}

/* The next sign with its value at or behind `at`, or NULL. *start, *value, *end are filled. */
static const struct sign *next_sign(struct slice s, size_t at, size_t *start, size_t *value,
                                    size_t *end)
{
    for (; at < s.len; at++) {
        size_t length;
        const struct sign *sign =
            (unsigned char)s.ptr[at] >= 0xE2 ? sign_at(slice_from(s, at), &length) : NULL;
        if (!sign)
            continue;
        size_t size = value_length(sign, slice_from(s, at + length));
        bool alone = sign->value == SIGN_ALONE && at + length >= s.len;
        if (size == 0 && !alone)
            continue;
        *start = at;
        *value = at + length;
        *end = *value + size;
        return sign;
    }
    return NULL;
}

uint32_t task_signs_start(struct slice bytes, struct span text)
{
    size_t start, value, end;
    const struct sign *sign = next_sign(span_slice(bytes, text), 0, &start, &value, &end);
    return sign ? text.start + (uint32_t)start : text.end;
}

static void add_ids(struct task_maker *maker, struct span span, struct task *task)
{
    struct slice bytes = maker->b->bytes;
    for (uint32_t at = span.start; at < span.end;) {
        uint32_t end = at;
        while (end < span.end && is_id_byte(bytes.ptr[end]))
            end++;
        if (end > at) {
            struct span where = {at, end};
            *VEC_PUSH(maker->b->scratch, &task->depends_on) =
                (struct dependency){.where = where,
                                    .form = DEPENDENCY_ID,
                                    .target = span_slice(maker->b->bytes, where)};
        }
        at = end + 1;
    }
}

static void read_signs(struct task_maker *maker, struct span text, struct task *task)
{
    struct slice s = span_slice(maker->b->bytes, text);
    size_t start, value, end, at = 0;
    const struct sign *sign;
    while ((sign = next_sign(s, at, &start, &value, &end))) {
        struct span span = {text.start + (uint32_t)value, text.start + (uint32_t)end};
        if (sign->meaning == 'i' && task->id.len == 0) {
            task->id_span = span_trim(maker->b->bytes, span);
            task->id = builder_copy(maker->b, task->id_span);
        } else if (sign->meaning == 'd') {
            add_ids(maker, span, task);
        } else if (sign->meaning == 'c' && !task->done) {
            task->status = STATUS_CANCELLED;
        }
        at = end;
    }
}

/* ---- Dataview: [key:: value] ------------------------------------------------------------------ */

static void read_inline_field(struct task_maker *maker, struct span key, struct span value,
                              struct task *task)
{
    struct builder *b = maker->b;
    struct slice name = span_slice(b->bytes, key);
    struct inlines inlines;
    if (slice_is_nocase(name, "id")) {
        task->id_span = value;
        task->id = builder_copy(b, value);
        return;
    }
    if (slice_is_nocase(name, "dependsOn")) {
        add_ids(maker, value, task);
        return;
    }
    switch (field_key_of(name, b->settings)) {
    case FIELD_OWNER:
        inlines = builder_inlines_of(b, value);
        people_read(&inlines, b->bytes, b->scratch, &task->owners);
        break;
    case FIELD_DEPENDENCIES:
        task_read_dependencies(maker, value, true, task);
        break;
    case FIELD_INITIATIVE:
        *VEC_PUSH(b->scratch, &task->claims) =
            (struct task_claim){VIA_FIELD, value, builder_plain(b, value)};
        break;
    default:
        break;
    }
}

static void read_inline_fields(struct task_maker *maker, struct span text, struct task *task)
{
    struct slice bytes = maker->b->bytes;
    struct slice s = span_slice(bytes, text);
    for (size_t from = 0;;) {
        size_t colons = slice_find(slice_from(s, from), SLICE("::"));
        if (colons == SLICE_NONE)
            return;
        colons += from;
        from = colons + 2;
        size_t open = colons;
        while (open > 0 && s.ptr[open] != '[' && s.ptr[open] != '(' && colons - open < 40)
            open--;
        if (s.ptr[open] != '[' && s.ptr[open] != '(')
            continue;
        size_t close =
            slice_find_byte(slice_sub(s, from, from + REACH_MAX), s.ptr[open] == '[' ? ']' : ')');
        if (close == SLICE_NONE)
            continue;
        struct span key = {text.start + (uint32_t)open + 1, text.start + (uint32_t)colons};
        struct span value = {text.start + (uint32_t)from, text.start + (uint32_t)(from + close)};
        read_inline_field(maker, span_trim(bytes, key), span_trim(bytes, value), task);
        from += close;
    }
}

/* ---- dependencies in words -------------------------------------------------------------------- */

void task_read_dependencies(struct task_maker *maker, struct span span, bool words_too,
                            struct task *task)
{
    struct builder *b = maker->b;
    struct inlines inlines = builder_inlines_of(b, span);
    size_t kept = task->depends_on.len;
    dependencies_read(&inlines, b->bytes, b->scratch, &task->depends_on);
    for (size_t i = kept; i < task->depends_on.len; i++)
        if (words_too || task->depends_on.items[i].form != DEPENDENCY_TITLE)
            task->depends_on.items[kept++] = task->depends_on.items[i];
    task->depends_on.len = kept;
}

/* "(depends on T012)", "(after T003, T004)", and without parentheses " depends on T001". */
static void read_groups(struct task_maker *maker, struct span text, struct task *task)
{
    struct slice s = span_slice(maker->b->bytes, text);
    for (size_t i = 0; i < s.len; i++) {
        size_t open = slice_find_byte(slice_from(s, i), '(');
        if (open == SLICE_NONE)
            break;
        open += i;
        i = open;
        size_t close = slice_find_byte(slice_sub(s, open, open + REACH_MAX), ')');
        if (close == SLICE_NONE)
            continue;
        size_t words = dependency_words(slice_sub(s, open + 1, open + close));
        if (words == 0)
            continue;
        struct span span = {text.start + (uint32_t)(open + 1 + words),
                            text.start + (uint32_t)(open + close)};
        task_read_dependencies(maker, span, false, task);
    }
    size_t said = slice_find_nocase(s, SLICE(" depends on "));
    if (said == SLICE_NONE || (said > 0 && task->depends_on.len))
        return;
    size_t from = said + 12, end = from;
    while (end < s.len && (is_id_byte(s.ptr[end]) || s.ptr[end] == ',' || s.ptr[end] == ' '))
        end++;
    task_read_dependencies(
        maker, (struct span){text.start + (uint32_t)from, text.start + (uint32_t)end}, false, task);
}

/* ---- people ---------------------------------------------------------------------------------- */

/* Length of an @name at s, 0 where it is a package, a path, an address or no name. */
static size_t mention_length(struct slice s)
{
    size_t n = 1;
    while (n < s.len && (ascii_is_alnum(s.ptr[n]) || s.ptr[n] == '-' || s.ptr[n] == '_'))
        n++;
    if (n == 1 || !ascii_is_alpha(s.ptr[1]))
        return 0;
    if (n < s.len && (s.ptr[n] == '/' || s.ptr[n] == '@' || s.ptr[n] == '(' || s.ptr[n] == '`' ||
                      (s.ptr[n] == '.' && n + 1 < s.len && ascii_is_alnum(s.ptr[n + 1]))))
        return 0;
    return n;
}

/* Only a name at the start, at the end or alone in brackets is who does it; in the middle of a
 * sentence it is somebody spoken of, or a decorator. */
static bool stands_apart(struct slice s, size_t at, size_t end)
{
    if (at == 0 || s.ptr[at - 1] == '(' || s.ptr[at - 1] == '[')
        return true;
    if (s.len - end > REACH_MAX)
        return false;
    for (size_t i = end; i < s.len; i++) {
        if (s.ptr[i] == '@') {
            size_t next = mention_length(slice_from(s, i));
            if (next == 0)
                return false;
            i += next - 1;
        } else if (!strchr(" ,;)].&+", s.ptr[i])) {
            return false;
        }
    }
    return true;
}

void task_read_mentions(struct task_maker *maker, struct span text, struct task *task)
{
    struct builder *b = maker->b;
    struct slice s = span_slice(b->bytes, text);
    bool code = false;
    for (size_t i = 0; i < s.len; i++) {
        code = code != (s.ptr[i] == '`');
        if (s.ptr[i] != '@' || code || (i > 0 && !strchr(" ([,*_", s.ptr[i - 1])))
            continue;
        size_t length = mention_length(slice_from(s, i));
        if (length == 0 || !stands_apart(s, i, i + length))
            continue;
        struct span where = {text.start + (uint32_t)i, text.start + (uint32_t)(i + length)};
        struct span name = {where.start + 1, where.end};
        *VEC_PUSH(b->scratch, &task->owners) =
            (struct person){.where = where, .name_span = name, .name = span_slice(b->bytes, name)};
        i += length - 1;
    }
}

void task_read_extras(struct task_maker *maker, struct span text, struct task *task)
{
    struct slice s = span_slice(maker->b->bytes, text);
    read_signs(maker, text, task);
    if (slice_contains(s, SLICE("::")))
        read_inline_fields(maker, text, task);
    read_groups(maker, text, task);
    task_read_due(maker, text, task);
    uint32_t end = task_signs_start(maker->b->bytes, text);
    if (slice_find_byte(s, '@') != SLICE_NONE)
        task_read_mentions(maker, span_trim(maker->b->bytes, (struct span){text.start, end}), task);
}
