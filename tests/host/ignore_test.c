/* ignore_test.c: git's ignore rules, case by case as gitignore(5) has them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/ignore.h"

#include <stdio.h>
#include <string.h>

struct ignore_case {
    const char *rules, *path; /* a path ending in '/' is a folder */
    bool ignored;
};

static const struct ignore_case cases[] = {
    /* A name without a slash matches at every depth. */
    {"notes.md", "notes.md", true},
    {"notes.md", "a/b/notes.md", true},
    {"notes.md", "a/notes.mdx", false},
    {"notes.md", "notes.md/", true},
    /* A slash in front or in the middle ties it to the folder. */
    {"/notes.md", "notes.md", true},
    {"/notes.md", "a/notes.md", false},
    {"docs/notes.md", "docs/notes.md", true},
    {"docs/notes.md", "a/docs/notes.md", false},
    /* A slash at the end means folders, at every depth. */
    {"build/", "build/", true},
    {"build/", "a/build/", true},
    {"build/", "build", false},
    {"/a/build/", "a/build/", true},
    {"/a/build/", "b/a/build/", false},
    /* Stars stay within a part, double stars do not. */
    {"*.log", "x.log", true},
    {"*.log", "a/x.log", true},
    {"a/*.log", "a/x.log", true},
    {"a/*.log", "a/b/x.log", false},
    {"a/*", "a/b", true},
    {"a/*", "a/b/c", false},
    {"**/x", "x", true},
    {"**/x", "a/b/x", true},
    {"**/b/x", "a/b/x", true},
    {"a/**", "a/b/c", true},
    {"a/**", "a/", false},
    {"a/**/x", "a/x", true},
    {"a/**/x", "a/b/c/x", true},
    {"a/**/x", "b/x", false},
    {"a/**/b/**/c", "a/1/b/2/3/c", true},
    {"a/**/b/**/c", "a/1/c/2/b", false},
    {"a**b", "axxb", true},
    {"a**b/", "a/b/", false},
    {"*", "anything", true},
    {"*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false},
    /* Question marks and brackets. */
    {"?.md", "a.md", true},
    {"?.md", "ab.md", false},
    {"[ab].md", "b.md", true},
    {"[ab].md", "c.md", false},
    {"[!ab].md", "c.md", true},
    {"[^a-c].md", "b.md", false},
    {"[0-9][0-9].md", "42.md", true},
    {"[]x].md", "].md", true},
    {"[ab.md", "[ab.md", true}, /* never closed: stands for itself */
    /* The last match decides; ! takes back. */
    {"*.md\n!plan.md", "a.md", true},
    {"*.md\n!plan.md", "plan.md", false},
    {"!plan.md\n*.md", "plan.md", true},
    {"*.md\n!a/", "a/", false},
    /* Comments, blanks, escapes, spaces, line ends. */
    {"# a.md\n\n", "a.md", false},
    {"\\#a.md", "#a.md", true},
    {"\\!a.md", "!a.md", true},
    {"a.md  ", "a.md", true},
    {"a\\ ", "a ", true},
    {"a\\*b", "a*b", true},
    {"a\\*b", "axb", false},
    {"a.md\r\nb.md\r\n", "a.md", true},
    {"a.md\r\nb.md\r\n", "b.md", true},
    {"\xEF\xBB\xBF"
     "a.md",
     "a.md", true},
    {"/", "a", false},
    {"e*.md", "été.md", false},
    {"ét*.md", "été.md", true},
};

static void test_every_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena);
        struct slice path = slice_of(cases[i].path);
        bool folder = slice_ends(path, SLICE("/"));
        path.len -= folder;
        const struct ignore *rules =
            ignore_read(&arena, NULL, SLICE(""), slice_of(cases[i].rules), SLICE(""));
        if (ignore_match(rules, path, folder) != cases[i].ignored)
            fail_msg("\"%s\" on \"%s\" should be %d", cases[i].rules, cases[i].path,
                     cases[i].ignored);
        arena_release(&arena);
    }
}

static void test_inner_file_wins(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const struct ignore *outer =
        ignore_read(&arena, NULL, SLICE(""), SLICE("*.md\n/top"), SLICE(""));
    const struct ignore *inner =
        ignore_read(&arena, outer, SLICE("docs"), SLICE("!keep.md\n/x"), SLICE(""));
    assert_false(ignore_match(inner, SLICE("docs/keep.md"), false));
    assert_false(ignore_match(inner, SLICE("docs/a/keep.md"), false));
    assert_true(ignore_match(inner, SLICE("docs/other.md"), false));
    assert_true(ignore_match(inner, SLICE("keep.md"), false)); /* not in docs/ */
    assert_true(ignore_match(inner, SLICE("docs/x"), false));
    assert_false(ignore_match(inner, SLICE("docs/a/x"), false));
    assert_false(ignore_match(inner, SLICE("docs/top"), false));
    assert_false(ignore_match(inner, SLICE("docsx/x"), false)); /* a folder that begins alike */
    arena_release(&arena);
}

static void test_a_file_without_patterns_adds_nothing(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const struct ignore *outer = ignore_read(&arena, NULL, SLICE(""), SLICE("a"), SLICE(""));
    assert_ptr_equal(ignore_read(&arena, outer, SLICE("b"), SLICE("# nothing\n\n"), SLICE("")),
                     outer);
    assert_null(ignore_read(&arena, NULL, SLICE(""), SLICE(""), SLICE("")));
    assert_false(ignore_match(NULL, SLICE("a"), false));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_rule),
        cmocka_unit_test(test_inner_file_wins),
        cmocka_unit_test(test_a_file_without_patterns_adds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
