/* inline_fuzz.c: any bytes parse without an error node into well-formed shapes, and their plain text is no
 * longer than they are. */
#include "../syntax/cold_same.h"
#include "syntax/inline.h"

#include <stdlib.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_plan_inline(void);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void check_tree(struct slice text)
{
    TSParser *parser = ts_parser_new();
    ts_parser_set_language(parser, tree_sitter_plan_inline());
    TSTree *tree = ts_parser_parse_string(parser, NULL, text.ptr, (uint32_t)text.len);
    TSNode root = ts_tree_root_node(tree);
    require(!ts_node_has_error(root) && ts_node_end_byte(root) == text.len);
    require(cold_same(tree_sitter_plan_inline(), text));
    ts_tree_delete(tree);
    ts_parser_delete(parser);
}

static void check_nodes(const struct inlines *inlines, struct span span)
{
    require(inlines->len > 0 && inlines->v[0].kind == INLINE_ROOT);
    require(inlines->v[0].next == inlines->len && span_equal(inlines->v[0].span, span));
    uint32_t end = span.start;
    for (uint32_t i = 1; i < inlines->len; i++) {
        const struct inline_node *node = &inlines->v[i], *parent = &inlines->v[node->parent];
        require(node->parent < i && node->next > i && node->next <= parent->next);
        require(node->span.start < node->span.end && span_covers(parent->span, node->span));
        require(node->text.start <= node->text.end && span_covers(node->span, node->text));
        require(node->target.start <= node->target.end);
        require(span_is_empty(node->target) || span_covers(node->span, node->target));
        /* In order, and no two overlap but for one inside the other. */
        require(node->span.start >= (node->parent == i - 1 ? parent->span.start : end));
        end = node->next == i + 1 ? node->span.end : node->span.start;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = {(const char *)data, size};
    check_tree(text);
    /* The whole, and a part that begins anywhere. */
    struct inline_parser *parser = inline_parser_new();
    for (uint32_t start = 0; start <= size && start < 4; start++) {
        struct arena arena;
        arena_init(&arena);
        struct span span = {start, (uint32_t)size};
        struct inlines inlines = inline_parse(parser, text, span, &arena);
        check_nodes(&inlines, span);
        require(inline_plain(&inlines, text, &arena).len <= size);
        arena_release(&arena);
    }
    inline_parser_free(parser);
    return 0;
}
