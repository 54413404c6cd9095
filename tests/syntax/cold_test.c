/* cold_test.c: the parser for texts that are only read gives the nodes that tree-sitter's runtime gives.
 * incremental_test.c and inline_bytes_test.c ask the same of random texts, the fuzzers of any. */
/* For opendir. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../sample_documents.h"
#include "base/strbuf.h"
#include "cold_same.h"

#include <stdio.h>
#include <string.h>

const TSLanguage *tree_sitter_plan(void);
const TSLanguage *tree_sitter_plan_inline(void);

static void check(struct slice text)
{
    if (!cold_same(tree_sitter_plan(), text))
        fail_msg("other blocks in: %.*s", SLICE_ARG(text));
    if (!cold_same(tree_sitter_plan_inline(), text))
        fail_msg("other shapes in: %.*s", SLICE_ARG(text));
}

static void test_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "\n",
        " ",
        "\xEF\xBB\xBF",
        "\xEF\xBB\xBF# Plan\n",
        "\xEF\xBB\xBF---\nowner: Mara\n---\n# Plan",
        "---\nowner: Mara\n---\n\n# Plan\n\n## Phase 1 (Weeks 1-4)\n\ntext\n",
        "Title\n=====\n\nOther\n-----\n- [ ] **T012** dredge the *quay* by `make`, $30K, 3-4 "
        "weeks\n"
        "  - [x] [sub](a.md#b \"t\") and ![i](j.png)\n\n> quoted\nlazy\n\n| a | b |\n|---|---|\n| "
        "1 | 2 |\n",
        "```\n- [ ] none\n```\n\n    code\n\n<!-- c -->\n***\n[r]: d\n",
        "**Owner:** Jörg (Lead) → 第1阶段, 12月1日 🚀 {{x}} [[wiki#a|b]] (see (that)) [k:: v] T1-T4",
        "broken \xff\xe2\x82 bytes \xed\xa0\x80 \xf4\x90\x80\x80 \xc0\x80 and \xEF\xBF\xBD",
        "***a** b* __c _d_ e__ ~~f~~ <http://g> <b>h</b> \\*i\\* \r\nj\rk\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct slice text = slice_of(texts[i]);
        for (size_t cut = 0; cut <= text.len; cut++) /* also where it is cut in the middle */
            check(slice_sub(text, 0, cut));
    }
    check((struct slice){"a\0b\n\0\n# c\0\n", 10});
}

/* Many nodes, and more than are kept for the next text. */
static void test_one_parser_for_many(void **state)
{
    (void)state;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (int i = 0; i < 40000; i++)
        strbuf_printf(&text, "%s- [ ] task %d\n", i % 50 ? "" : "\n## Phase\n\n", i);
    check(strbuf_slice(&text));
    struct cold_parser *parser = cold_parser_new(tree_sitter_plan());
    struct cold_tree tree;
    for (int round = 0; round < 2; round++) {
        assert_true(cold_parse(parser, strbuf_slice(&text), &tree));
        assert_true(tree.root > 65536);
        assert_true(cold_parse(parser, SLICE("# A\n\nb\n"), &tree));
        const struct cold_node *nodes = tree.nodes;
        uint32_t section = nodes[tree.root].child, heading = nodes[section].child;
        uint32_t title = nodes[nodes[heading].child].next, paragraph = nodes[heading].next;
        assert_true(span_equal(nodes[title].span, (struct span){2, 3}));
        assert_true(span_equal(nodes[paragraph].span, (struct span){5, 6}));
        assert_int_equal(nodes[title].next, COLD_UP | heading);
        assert_int_equal(nodes[paragraph].next, COLD_UP | section);
        assert_int_equal(nodes[section].next, COLD_UP | tree.root);
        assert_int_equal(nodes[title].child, COLD_NONE);
    }
    cold_parser_free(parser);
    cold_parser_free(NULL);
    strbuf_release(&text);
}

/* The documents beside the repository, whole as blocks and in paragraphs as shapes. */
static void test_sample_documents(void **state)
{
    (void)state;
    const char *folder;
    DIR *dir = sample_documents(&folder);
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        char path[4096];
        static char buffer[256 * 1024];
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        FILE *file = slice_ends(slice_of(path), SLICE(".md")) ? fopen(path, "rb") : NULL;
        if (!file)
            continue;
        struct slice text = {buffer, fread(buffer, 1, sizeof buffer, file)};
        fclose(file);
        if (!cold_same(tree_sitter_plan(), text))
            fail_msg("other blocks in %s", path);
        if (!cold_same(tree_sitter_plan_inline(), slice_sub(text, 0, 16 * 1024)))
            fail_msg("other shapes in %s", path);
    }
    closedir(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_one_parser_for_many),
        cmocka_unit_test(test_sample_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
