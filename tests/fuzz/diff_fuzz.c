/* diff_fuzz.c: the difference of any two texts, applied to the first, gives the second, and turned round the
 * first.
 */
#include "text/diff.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct slice take_line(struct slice *rest)
{
    size_t len = slice_find_byte(*rest, '\n');
    struct slice line = slice_sub(*rest, 0, len == SLICE_NONE ? rest->len : len + 1);
    *rest = slice_from(*rest, line.len);
    return line;
}

/* The first line of a hunk on the side behind `mark`, from 1; where it has no lines there, the one behind. */
static size_t hunk_start(struct slice header, char mark)
{
    const char *at = header.ptr + slice_find_byte(header, mark) + 1;
    char *behind;
    size_t start = (size_t)strtoul(at, &behind, 10);
    return behind[0] == ',' && behind[1] == '0' ? start + 1 : start;
}

/* Applies the diff, whose lines must all fit; `from` and `to` are '-' and '+', or turned round. */
static void apply(struct slice patch, struct slice text, char from, char to, struct strbuf *out)
{
    size_t number = 1;
    take_line(&patch);
    take_line(&patch);
    while (patch.len > 0) {
        struct slice line = take_line(&patch);
        if (line.ptr[0] == '@') {
            for (size_t start = hunk_start(line, from); number < start; number++)
                strbuf_append(out, take_line(&text));
            continue;
        }
        struct slice content = slice_from(line, 1);
        if (patch.len > 0 && patch.ptr[0] == '\\') {
            content.len--;
            take_line(&patch);
        }
        if (line.ptr[0] != to) {
            if (!slice_equal(content, take_line(&text)))
                abort();
            number++;
        }
        if (line.ptr[0] != from)
            strbuf_append(out, content);
    }
    strbuf_append(out, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice input = {(const char *)data, size};
    size_t cut = slice_find_byte(input, '\0');
    struct slice before = slice_sub(input, 0, cut);
    struct slice after = cut == SLICE_NONE ? SLICE("") : slice_from(input, cut + 1);
    struct strbuf patch, made;
    strbuf_init(&patch, STRBUF_NO_LIMIT);
    strbuf_init(&made, STRBUF_NO_LIMIT);
    diff_unified(SLICE("plan.md"), before, after, &patch);
    if (slice_equal(before, after) != (patch.len == 0))
        abort();
    if (patch.len) {
        apply(strbuf_slice(&patch), before, '-', '+', &made);
        if (!slice_equal(strbuf_slice(&made), after))
            abort();
        strbuf_clear(&made);
        apply(strbuf_slice(&patch), after, '+', '-', &made);
        if (!slice_equal(strbuf_slice(&made), before))
            abort();
    }
    strbuf_release(&patch);
    strbuf_release(&made);
    return 0;
}
