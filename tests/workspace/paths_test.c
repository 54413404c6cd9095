/* paths_test.c: joining and relating workspace paths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workspace/workspace.h"

static struct arena arena;

static void assert_slice(struct slice got, const char *expected)
{
    assert_string_equal(arena_cstring(&arena, got), expected);
}

static void test_resolve(void **state)
{
    (void)state;
    static const struct {
        const char *from, *relative, *expected;
    } cases[] = {
        {"plan.md", "tasks/a.md", "tasks/a.md"},
        {"docs/plan.md", "a.md", "docs/a.md"},
        {"docs/plan.md", "./a.md", "docs/a.md"},
        {"docs/plan.md", "../a.md", "a.md"},
        {"docs/x/plan.md", "../../a.md", "a.md"},
        {"docs/plan.md", "x/../y//z.md", "docs/y/z.md"},
        {"docs/plan.md", "x/", "docs/x"},
        {"plan.md", "notes/2026 review.md", "notes/2026 review.md"},
        /* out of the root, elsewhere, or no path at all */
        {"plan.md", "../a.md", ""},
        {"docs/plan.md", "../../a.md", ""},
        {"plan.md", "/a.md", ""},
        {"plan.md", "https://example.org/a.md", ""},
        {"plan.md", "mailto:a@example.org", ""},
        {"plan.md", "C:\\a.md", ""},
        {"plan.md", "~/a.md", ""},
        {"plan.md", "src/**/*.c", ""},
        {"plan.md", "src/<name>.c", ""},
        {"plan.md", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_slice(path_resolve(slice_of(cases[i].from), slice_of(cases[i].relative), &arena),
                     cases[i].expected);
}

static void test_relative(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to, *expected;
    } cases[] = {
        {"plan.md", "tasks/a.md", "tasks/a.md"}, {"tasks/a.md", "plan.md", "../plan.md"},
        {"tasks/a.md", "tasks/b.md", "b.md"},    {"a/b/c.md", "a/d.md", "../d.md"},
        {"a/b/c.md", "x/y.md", "../../x/y.md"},  {"ab/c.md", "a/d.md", "../a/d.md"},
        {"a/c.md", "ab/d.md", "../ab/d.md"},     {"a/b/c.md", "a/b/d/e.md", "d/e.md"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice from = slice_of(cases[i].from), to = slice_of(cases[i].to);
        struct slice way = path_relative(from, to, &arena);
        assert_slice(way, cases[i].expected);
        assert_slice(path_resolve(from, way, &arena), cases[i].to); /* and back */
    }
}

static int setup(void **state)
{
    (void)state;
    arena_init(&arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_resolve),
                                       cmocka_unit_test(test_relative)};
    return cmocka_run_group_tests_name("paths", tests, setup, teardown);
}
