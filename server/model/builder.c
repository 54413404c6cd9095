/* builder.c: what the makers of a model share: shapes parsed once, copies, plain readings. */
#include "model/builder.h"

#include "base/hash.h"
#include "base/memo.h"

#include <string.h>

const struct inlines *builder_inlines(struct builder *b, uint32_t block)
{
    if (!b->inlines[block]) {
        struct inlines *inlines = ARENA_NEW(b->scratch, struct inlines);
        *inlines = builder_inlines_of(b, b->blocks->v[block].text);
        b->inlines[block] = inlines;
    }
    return b->inlines[block];
}

struct inlines builder_inlines_of(struct builder *b, struct span span)
{
    return inline_parse(b->parser, b->bytes, span, b->scratch);
}

struct inlines builder_hiding(struct builder *b, uint32_t block)
{
    return b->inlines[block] ? *b->inlines[block] : builder_hiding_of(b, b->blocks->v[block].text);
}

struct inlines builder_hiding_of(struct builder *b, struct span span)
{
    return inline_parse_hiding(b->parser, b->bytes, span, b->scratch);
}

/* The same file, name and state are said again and again: strings lately kept are shared. */
struct slice builder_keep(struct builder *b, struct slice s)
{
    if (s.len == 0)
        return SLICE("");
    struct slice *kept = &b->kept[hash_words(s) % BUILDER_KEPT];
    if (!slice_equal(*kept, s))
        *kept = arena_copy(b->arena, s);
    return *kept;
}

void builder_keep_people(struct builder *b, struct people *people)
{
    BUILDER_KEEP(b, people);
    for (size_t i = 0; i < people->len; i++) {
        struct person *person = &people->items[i];
        person->name = builder_keep(b, person->name);
        person->role = builder_keep(b, person->role);
        person->scope = builder_keep(b, person->scope);
    }
}

void builder_keep_dependencies(struct builder *b, struct dependencies *dependencies)
{
    BUILDER_KEEP(b, dependencies);
    for (size_t i = 0; i < dependencies->len; i++)
        dependencies->items[i].target = builder_keep(b, dependencies->items[i].target);
}

bool builder_judge(const struct builder *b, struct slice text, bool (*judge)(struct slice text))
{
    return memo_judge(inline_parser_memo(b->parser), text, judge);
}

struct slice builder_copy(struct builder *b, struct span span)
{
    return builder_keep(b, span_slice(b->bytes, span));
}

/* Could the text hold a mark that a reader does not see? Most titles and values hold none. */
static bool has_marks(struct slice s)
{
    static const bool marks[256] = {
        ['*'] = true, ['_'] = true,  ['`'] = true, ['['] = true, [']'] = true, ['<'] = true,
        ['&'] = true, ['\\'] = true, ['~'] = true, ['$'] = true, ['!'] = true,
    };
    for (size_t i = 0; i < s.len; i++)
        if (marks[(unsigned char)s.ptr[i]])
            return true;
    return false;
}

struct slice builder_plain_scratch(struct builder *b, struct span span)
{
    struct slice s = span_slice(b->bytes, span);
    struct inlines inlines;

    if (!has_marks(s))
        return slice_trim(s);
    uint32_t block = block_at(b->blocks, span.start);
    struct span whole = b->blocks->v[block].text;
    if (whole.start == span.start && whole.end == span.end) /* others read the same line */
        inlines = *builder_inlines(b, block);
    else
        inlines = builder_inlines_of(b, span);
    return inline_plain(&inlines, b->bytes, b->scratch);
}

struct slice builder_plain(struct builder *b, struct span span)
{
    return builder_keep(b, builder_plain_scratch(b, span));
}
