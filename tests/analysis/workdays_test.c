/* workdays_test.c: which days people work. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/workdays.h"

static date_days day(int year, int month, int of_month)
{
    return date_to_days((struct date){year, month, of_month});
}

static void test_counting(void **state)
{
    (void)state;
    struct arena arena;
    struct settings settings;
    arena_init(&arena);
    settings_init(&settings);
    struct workdays plain = workdays_of(&settings, &arena);
    /* 5 January 2026 is a Monday */
    assert_int_equal(workdays_count(&plain, day(2026, 1, 5), day(2026, 1, 11)), 5);
    assert_int_equal(workdays_count(&plain, day(2026, 1, 9), day(2026, 1, 12)), 2);
    assert_int_equal(workdays_count(&plain, day(2026, 1, 10), day(2026, 1, 11)), 0);
    assert_int_equal(workdays_count(&plain, day(2026, 2, 2), day(2026, 3, 1)), 20);
    assert_int_equal(workdays_count(&plain, day(2026, 1, 9), day(2026, 1, 8)), 0);
    /* one holiday twice, one on a Saturday, one that is no date */
    const struct slice holidays[] = {SLICE("2026-01-07"), SLICE("2026-01-10"), SLICE("2026-01-07"),
                                     SLICE("2026-01-06"), SLICE("Easter")};
    settings.holidays = holidays;
    settings.holiday_count = 5;
    struct workdays some = workdays_of(&settings, &arena);
    assert_int_equal(workdays_count(&some, day(2026, 1, 5), day(2026, 1, 11)), 3);
    assert_int_equal(workdays_count(&some, day(2026, 1, 7), day(2026, 1, 7)), 0);
    assert_false(workdays_is_workday(&some, day(2026, 1, 6)));
    assert_true(workdays_is_workday(&some, day(2026, 1, 8)));
    arena_release(&arena);
}

static void test_next(void **state)
{
    (void)state;
    struct arena arena;
    struct settings settings;
    const struct slice holidays[] = {SLICE("2026-01-12")};
    arena_init(&arena);
    settings_init(&settings);
    settings.holidays = holidays;
    settings.holiday_count = 1;
    struct workdays workdays = workdays_of(&settings, &arena);
    assert_int_equal(workdays_next(&workdays, day(2026, 1, 9)), day(2026, 1, 9));
    assert_int_equal(workdays_next(&workdays, day(2026, 1, 10)), day(2026, 1, 13));
    for (size_t i = 0; i < 7; i++)
        settings.workdays[i] = false;
    struct workdays none = workdays_of(&settings, &arena);
    assert_int_equal(workdays_next(&none, day(2026, 1, 9)), day(2026, 1, 9));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counting),
                                       cmocka_unit_test(test_next)};
    return cmocka_run_group_tests_name("workdays", tests, NULL, NULL);
}
