/* reference_wraps.c: links whose text begins on one line of a paragraph and ends on another. */
#include "model/line_questions.h"
#include "model/reference_build.h"

/* So many lines behind the one where it begins are looked at. */
#define WRAP_MAX 8

/* Open square brackets, and how many of them stand on lines before the one being read. */
struct brackets {
    unsigned open, carried;
    bool closed_link; /* one from a line before has found its end, and a destination behind it */
};

static void read_brackets(struct brackets *brackets, struct slice line)
{
    brackets->carried = brackets->open;
    brackets->closed_link = false;
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '\\') {
            i++;
        } else if (line.ptr[i] == '[') {
            brackets->open++;
        } else if (line.ptr[i] == ']' && brackets->open > 0) {
            bool before = brackets->open-- <= brackets->carried;
            brackets->carried -= before;
            brackets->closed_link =
                brackets->closed_link || (before && i + 1 < line.len && line.ptr[i + 1] == '(');
        }
    }
}

bool line_leaves_brackets_open(struct slice line)
{
    struct brackets brackets = {0, 0, false};
    read_brackets(&brackets, line);
    return brackets.open > 0;
}

uint32_t reference_last_line(const struct builder *b, uint32_t block)
{
    const struct block *v = b->blocks->v;
    struct brackets brackets = {0, 0, false};
    uint32_t last = block;
    read_brackets(&brackets, span_slice(b->bytes, v[block].text));
    for (uint32_t i = block + 1; brackets.open > 0 && i < b->blocks->len; i++) {
        bool same = v[i].kind == BLOCK_LINE && v[i].parent == v[block].parent;
        if (!same || i - last > WRAP_MAX)
            break;
        read_brackets(&brackets, span_slice(b->bytes, v[i].text));
        if (brackets.closed_link)
            last = i;
    }
    return last;
}
