/* hostile_test.c: documents made to be slow or to break a parser. Nothing is an error, twice the document
 * is at most twice the work, and an edit is work for its neighbourhood only.
 *
 * Work is counted, not timed: the parser is fed in small pieces, and every piece it asks for again
 * because it has to go back counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "syntax/tree.h"
#include "syntax/tree_walk.h"

#include <string.h>

#define PIECE 64u

/* begin, then body as often as fits, then end. */
struct hostile {
    const char *begin, *body, *end;
};

#define TEN_QUOTES "> > > > > > > > > > "
#define TEN_ITEMS  "- - - - - - - - - - "
#define HUNDRED(x) x x x x x x x x x x

static const struct hostile documents[] = {
    {"", "a", ""},
    {"", " ", ""},
    {"", "\t", "x"},
    {"", "\n", ""},
    {"", "\r", "x"},
    {"", "\xff", ""},
    {"", "- ", "x"},
    {"", "* ", "x"},
    {"", "- * ", ""},
    {"", "1. ", ""},
    {"", ">", ""},
    {"", "> ", "x"},
    {"", "|", "\n|-|"},
    {"", "|-", ""},
    {"", "#", ""},
    {"", "`", ""},
    {"", "[", ""},
    {"", "<a ", ""},
    {"", "<!--", ""},
    {"", "a\n", "===\n"},
    {"", "a | b\n", "c | d"},
    {"", "a | b\n", "===\n"},
    {"", "a | b\n", "x|y|z\n-|-|-\n"},
    {"", "a | b\nc\n", ""},
    {"", "|-|-|\n", ""},
    {"", "- a\n", ""},
    {"", "-\n", ""},
    {"", "-\n\n", ""},
    {"", "> a\n\n", ""},
    {"> - a\n", ">\n", "b"},
    {"- - - - a\n", "\n", "- b"},
    {HUNDRED(TEN_ITEMS) "a\n", "\n", "- b"},
    {"", HUNDRED(TEN_QUOTES) "a\n\n", ""},
    {"", HUNDRED(TEN_ITEMS) "a\n\n", ""},
    {"", HUNDRED(TEN_ITEMS) "a\nb\n", ""},
    {"", HUNDRED(TEN_ITEMS) "\n", ""},
    {"", "[a]: b\n", ""},
    {"", "[a]: b\n\"x\n", ""},
    {"", "[a]: b \"x\n", ""},
    {"", "[a\n", ""},
    {"", "[a]:\n", ""},
    {"", "<div>\n", ""},
    {"", "<b>\n\n", ""},
    {"", "- <!-- x\n", ""},
    {"", "```\n", ""},
    {"```\n", "- a\n", ""},
    {"", "``` `\n", ""},
    {"", "# a\n## b\n", ""},
    {"---\n", "a: b\n", ""},
    {"---\n", "a\n\n", ""},
};

static void make(const struct hostile *document, size_t size, struct strbuf *out)
{
    strbuf_clear(out);
    strbuf_puts(out, document->begin);
    while (out->len < size)
        strbuf_puts(out, document->body);
    strbuf_puts(out, document->end);
}

struct feed {
    struct slice text;
    size_t fed;
};

static const char *feed_piece(void *payload, uint32_t at, TSPoint position, uint32_t *length)
{
    struct feed *feed = payload;
    (void)position;
    struct slice piece = slice_sub(feed->text, at, (size_t)at + PIECE);
    feed->fed += piece.len;
    *length = (uint32_t)piece.len;
    return piece.ptr;
}

/* How many bytes the parser reads, again and again included. */
static size_t work_of(struct slice text)
{
    struct feed feed = {.text = text};
    TSInput input = {.payload = &feed, .read = feed_piece, .encoding = TSInputEncodingUTF8};
    TSParser *parser = ts_parser_new();
    assert_true(ts_parser_set_language(parser, tree_sitter_plan()));
    TSTree *tree = ts_parser_parse(parser, NULL, input);
    assert_false(ts_node_has_error(ts_tree_root_node(tree)));
    ts_tree_delete(tree);
    ts_parser_delete(parser);
    return feed.fed;
}

static void test_work_is_linear(void **state)
{
    (void)state;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        make(&documents[i], 40000, &text);
        size_t once = work_of(strbuf_slice(&text));
        make(&documents[i], 80000, &text);
        size_t twice = work_of(strbuf_slice(&text));
        if (twice > 2 * once + once / 4)
            print_error("document %zu: %zu, twice as long %zu\n", i, once, twice);
        assert_true(twice <= 2 * once + once / 4);
    }
    strbuf_release(&text);
}

/* How much is read again after one letter in the middle of a document of `body`. */
static size_t work_of_edit(const char *body)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    make(&(struct hostile){"# a\n\n", body, ""}, 300000, &text);
    struct feed feed = {.text = strbuf_slice(&text)};
    TSInput input = {.payload = &feed, .read = feed_piece, .encoding = TSInputEncodingUTF8};
    TSParser *parser = ts_parser_new();
    assert_true(ts_parser_set_language(parser, tree_sitter_plan()));
    TSTree *tree = ts_parser_parse(parser, NULL, input);

    uint32_t at = (uint32_t)slice_find(slice_from(feed.text, 150000), SLICE("letter")) + 150000;
    text.ptr[at] = 'b';
    TSInputEdit edit = {at, at + 1, at + 1, {0, at}, {0, at + 1}, {0, at + 1}};
    ts_tree_edit(tree, &edit);
    feed.fed = 0;
    TSTree *again = ts_parser_parse(parser, tree, input);
    ts_tree_delete(again);
    ts_tree_delete(tree);
    ts_parser_delete(parser);
    strbuf_release(&text);
    return feed.fed;
}

static void test_edits_are_local(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "## b\n\nsome letter\n\n- c\n- d\n\n### e\n\n| f |\n|---|\n| g |\n\n",
        "- [ ] some letter\n",
        "- a\n  - some letter\n\n    b\n",
        "some letter\n\n",
        "> some letter\n> - a\n\n",
        "some letter\n===\n\n```\na\n```\n"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        assert_in_range(work_of_edit(bodies[i]), 1, 4000);
}

static void check_parse(struct slice text)
{
    struct arena arena;
    arena_init(&arena);
    struct syntax_tree *tree = syntax_tree_new();
    syntax_tree_parse(tree, text);
    assert_false(syntax_tree_has_error(tree));
    struct blocks blocks = syntax_tree_blocks(tree, text, &arena);
    assert_int_equal(blocks.v[0].next, blocks.len);
    syntax_tree_free(tree);
    arena_release(&arena);
}

static void test_one_line_of_10_mb(void **state)
{
    (void)state;
    static const struct hostile lines[] = {{"", "word ", ""}, {"- [ ] ", "x", ""}, {"", "- ", "x"}};
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        make(&lines[i], 10000000, &text);
        check_parse(strbuf_slice(&text));
    }
    strbuf_release(&text);
}

static void test_10000_levels(void **state)
{
    (void)state;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_puts(&text, "");
    strbuf_repeat(&text, '>', 10000);
    strbuf_puts(&text, "a\n\n");
    for (size_t i = 0; i < 10000; i++)
        strbuf_puts(&text, "- ");
    strbuf_puts(&text, "a\n\n");
    for (size_t i = 0; i < 2000; i++) {
        strbuf_repeat(&text, ' ', 2 * i);
        strbuf_puts(&text, "- a\n");
    }
    check_parse(strbuf_slice(&text));
    strbuf_release(&text);
}

/* Beyond the depth that is kept, marks are text. */
static void test_depth(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_repeat(&text, '>', 103);
    strbuf_putc(&text, 'a');
    struct blocks blocks = syntax_blocks(strbuf_slice(&text), &arena);
    assert_int_equal(blocks.len, 103); /* document, 100 quotes, paragraph, line */
    assert_true(slice_is(span_slice(strbuf_slice(&text), blocks.v[102].text), ">>>a"));
    strbuf_release(&text);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_work_is_linear),
        cmocka_unit_test(test_edits_are_local),
        cmocka_unit_test(test_one_line_of_10_mb),
        cmocka_unit_test(test_10000_levels),
        cmocka_unit_test(test_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
