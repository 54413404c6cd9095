/* nearest_test.c: the known name closest to a mistyped one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/nearest.h"

static void test_near_names(void **state)
{
    (void)state;
    static const char *const names[] = {"check", "fix", "explain", "index", "init", "lsp"};
    static const struct {
        const char *wanted, *near;
    } cases[] = {
        {"chekc", "check"},      {"check", "check"}, {"expl", "explain"},
        {"idnex", "index"},      {"fxi", "fix"},     {"in", NULL},
        {"lps", "lsp"},          {"rename", NULL},   {"", NULL},
        {"explains", "explain"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *near = nearest_name(slice_of(cases[i].wanted), names, 6);
        if (cases[i].near)
            assert_string_equal(near, cases[i].near);
        else
            assert_null(near);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_near_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
