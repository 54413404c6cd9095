/* reference_targets.c: the destinations of links: what they lead to, cut at `#` and `?`. */
#include "model/carry.h"
#include "model/reference_build.h"

#include <string.h>

/* Without the lines that editors append: "a.ts:95", "a.ts:95-107", "a.ts:4:2". */
static struct slice without_lines(struct slice path)
{
    size_t end = path.len;
    while (end > 0 && (ascii_is_digit(path.ptr[end - 1]) || strchr(":-+", path.ptr[end - 1])))
        end--;
    bool numbered = end + 1 < path.len && path.ptr[end] == ':' && ascii_is_digit(path.ptr[end + 1]);
    return numbered && end > 0 ? slice_sub(path, 0, end) : path;
}

/* What a destination means, by its bytes alone. */
struct target_reading {
    bool local; /* leads to a file or place of the workspace */
    struct slice path, fragment;
    struct span fragment_span;
};

static void read_target(struct builder *b, struct span target, struct target_reading *reading)
{
    struct slice s = span_slice(b->bytes, target);
    if (!path_is_local_target(s))
        return;
    size_t hash = slice_find_byte(s, '#');
    struct slice path = slice_sub(s, 0, hash == SLICE_NONE ? s.len : hash);
    size_t query = slice_find_byte(path, '?');
    if (query != SLICE_NONE)
        path.len = query;
    path = without_lines(path);
    struct span fragment = {target.end, target.end};
    if (hash != SLICE_NONE)
        fragment.start = target.start + (uint32_t)hash + 1;
    *reading = (struct target_reading){
        .local = path.len > 0 || !span_is_empty(fragment),
        .path = builder_keep(b, path_decode(b->scratch, slice_trim(path))),
        .fragment = builder_keep(b, path_decode(b->scratch, span_slice(b->bytes, fragment))),
        .fragment_span = fragment,
    };
}

struct reference *reference_add_target(struct reference_maker *maker, enum reference_kind kind,
                                       struct span span, struct span target)
{
    static const struct layout_member members[] = {
        LAYOUT_SLICE_OF(struct target_reading, path),
        LAYOUT_SLICE_OF(struct target_reading, fragment),
        LAYOUT_SPAN_OF(struct target_reading, fragment_span),
    };
    static const struct layout layout = LAYOUT_OF(struct target_reading, members);
    struct builder *b = maker->b;
    struct carry carry = {.kind = MEMO_TARGET, .layout = &layout, .text = target};
    struct target_reading reading = {0};
    if (!carry_over(b, &carry, &reading)) {
        read_target(b, target, &reading);
        carry_keep(b, &carry, &reading);
    }
    if (!reading.local)
        return NULL;
    struct reference *reference = reference_add(maker, kind, span, target, reading.path);
    reference->fragment = reading.fragment;
    reference->fragment_span = reading.fragment_span;
    return reference;
}
