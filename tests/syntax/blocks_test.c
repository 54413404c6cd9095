/* blocks_test.c: documents as strings and the blocks they must give. */
#include <stdarg.h>
#include <stddef.h>

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "outline.h"
#include "syntax/tree.h"

#include <stdio.h>
#include <string.h>

struct blocks_case {
    const char *name, *text, *outline;
};

static const struct blocks_case cases[] = {
    {"empty", "", ""},
    {"blank", " \n\t\n", ""},
    {"sections nest", "# A\n\ntext\n## B ##\n# C\n",
     "section 1\n"
     "  heading 1 'A' m'#'\n"
     "  p\n    line 'text'\n"
     "  section 2\n    heading 2 'B' m'##'\n"
     "section 1\n  heading 1 'C' m'#'\n"},
    {"setext", "Two\nlines \n=====\nb\n--\n",
     "section 1\n  heading 1 'Two\\nlines' m'====='\n"
     "  section 2\n    heading 2 'b' m'--'\n"},
    {"lines are trimmed", "  one  \r\n   two\t\r\n", "p\n  line 'one'\n  line 'two'\n"},
    {"nested tasks", "- [ ] a\n  1. [x] b\n- c\n",
     "list\n"
     "  item 1 m'-' b'[ ]'\n    p\n      line 'a'\n"
     "    list ordered\n      item 2 ordered m'1.' b'[x]'\n        p\n          line 'b'\n"
     "  item 1 m'-'\n    p\n      line 'c'\n"},
    {"no boxes", "- [P] tasks\n- [ab] x\n- [x](y)\n- []\n",
     "list\n"
     "  item 1 m'-' b'[P]'\n    p\n      line 'tasks'\n"
     "  item 1 m'-'\n    p\n      line '[ab] x'\n"
     "  item 1 m'-'\n    p\n      line '[x](y)'\n"
     "  item 1 m'-'\n    p\n      line '[]'\n"},
    {"fence", "```js x\r\na\r\n\r\nb\r\n```\r\n~~~\nopen",
     "fence closed 'a\\r\\n\\r\\nb' m'js x'\nfence 'open'\n"},
    {"fence in an item", "- x\n\n  ```\n  y\n\nz\n",
     "list\n  item 1 m'-'\n    p\n      line 'x'\n    fence '  y\\n'\np\n  line 'z'\n"},
    {"indented code", "\tone\n\n     two\n\nx\n", "code '\\tone\\n\\n     two'\np\n  line 'x'\n"},
    {"quote with lazy line", "> a\nb\n> > c\n> d\n\ne\n",
     "quote\n  p\n    line 'a'\n    line 'b'\n"
     "  quote\n    p\n      line 'c'\n      line 'd'\n"
     "p\n  line 'e'\n"},
    {"quoted list", "> - a\n>   b\n> - c\n",
     "quote\n  list\n    item 1 m'-'\n      p\n        line 'a'\n        line 'b'\n"
     "    item 1 m'-'\n      p\n        line 'c'\n"},
    {"table", "text\n| a | b\\|c |\n|:--|--:|\n| 1 | |\nd|e|f\n\nx\n",
     "p\n  line 'text'\n"
     "table\n  row\n    cell 'a'\n    cell 'b\\|c'\n"
     "  row\n    cell '1'\n    cell\n"
     "  row\n    cell 'd'\n    cell 'e'\n    cell 'f'\n"
     "p\n  line 'x'\n"},
    {"no table", "a | b\n---|---|---\n", "p\n  line 'a | b'\n  line '---|---|---'\n"},
    {"comments", "<!-- a\n\nb -->\n<!-->\n<!-- open\n",
     "comment closed ' a\\n\\nb '\ncomment closed\ncomment ' open'\n"},
    {"html", "<div>\n# no\n\n# yes\n", "html '<div>\\n# no'\nsection 1\n  heading 1 'yes' m'#'\n"},
    {"definition", "[Ab c]: <x y> 'title\nmore'\n[d]: e\ntext\n",
     "definition 'x y' m'Ab c'\ndefinition 'e' m'd'\np\n  line 'text'\n"},
    {"front matter", "\xEF\xBB\xBF---\r\na: b\r\n---\r\n# T\r\n",
     "front-matter closed 'a: b'\nsection 1\n  heading 1 'T' m'#'\n"},
    {"no front matter", "---\na: b\n", "break\np\n  line 'a: b'\n"},
    {"heading in item and quote", "- # a\n> ## b\n",
     "list\n  item 1 m'-'\n    heading 1 'a' m'#'\nquote\n  heading 2 'b' m'##'\n"},
    {"traps", "#NoSpace\n\n```\n# no\n- [ ] no\n```\n\n# Yes #\n",
     "p\n  line '#NoSpace'\nfence closed '# no\\n- [ ] no'\nsection 1\n  heading 1 'Yes' m'#'\n"},
};

static void check(const struct blocks_case *c)
{
    struct arena arena;
    arena_init(&arena);
    struct slice text = slice_of(c->text);
    struct blocks blocks = syntax_blocks(text, &arena);
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    strbuf_puts(&out, "");
    outline(&out, text, &blocks);
    if (strcmp(out.ptr ? out.ptr : "", c->outline) != 0)
        print_error("case: %s\n", c->name);
    assert_string_equal(out.ptr ? out.ptr : "", c->outline);
    strbuf_release(&out);
    arena_release(&arena);
}

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check(&cases[i]);
}

static void test_spans(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct slice text = SLICE("# T #  \n\n- a\n  - b\n\n\n> q\n");
    struct blocks blocks = syntax_blocks(text, &arena);
    static const struct {
        uint8_t kind;
        struct span span;
    } expected[] = {
        {BLOCK_DOCUMENT, {0, 25}},   {BLOCK_SECTION, {0, 24}}, {BLOCK_HEADING, {0, 5}},
        {BLOCK_LIST, {9, 18}},       {BLOCK_ITEM, {9, 18}},    {BLOCK_PARAGRAPH, {11, 12}},
        {BLOCK_LINE, {11, 12}},      {BLOCK_LIST, {15, 18}},   {BLOCK_ITEM, {15, 18}},
        {BLOCK_PARAGRAPH, {17, 18}}, {BLOCK_LINE, {17, 18}},   {BLOCK_QUOTE, {21, 24}},
        {BLOCK_PARAGRAPH, {23, 24}}, {BLOCK_LINE, {23, 24}},
    };
    assert_int_equal(blocks.len, sizeof expected / sizeof *expected);
    for (uint32_t i = 0; i < blocks.len; i++) {
        assert_int_equal(blocks.v[i].kind, expected[i].kind);
        assert_int_equal(blocks.v[i].span.start, expected[i].span.start);
        assert_int_equal(blocks.v[i].span.end, expected[i].span.end);
    }
    assert_int_equal(block_first_child(&blocks, 1), 2);
    assert_int_equal(block_next_sibling(&blocks, 2), 3);
    assert_int_equal(block_next_sibling(&blocks, 3), 11);
    assert_int_equal(block_next_sibling(&blocks, 11), 0);
    assert_int_equal(block_at(&blocks, 17), 10);
    assert_int_equal(block_at(&blocks, 19), 1);
    assert_int_equal(block_at(&blocks, 23), 13);
    assert_int_equal(block_enclosing(&blocks, 10, BLOCK_ITEM), 8);
    assert_int_equal(block_enclosing(&blocks, 10, BLOCK_QUOTE), 0);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
