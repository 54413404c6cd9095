/* blocks_fuzz.c: any bytes parse without an error node into well-formed blocks, and an edit gives what a
 * cold parse gives. The first four bytes of the input say what the edit is. */
#include "base/strbuf.h"
#include "syntax/tree.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_blocks(const struct blocks *blocks, struct slice text)
{
    struct span all = {0, (uint32_t)text.len};
    require(blocks->len > 0 && blocks->v[0].kind == BLOCK_DOCUMENT);
    require(blocks->v[0].next == blocks->len);
    for (uint32_t i = 1; i < blocks->len; i++) {
        const struct block *block = &blocks->v[i], *parent = &blocks->v[block->parent];
        require(block->parent < i && block->next > i && block->next <= parent->next);
        require(block->span.start <= block->span.end && span_covers(parent->span, block->span));
        require(span_is_empty(block->text) || span_covers(all, block->text));
        require(span_is_empty(block->marker) || span_covers(block->span, block->marker));
        require(span_is_empty(block->box) || span_covers(block->span, block->box));
    }
}

static void check_same(struct syntax_tree *edited, struct slice text)
{
    struct syntax_tree *cold = syntax_tree_new();
    struct arena arena;
    arena_init(&arena);
    syntax_tree_parse(cold, text);
    char *a = syntax_tree_sexp(edited), *b = syntax_tree_sexp(cold);
    struct blocks x = syntax_tree_blocks(edited, text, &arena);
    struct blocks y = syntax_tree_blocks(cold, text, &arena);
    require(!syntax_tree_has_error(cold));
    require(strcmp(a, b) == 0);
    require(x.len == y.len && memcmp(x.v, y.v, x.len * sizeof *x.v) == 0);
    struct blocks z = syntax_blocks(text, &arena); /* without a tree */
    require(x.len == z.len && memcmp(x.v, z.v, x.len * sizeof *x.v) == 0);
    check_blocks(&y, text);
    free(a);
    free(b);
    arena_release(&arena);
    syntax_tree_free(cold);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 4)
        return 0;
    struct slice text = {(const char *)data + 4, size - 4};
    struct syntax_tree *tree = syntax_tree_new();
    syntax_tree_parse(tree, text);
    check_same(tree, text);

    /* Part of the document again, in place of another part. */
    uint32_t start = (data[0] | (uint32_t)data[1] << 8) % (uint32_t)(text.len + 1);
    uint32_t cut = data[2] % 16, from = data[3];
    struct span span = {start, start + cut < text.len ? start + cut : (uint32_t)text.len};
    struct slice put = slice_sub(text, from, from + data[2] / 16);
    struct strbuf edited;
    strbuf_init(&edited, STRBUF_NO_LIMIT);
    strbuf_puts(&edited, "");
    strbuf_append(&edited, slice_sub(text, 0, span.start));
    strbuf_append(&edited, put);
    strbuf_append(&edited, slice_from(text, span.end));
    syntax_tree_edit(tree, text, span, (uint32_t)put.len, strbuf_slice(&edited));
    check_same(tree, strbuf_slice(&edited));
    strbuf_release(&edited);
    syntax_tree_free(tree);
    return 0;
}
