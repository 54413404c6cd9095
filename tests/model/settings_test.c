/* settings_test.c: settings without configuration, and globs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/settings.h"

#include <string.h>

static void test_defaults(void **state)
{
    (void)state;
    struct settings settings;
    settings_init(&settings);
    assert_int_equal(settings.profile, PROFILE_STANDARD);
    assert_int_equal(settings.start, DATE_NONE);
    assert_true(slice_is(settings.currency, "USD"));
    assert_true(settings.workdays[MONDAY] && settings.workdays[FRIDAY]);
    assert_false(settings.workdays[SATURDAY] || settings.workdays[SUNDAY]);
    assert_int_equal(settings.rule_count + settings.person_count + settings.field_count, 0);
}

static void test_globs(void **state)
{
    (void)state;
    static const struct {
        const char *pattern, *path;
        bool matches;
    } cases[] = {
        {"plan.md", "plan.md", true},
        {"plan.md", "docs/plan.md", false},
        {"*.md", "plan.md", true},
        {"*.md", "docs/plan.md", false},
        {"**/*.md", "plan.md", true},
        {"**/*.md", "a/b/c/plan.md", true},
        {"**/*.md", "plan.mdx", false},
        {"**/plan.md", "plan.md", true},
        {"**/plan.md", "a/b/plan.md", true},
        {"**/plan.md", "a/myplan.md", false},
        {"docs/**", "docs/a/b.md", true},
        {"docs/**", "docs", true},
        {"docs/**", "doc/a.md", false},
        {"docs/**/a.md", "docs/a.md", true},
        {"docs/**/a.md", "docs/x/y/a.md", true},
        {"docs/**/x/**/a.md", "docs/x/q/x/a.md", true},
        {"**/node_modules/**", "node_modules/a/b.md", true},
        {"**/node_modules/**", "x/node_modules/b.md", true},
        {"**", "anything/at/all", true},
        {"a*c", "abbbc", true},
        {"a*c", "ac", true},
        {"a*c", "ab", false},
        {"a*b*c", "aXbYbZc", true},
        {"*", "a/b", false},
        {"?.md", "é.md", true},
        {"??.md", "é.md", false},
        {"[a-c].md", "b.md", true},
        {"[a-c].md", "d.md", false},
        {"[!a-c].md", "d.md", true},
        {"[^a-c].md", "a.md", false},
        {"[]a].md", "].md", true},
        {"[а-я].md", "ж.md", true},
        {"[a.md", "[a.md", true},
        {"\\*.md", "*.md", true},
        {"\\*.md", "a.md", false},
        {"*.{md,markdown}", "a.markdown", true},
        {"*.{md,markdown}", "a.txt", false},
        {"{docs,plans/**}/*.md", "plans/x/y.md", true},
        {"{docs,plans/**}/*.md", "docs/y.md", true},
        {"{a,{b,c}}.md", "c.md", true},
        {"{a}.md", "a.md", true},
        {"{a.md", "{a.md", true},
        {"./docs/*.md", "docs/a.md", true},
        {"", "a", false},
        {"a", "", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (glob_match(slice_of(cases[i].pattern), slice_of(cases[i].path)) != cases[i].matches)
            fail_msg("%s against %s", cases[i].pattern, cases[i].path);
}

/* What makes naive matchers explode: each must end at once. */
static void test_globs_do_not_explode(void **state)
{
    (void)state;
    char path[2000];
    memset(path, 'a', sizeof path);
    assert_false(glob_match(SLICE("*a*a*a*a*a*a*a*a*a*a*b"), (struct slice){path, sizeof path}));
    for (size_t i = 1; i < sizeof path; i += 2)
        path[i] = '/';
    assert_false(
        glob_match(SLICE("**/a/**/a/**/a/**/a/**/a/**/b"), (struct slice){path, sizeof path}));
    assert_false(
        glob_match(SLICE("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"
                         "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"),
                   SLICE("x")));
    char braces[2000];
    memset(braces, '{', sizeof braces);
    assert_false(glob_match((struct slice){braces, sizeof braces}, SLICE("x")));
    assert_false(glob_match((struct slice){braces, 1000}, SLICE("x")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_globs),
        cmocka_unit_test(test_globs_do_not_explode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
