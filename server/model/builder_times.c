/* builder_times.c: the times said in a span, read once for each text while a document is edited. */
#include "base/memo.h"
#include "model/builder.h"

static struct span shifted(struct span span, uint32_t by)
{
    return span.end ? (struct span){span.start + by, span.end + by} : span;
}

/* Adds times whose spans are counted from `start`. */
static void add(struct builder *b, const struct time_value *times, size_t count, uint32_t start,
                struct time_values *out)
{
    for (size_t i = 0; i < count; i++) {
        struct time_value *time = VEC_PUSH(b->scratch, out);
        *time = times[i];
        time->where = shifted(time->where, start);
        time->first = shifted(time->first, start);
        time->second = shifted(time->second, start);
        time->weekday = shifted(time->weekday, start);
    }
}

void builder_times(struct builder *b, struct span span, struct time_values *out)
{
    struct memo *memo = inline_parser_memo(b->parser);
    struct slice text = span_slice(b->bytes, span);
    const struct memo_key key = {MEMO_TIMES, {(const char *)&b->year, sizeof b->year}, text};
    size_t size;
    const struct time_value *known = memo_find(memo, &key, &size);
    if (known) {
        add(b, known, size / sizeof *known, span.start, out);
        return;
    }
    struct time_values times = {0};
    struct span whole = {0, (uint32_t)text.len};
    struct inlines inlines = inline_parse_hiding(b->parser, text, whole, b->scratch);
    time_read(&inlines, text, b->year, b->scratch, &times);
    memo_keep(memo, &key, times.items, times.len * sizeof *times.items);
    add(b, times.items, times.len, span.start, out);
}
