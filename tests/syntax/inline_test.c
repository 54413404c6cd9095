/* inline_test.c: the shapes found in a line, their texts and targets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "syntax/inline.h"

static const char *const kind_names[] = {
    "root",    "label", "strong",   "emphasis",    "strike",   "code",   "link",
    "image",   "wiki",  "url",      "html",        "mention",  "number", "money",
    "percent", "date",  "numbered", "measure",     "range",    "arrow",  "paren",
    "id",      "tag",   "path",     "placeholder", "dataview", "emoji",  "separator"};

/* One line for a case: "kind[text|target]" in preorder, children in braces. */
static void describe(const struct inlines *in, struct slice text, struct strbuf *out)
{
    uint32_t open = 0;
    for (uint32_t i = 1; i <= in->len; i++) {
        for (; open && in->v[open].next <= i; open = in->v[open].parent)
            if (in->v[open].next > open + 1)
                strbuf_puts(out, "}");
        if (i == in->len)
            break;
        const struct inline_node *n = &in->v[i];
        if (out->len)
            strbuf_puts(out, out->ptr[out->len - 1] == '{' ? "" : " ");
        strbuf_printf(out, "%s[%.*s", kind_names[n->kind], SLICE_ARG(span_slice(text, n->text)));
        if (!span_is_empty(n->target))
            strbuf_printf(out, "|%.*s", SLICE_ARG(span_slice(text, n->target)));
        strbuf_printf(out, "]%s%s", n->is_reference ? "*" : "", n->next > i + 1 ? "{" : "");
        open = i;
        assert_true(span_covers(in->v[n->parent].span, n->span));
    }
}

struct inline_case {
    const char *line, *expected;
};

static void check(const struct inline_case *cases, size_t count)
{
    struct inline_parser *parser = inline_parser_new();
    for (size_t i = 0; i < count; i++) {
        struct arena arena;
        struct strbuf out;
        arena_init(&arena);
        strbuf_init(&out, STRBUF_NO_LIMIT);
        struct slice text = slice_of(cases[i].line);
        struct inlines in =
            inline_parse(parser, text, (struct span){0, (uint32_t)text.len}, &arena);
        describe(&in, text, &out);
        if (!slice_is(strbuf_slice(&out), cases[i].expected))
            fail_msg("%s\n  gives    %s\n  expected %s", cases[i].line, out.ptr, cases[i].expected);
        strbuf_release(&out);
        arena_release(&arena);
    }
    inline_parser_free(parser);
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void labels(void **state)
{
    (void)state;
    static const struct inline_case cases[] = {
        {"**Owner:** Ana", "label[Owner]"},
        {"**Owner**: Ana", "label[Owner]"},
        {"__Owner__: Ana", "label[Owner]"},
        {"_Owner:_ Ana", "label[Owner]"},
        {"*Owner*: Ana", "label[Owner]"},
        {"Owner: Ana", "label[Owner]"},
        {"Owner:", "label[Owner]"},
        {"**Ziel** : Rom", "label[Ziel]"},
        {"负责人：王", "label[负责人]"},
        {"**責任者**：佐藤", "label[責任者]"},
        {"_Depends: 1.2_", "emphasis[Depends: 1.2]{label[Depends] number[1.2]}"},
        {"**Status: open**", "strong[Status: open]{label[Status]}"},
        {"🎯 Goal: win", "emoji[🎯] label[Goal]"},
        {"**Who**: A | **When**: B", "label[Who] separator[|] label[When]"},
        {"first line\nOwner: Ana", "label[Owner]"},
        {"Week 1 (Kickoff): meet",
         "label[Week 1 (Kickoff)]{numbered[Week|1]{number[1]} paren[Kickoff]}"},
        {"one two three four five six seven: no", ""},
        {"at 10:30 sharp", ""},
        {"C:\\temp", ""},
        {"note:: x", ""},
    };
    CHECK(cases);
}

static void numbers(void **state)
{
    (void)state;
    static const struct inline_case cases[] = {
        {"Weeks 1–4", "numbered[Weeks|1–4]{range[1–4]}"},
        {"Phase 1, 2 & 3", "numbered[Phase|1, 2 & 3]{number[1] number[2] number[3]}"},
        {"Jan 26, 2026", "numbered[Jan|26, 2026]{number[26] number[2026]}"},
        {"lasts 4-6 hours", "measure[4-6|hours]"},
        {"lasts 4 to 6 hours", "measure[4 to 6|hours]"},
        {"3-4h", "measure[3-4|h]"},
        {"第1阶段", "numbered[阶段|1]"},
        {"≥70%", "percent[≥70%]"},
        {"~$40K", "money[~$40K]"},
        {"\\$5", "money[\\$5]"},
        {"$token", ""},
        {"ğŸš€ 10x", "measure[10|x]"},
        {"2026-02-30", "date[2026-02-30]"},
        {"1.10", "number[1.10]"},
        {"2.1.3", "id[2.1.3]"},
    };
    CHECK(cases);
}

static void texts_and_targets(void **state)
{
    (void)state;
    static const struct inline_case cases[] = {
        {"[a](<b c> \"t\")", "link[a|b c]"},
        {"[a b][c] [d][]", "link[a b|c]* link[d|d]*"},
        {"![a](b.png)", "image[a|b.png]"},
        {"[[a#b|c]] [[d]]", "wiki[c|a#b] wiki[|d]"},
        {"<https://x.org> www.x.org", "url[https://x.org|https://x.org] url[www.x.org|www.x.org]"},
        {"`` a`b ``", "code[a`b]"},
        {"@ana/x", "mention[ana/x]"},
        {"≥ 1,200+ and -2", "number[1,200] number[2]"},
        {"src/a.py:147 b.md#part", "path[src/a.py|147] path[b.md|part]"},
        {"[due:: 2026-01-01]", "dataview[2026-01-01|due]{date[2026-01-01]}"},
        {"10 business days", "measure[10|business days]"},
        {"20-week", "measure[20|week]"},
        {"3週間", "measure[3|週間]"},
        {"T012-T015", "id[T012] id[T015]"},
        {"W3-1–W3-4/P0", "id[W3-1] id[W3-4] id[P0]"},
        {"（a）", "paren[a]"},
        {"{#goal}", "tag[#goal]"},
        {"Sec. 3", "numbered[Sec|3]{number[3]}"},
    };
    CHECK(cases);
}

static void plain(void **state)
{
    (void)state;
    static const struct inline_case cases[] = {
        {"**A** [b](c)", "A b"},
        {"**Owner:** Ana", "Owner: Ana"},
        {"_Owner_: Ana", "Owner: Ana"},
        {"a `b*` ![c](d) ~~e~~", "a b* c e"},
        {"[[a#b|c]] [[d]]", "c d"},
        {"<https://x.org> a<br>b<!-- c -->", "https://x.org a b"},
        {"1\\. \\*a\\* \\$5 C:\\x", "1. *a* $5 C:\\x"},
        {"R&amp;D&nbsp;x &lt;b&gt;", "R&D x <b>"},
        {"one  \n  two\r\nthree", "one two three"},
        {"***a** b*", "a b"},
        {"[P] {#x} $X", "[P] {#x} $X"},
        {"", ""},
    };
    struct inline_parser *parser = inline_parser_new();
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice text = slice_of(cases[i].line);
        struct inlines in =
            inline_parse(parser, text, (struct span){0, (uint32_t)text.len}, &arena);
        struct slice got = inline_plain(&in, text, &arena);
        if (!slice_is(got, cases[i].expected))
            fail_msg("%s gives %.*s", cases[i].line, SLICE_ARG(got));
    }
    arena_release(&arena);
    inline_parser_free(parser);
}

/* Offsets are the document's, whatever part of it is read. */
static void part_of_a_document(void **state)
{
    (void)state;
    struct inline_parser *parser = inline_parser_new();
    struct arena arena;
    arena_init(&arena);
    struct slice text = SLICE("# é\n- **Owner:** Ana\n");
    struct inlines in = inline_parse(parser, text, (struct span){7, 21}, &arena);
    assert_int_equal(in.len, 2);
    assert_int_equal(in.v[0].span.start, 7);
    assert_int_equal(in.v[1].span.start, 7);
    assert_int_equal(in.v[1].span.end, 17);
    assert_int_equal(in.v[1].text.start, 9);
    assert_int_equal(in.v[1].text.end, 14);
    in = inline_parse(parser, text, (struct span){21, 500}, &arena);
    assert_int_equal(in.len, 1);
    assert_int_equal(in.v[0].span.end, text.len);
    arena_release(&arena);
    inline_parser_free(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels),
        cmocka_unit_test(numbers),
        cmocka_unit_test(texts_and_targets),
        cmocka_unit_test(plain),
        cmocka_unit_test(part_of_a_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
