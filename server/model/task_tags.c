/* task_tags.c: ids of requirements and stories by which a task says what it serves: `[US1]`, `FR-003`,
 * `_Requirements: 1.1, 1.2_`.
 */
#include "model/task_build.h"

/* Length of an id that names a requirement or story at s: US1, FR-003, NFR-2, SC-001, REQ-7. */
static size_t served_id_length(struct slice s)
{
    static const char *const prefixes[] = {"US-", "US", "FR-", "NFR-", "SC-", "REQ-"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        struct slice prefix = slice_of(prefixes[i]);
        size_t n = prefix.len;
        if (!slice_starts(s, prefix))
            continue;
        while (n < s.len && (ascii_is_digit(s.ptr[n]) ||
                             (s.ptr[n] == '.' && n + 1 < s.len && ascii_is_digit(s.ptr[n + 1]))))
            n++;
        /* "FR-001a" and "FR-001-003" are other shapes; "US3" alone must not be "US30k" */
        if (n > prefix.len && (n == s.len || (!ascii_is_alnum(s.ptr[n]) && s.ptr[n] != '_')))
            return n;
    }
    return 0;
}

void claims_of_tags(struct task_maker *maker, struct span text, struct task *task)
{
    struct builder *b = maker->b;
    struct slice s = span_slice(b->bytes, text);
    bool code = false, tag = false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        code = code != (c == '`');
        tag = c == '[' ? true : c == ']' ? false : tag;
        if (code || !ascii_is_upper(c) ||
            !(c == 'U' || c == 'F' || c == 'N' || c == 'S' || c == 'R'))
            continue;
        if (i > 0 && (ascii_is_alnum(s.ptr[i - 1]) || s.ptr[i - 1] == '-' || s.ptr[i - 1] == '_' ||
                      s.ptr[i - 1] == '/' || s.ptr[i - 1] == '#'))
            continue;
        size_t length = served_id_length(slice_from(s, i));
        /* a story's short id is one only in brackets: US1 is also a road */
        if (length == 0 || (c == 'U' && !tag && (i == 0 || s.ptr[i - 1] != '(')))
            continue;
        struct span where = {text.start + (uint32_t)i, text.start + (uint32_t)(i + length)};
        task_add_claim(b, task, VIA_TAG, where, builder_copy(b, where));
        i += length - 1;
    }
}

static bool is_requirement_byte(char c)
{
    return ascii_is_alnum(c) || c == '.' || c == '-';
}

#define RANGE_MAX 50 /* a longer range is no list of requirements */

/* 1.2-1.5 or FR-001-FR-003: one number after the other, where both ends differ in the last one only.
 * False where it is no such range. */
static bool claims_of_range(struct builder *b, struct span where, struct task *task)
{
    struct slice s = span_slice(b->bytes, where);
    size_t dash = slice_find_last_byte(s, '-');
    if (dash == SLICE_NONE)
        return false;
    struct slice from = slice_sub(s, 0, dash), to = slice_from(s, dash + 1);
    size_t a = from.len, z = to.len;
    while (a > 0 && ascii_is_digit(from.ptr[a - 1]))
        a--;
    while (z > 0 && ascii_is_digit(to.ptr[z - 1]))
        z--;
    unsigned first, last;
    struct slice stem = slice_sub(from, 0, a);
    if (!slice_equal(stem, slice_sub(to, 0, z)) || !slice_to_u32(slice_from(from, a), &first) ||
        !slice_to_u32(slice_from(to, z), &last) || last <= first || last - first > RANGE_MAX)
        return false;
    for (unsigned n = first; n <= last; n++)
        task_add_claim(b, task, VIA_TAG, where,
                       slice_of(arena_printf(b->arena, "%.*s%u", SLICE_ARG(stem), n)));
    return true;
}

/* `1.1, 1.2, FR-003` of a _Requirements: …_ line: each id a claim; words are left. */
void claims_of_requirements(struct task_maker *maker, struct span value, struct task *task)
{
    struct builder *b = maker->b;
    size_t before = task->claims.len;
    for (uint32_t at = value.start; at < value.end;) {
        uint32_t end = at;
        bool digits = false;
        while (end < value.end && is_requirement_byte(b->bytes.ptr[end]))
            digits = ascii_is_digit(b->bytes.ptr[end++]) || digits;
        struct span where = {at, end};
        while (where.end > where.start && !ascii_is_alnum(b->bytes.ptr[where.end - 1]))
            where.end--;
        if (digits && !span_is_empty(where) && !claims_of_range(b, where, task))
            task_add_claim(b, task, VIA_TAG, where, builder_copy(b, where));
        at = end + 1;
    }
    /* "_Requirements: foundation for all of them_" */
    if (task->claims.len == before && !span_is_empty(value))
        task_add_claim(b, task, VIA_TAG, value, builder_copy(b, value));
}
