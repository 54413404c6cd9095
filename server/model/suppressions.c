/* suppressions.c: `<!-- planls: allow RULE[, RULE] [until YYYY-MM-DD] because REASON -->`. */
#include "model/builder.h"
#include "model/labels.h"

#include <string.h>

#define NAME "planls:"

/* ---- what a comment says ---------------------------------------------------------------------- */

static bool is_rule_byte(char c)
{
    return ascii_is_alnum(c) || c == '-' || c == '_';
}

static struct span next_word(struct slice bytes, struct span rest)
{
    rest = span_trim(bytes, rest);
    struct span word = {rest.start, rest.start};
    while (word.end < rest.end && is_rule_byte(bytes.ptr[word.end]))
        word.end++;
    return word;
}

/* RULE[, RULE]: up to a word that no comma leads to. */
static struct span read_rules(struct builder *b, struct span rest, struct suppression *s)
{
    for (;;) {
        struct span word = next_word(b->bytes, rest);
        if (span_is_empty(word))
            return rest;
        *VEC_PUSH(b->arena, &s->rule_spans) = word;
        *VEC_PUSH(b->arena, &s->rules) = builder_copy(b, word);
        rest = span_trim(b->bytes, (struct span){word.end, rest.end});
        if (span_is_empty(rest) || b->bytes.ptr[rest.start] != ',')
            return rest;
        rest.start++;
    }
}

/* Reads what stands behind "planls:"; false where it cannot be read. */
static bool read_directive(struct builder *b, struct span rest, struct suppression *s)
{
    struct span word = next_word(b->bytes, rest);
    struct slice verb = span_slice(b->bytes, word);
    s->whole_file = slice_is(verb, "allow-file");
    if (!s->whole_file && !slice_is(verb, "allow"))
        return false;
    rest = read_rules(b, (struct span){word.end, rest.end}, s);
    if (s->rules.len == 0)
        return false;
    word = next_word(b->bytes, rest);
    if (slice_is(span_slice(b->bytes, word), "until")) {
        rest = (struct span){word.end, rest.end};
        word = next_word(b->bytes, rest);
        s->until = date_parse_iso(span_slice(b->bytes, word));
        if (s->until == DATE_NONE)
            return false;
        rest = (struct span){word.end, rest.end};
        word = next_word(b->bytes, rest);
    }
    if (slice_is(span_slice(b->bytes, word), "because")) {
        s->reason = builder_copy(b, span_trim(b->bytes, (struct span){word.end, rest.end}));
        return true;
    }
    return span_is_empty(span_trim(b->bytes, rest));
}

/* ---- where it stands -------------------------------------------------------------------------- */

/* The innermost block at an offset. Blocks begin in document order: the last that begins before the
 * offset holds it, or one of those it stands in. */
static uint32_t block_holding(const struct blocks *blocks, uint32_t offset)
{
    uint32_t low = 0, high = blocks->len;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (blocks->v[middle].span.start <= offset)
            low = middle;
        else
            high = middle;
    }
    while (low && !span_contains(blocks->v[low].span, offset))
        low = blocks->v[low].parent;
    return low;
}

/* Is the comment one to Markdown too, and no example in a fence, code or front matter? */
static bool is_real_comment(struct builder *b, uint32_t block, struct span comment)
{
    const struct block *v = &b->blocks->v[block];
    if (v->kind == BLOCK_COMMENT || v->kind == BLOCK_HTML)
        return true;
    if (block_is_verbatim(v))
        return false;
    if (v->kind != BLOCK_LINE && v->kind != BLOCK_CELL && v->kind != BLOCK_HEADING)
        return true;
    const struct inlines *inlines = builder_inlines(b, block);
    for (uint32_t i = 1; i < inlines->len; i++)
        if (inlines->v[i].kind == INLINE_CODE && span_overlaps(inlines->v[i].span, comment))
            return false;
    return true;
}

/* The section of the innermost heading; before the first one, the whole document. */
static struct span scope_of(const struct builder *b, uint32_t block, bool whole_file)
{
    uint32_t heading = b->heading_of[block];
    if (whole_file || heading == NO_INDEX)
        return (struct span){0, (uint32_t)b->bytes.len};
    return b->model->headings.items[heading].section;
}

static void add_comment(struct builder *b, struct span comment, struct span said)
{
    uint32_t block = block_holding(b->blocks, comment.start);
    if (!is_real_comment(b, block, comment))
        return;
    struct suppression *s = VEC_PUSH(b->arena, &b->model->suppressions);
    *s = (struct suppression){.span = comment, .until = DATE_NONE, .reason = SLICE("")};
    s->malformed = !read_directive(b, said, s);
    s->scope = scope_of(b, block, s->whole_file);
}

void build_suppressions(struct builder *b)
{
    struct slice bytes = b->bytes;
    size_t from = 0, at;
    while ((at = slice_find(slice_from(bytes, from), SLICE(NAME))) != SLICE_NONE) {
        size_t name = from + at, open = name;
        from = name + sizeof NAME - 1;
        while (open > 0 && ascii_is_space(bytes.ptr[open - 1]))
            open--;
        if (open < 4 || memcmp(bytes.ptr + open - 4, "<!--", 4) != 0)
            continue;
        size_t close = slice_find(slice_from(bytes, from), SLICE("-->"));
        if (close == SLICE_NONE)
            return;
        struct span said = {(uint32_t)from, (uint32_t)(from + close)};
        add_comment(b, (struct span){(uint32_t)(open - 4), said.end + 3}, said);
        from = said.end;
    }
}
