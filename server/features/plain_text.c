/* plain_text.c: Markdown as hovers have it, for who shows plain text (planls/hover.h). */
#include "features/facade.h"

#include "base/strbuf.h"

#include <planls/hover.h>

/* Without a mark that stands there in pairs; one that is alone stays. */
static struct slice without(struct slice line, struct slice mark, struct arena *arena)
{
    size_t open = slice_find(line, mark);
    size_t close = open == SLICE_NONE ? open : slice_find(slice_from(line, open + mark.len), mark);
    if (close == SLICE_NONE)
        return line;
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    while (close != SLICE_NONE) {
        strbuf_append(&out, slice_sub(line, 0, open));
        strbuf_append(&out, slice_sub(line, open + mark.len, open + mark.len + close));
        line = slice_from(line, open + close + 2 * mark.len);
        open = slice_find(line, mark);
        close = open == SLICE_NONE ? open : slice_find(slice_from(line, open + mark.len), mark);
    }
    strbuf_append(&out, line);
    struct slice text = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* "_plan.md_", the line by itself. */
static struct slice without_emphasis(struct slice line)
{
    bool whole = line.len > 2 && line.ptr[0] == '_' && line.ptr[line.len - 1] == '_';
    return whole ? slice_sub(line, 1, line.len - 1) : line;
}

const char *planls_plain_text(const char *markdown, struct planls_results *results)
{
    struct slice_split lines = {slice_of(markdown), false};
    struct slice line;
    struct strbuf out;
    bool fenced = false, begun = false;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    while (slice_split_next(&lines, '\n', &line)) {
        bool fence = slice_starts(line, SLICE("```"));
        fenced = fenced != fence;
        if (fence || (!fenced && slice_is(line, "---")))
            continue;
        if (!fenced)
            line = without(without(without_emphasis(line), SLICE("**"), &results->arena),
                           SLICE("`"), &results->arena);
        if (begun)
            strbuf_putc(&out, '\n');
        strbuf_append(&out, line);
        begun = true;
    }
    const char *text = arena_cstring(&results->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}
