/* span.h: a half-open range of bytes in one document. */
#ifndef PLANLS_TEXT_SPAN_H
#define PLANLS_TEXT_SPAN_H

#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

/* Documents are at most this long (1 GiB); a longer one is reported, not read. */
#define TEXT_MAX_BYTES ((uint32_t)1 << 30)

struct span {
    uint32_t start; /* byte offset of the first byte */
    uint32_t end;   /* byte offset behind the last */
};

#define SPAN_NONE ((struct span){0, 0})

static inline bool span_is_empty(struct span s)
{
    return s.end <= s.start;
}

static inline bool span_contains(struct span s, uint32_t offset)
{
    return offset >= s.start && offset < s.end;
}

/* As contains, but a cursor right behind the last byte counts: what an editor's position means. */
static inline bool span_touches(struct span s, uint32_t offset)
{
    return offset >= s.start && offset <= s.end;
}

static inline bool span_covers(struct span outer, struct span inner)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

static inline bool span_overlaps(struct span a, struct span b)
{
    return a.start < b.end && b.start < a.end;
}

static inline bool span_equal(struct span a, struct span b)
{
    return a.start == b.start && a.end == b.end;
}

/* Of structs that stand in document order, `size` bytes each, `first` the place in the first of them: the index of
 * the first one that begins at `offset` or behind it; `count` where none does. */
static inline size_t spans_from(const struct span *first, size_t count, size_t size,
                                uint32_t offset)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct span span;
        memcpy(&span, (const char *)first + middle * size, sizeof span);
        if (span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The same of a VEC (base/vec.h), by the member of its structs that says where they stand. */
#define SPANS_FROM(vec, member, offset)                                                            \
    ((vec).len ? spans_from(&(vec).items[0].member, (vec).len, sizeof *(vec).items, (offset)) : 0)

/* The bytes a span covers; clamped to the text. */
static inline struct slice span_slice(struct slice text, struct span s)
{
    return slice_sub(text, s.start, s.end);
}

/* Where a slice of `text` stands in it. The slice must point into text. */
static inline struct span span_of(struct slice text, struct slice part)
{
    uint32_t start = (uint32_t)(part.ptr - text.ptr);
    return (struct span){start, start + (uint32_t)part.len};
}

#endif
