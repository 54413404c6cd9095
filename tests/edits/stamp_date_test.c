/* stamp_date_test.c: another day in place of a date, in the same form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edits/stamp_date.h"

static void test_forms(void **state)
{
    (void)state;
    static const struct {
        const char *written, *expected;
    } cases[] = {
        {"2026-01-26", "2026-09-05"},
        {"January 26, 2026", "September 5, 2026"},
        {"Jan 26, 2026", "Sep 5, 2026"},
        {"26 January 2026", "5 September 2026"},
        {"3 Feb 2026", "5 Sep 2026"},
        {"26.01.2026", "05.09.2026"},
        {"01/26/2026", ""}, /* 09/05 has two readings */
        {"January 2026", ""},
        {"26 janvier 2026", ""},
        {"2026-01-26T10:00", ""},
        {"", ""},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice got =
            stamp_date(slice_of(cases[i].written), date_to_days((struct date){2026, 9, 5}), &arena);
        if (!slice_is(got, cases[i].expected))
            fail_msg("%s: %.*s, not %s", cases[i].written, SLICE_ARG(got), cases[i].expected);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms)};
    return cmocka_run_group_tests_name("stamp_date", tests, NULL, NULL);
}
