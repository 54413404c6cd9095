/* reference_paths_test.c: what is a file's name in text, code and links, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/reference_build.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_paths_in_text(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *paths[3];
    } cases[] = {
        {"Read ROADMAP.md first.", {"ROADMAP.md"}},
        {"Read ROADMAP.md.", {"ROADMAP.md"}},
        {"**ROADMAP.md** - Section 3", {"ROADMAP.md"}},
        {"*ROADMAP.md*", {"ROADMAP.md"}},
        {"_ROADMAP.md_ and __init__.py", {"ROADMAP.md", "__init__.py"}},
        {"docs/a.md, ./b.md and ../c.md", {"docs/a.md", "./b.md", "../c.md"}},
        {"see src/x.py:147 there", {"src/x.py"}},
        {"see src/x.py:147-160,170", {"src/x.py"}},
        {"(PLAN.md)", {"PLAN.md"}},
        {"→ Open: PLAN.md", {"PLAN.md"}},
        {"ask @docs/plan.md", {"docs/plan.md"}},
        {"V1.1_ROADMAP.md", {"V1.1_ROADMAP.md"}},
        {"app.config.ts", {"app.config.ts"}},
        {"計画はPLAN.mdを見る", {"PLAN.md"}},
        {"the plan—PLAN.md—says", {"PLAN.md"}},
        {".github/workflows/ci.yml", {".github/workflows/ci.yml"}},
        {"a%20b.md", {"a%20b.md"}},
        /* none */
        {"https://example.org/a.md", {NULL}},
        {"mail a@example.md", {NULL}},
        {"/etc/app.conf and ~/x.md", {NULL}},
        {"*.md and src/**/*.ts", {NULL}},
        {"src/**/index.ts", {NULL}},
        {"src/{a,b}.ts", {NULL}},
        {"<name>.md", {NULL}},
        {"week-X-Y/SUMMARY.md", {NULL}},
        {"specs/NNN-name/plan.md", {NULL}},
        {"notes-YYYY-MM-DD.md", {NULL}},
        {"path/to/file.md", {NULL}},
        {"Node.js and Next.js", {NULL}},
        {"at 9 a.m. or 5 p.m", {NULL}},
        {"e.g. this, i.e. that", {NULL}},
        {"version 1.2.3 of it", {NULL}},
        {"Bolt.new and example.com", {NULL}},
        {"README.md/CONTRIBUTING.md", {NULL}},
        {"Résumé.md", {NULL}},
        {"C:\\docs\\a.md", {NULL}},
        {"console.log and foo.bar()", {NULL}},
        {"call render.js(x)", {NULL}},
        {".md", {NULL}},
        {".stories.tsx and .d.ts", {NULL}},
        {"from keys.openpgp.org", {NULL}},
        {"db/YYYYMMDDHHMMSS_add.sql", {NULL}},
        {"", {NULL}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct slice s = slice_of(cases[i].text);
        size_t at = 0, start, end, count = 0;
        print_message("%s\n", cases[i].text);
        while (path_next(s, &at, &start, &end)) {
            print_message("  %.*s\n", SLICE_ARG(slice_sub(s, start, end)));
            assert_true(count < 3 && cases[i].paths[count] != NULL);
            assert_true(slice_is(slice_sub(s, start, end), cases[i].paths[count]));
            count++;
        }
        assert_true(count == 3 || cases[i].paths[count] == NULL);
        assert_true(count == 0 || path_may_occur(s));
    }
}

static void test_line_numbers_are_passed_over(void **state)
{
    (void)state;
    struct slice s = SLICE("x.py:147-150 then");
    size_t at = 0, start, end;
    assert_true(path_next(s, &at, &start, &end));
    assert_int_equal(end, 4);
    assert_int_equal(at, 12);
}

static void test_paths_in_code(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        size_t length; /* 0: none */
    } cases[] = {
        {"src/app/[id]/page.tsx", 21},
        {"src/(tabs)/index.tsx", 20},
        {"a.md", 4},
        {"x.py:147", 4},
        {"x.py#L3", 4},
        {"t/x.py::test_y", 6},
        {"docs/Übersicht.md", 18},
        {"npm run x.js", 0},
        {"foo.bar()", 0},
        {"Array.map", 0},
        {"@scope/pkg.js", 0},
        {"*.md", 0},
        {"src/*.ts", 0},
        {"res.json", 0},
        {"/abs/x.md", 0},
        {"${dir}/x.md", 0},
        {"x.md | y.md", 0},
        {"", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t length = 0;
        print_message("%s\n", cases[i].code);
        assert_int_equal(path_is_code(slice_of(cases[i].code), &length), cases[i].length > 0);
        if (cases[i].length)
            assert_int_equal(length, cases[i].length);
    }
}

static void test_link_targets(void **state)
{
    (void)state;
    static const struct {
        const char *target;
        bool local;
    } cases[] = {
        {"a.md", true},
        {"#anchor", true},
        {"../x/b.md#y", true},
        {"/docs/x", true},
        {"a%20b.md", true},
        {"https://x.org/a.md", false},
        {"mailto:a@b.c", false},
        {"file:///x.md", false},
        {"//host/x", false},
        {"url", false},
        {"#", false},
        {"...", false},
        {"{{ url }}", false},
        {"www.example.org", false},
        {"", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s\n", cases[i].target);
        assert_int_equal(path_is_local_target(slice_of(cases[i].target)), cases[i].local);
    }
}

static void test_decoding(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_true(slice_is(path_decode(&arena, SLICE("a%20b.md")), "a b.md"));
    assert_true(slice_is(path_decode(&arena, SLICE("foo\\_bar.md")), "foo_bar.md"));
    assert_true(slice_is(path_decode(&arena, SLICE("100%.md")), "100%.md"));
    assert_true(slice_is(path_decode(&arena, SLICE("%E2%9C%93")), "✓"));
    assert_true(slice_is(path_decode(&arena, SLICE("%4")), "%4"));
    arena_release(&arena);
}

static void test_documents(void **state)
{
    (void)state;
    assert_true(path_is_document(SLICE("docs/PLAN.MD")));
    assert_true(path_is_document(SLICE("notes.txt")));
    assert_false(path_is_document(SLICE("main.c")));
    assert_false(path_is_document(SLICE("LICENSE")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths_in_text), cmocka_unit_test(test_line_numbers_are_passed_over),
        cmocka_unit_test(test_paths_in_code), cmocka_unit_test(test_link_targets),
        cmocka_unit_test(test_decoding),      cmocka_unit_test(test_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
