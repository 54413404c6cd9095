/* date_test.c: days, weekdays and leap years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"

static void test_known_weekdays(void **state)
{
    (void)state;
    static const struct {
        struct date date;
        enum weekday weekday;
    } known[] = {
        {{1970, 1, 1}, THURSDAY},  {{2000, 1, 1}, SATURDAY}, {{1969, 7, 20}, SUNDAY},
        {{1900, 1, 1}, MONDAY},    {{2026, 1, 5}, MONDAY},   {{2026, 1, 27}, TUESDAY},
        {{2024, 2, 29}, THURSDAY}, {{2025, 12, 9}, TUESDAY}, {{1, 1, 1}, MONDAY},
        {{9999, 12, 31}, FRIDAY},  {{1582, 10, 15}, FRIDAY}, {{2023, 10, 4}, WEDNESDAY},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_int_equal(date_weekday(date_to_days(known[i].date)), known[i].weekday);
}

static void test_known_days(void **state)
{
    (void)state;
    assert_int_equal(date_to_days((struct date){1970, 1, 1}), 0);
    assert_int_equal(date_to_days((struct date){1970, 1, 2}), 1);
    assert_int_equal(date_to_days((struct date){1969, 12, 31}), -1);
    assert_int_equal(date_to_days((struct date){2000, 3, 1}), 11017);
    assert_int_equal(date_to_days((struct date){2001, 9, 9}), 11574); /* the billionth second */
}

static void test_months_and_leap_years(void **state)
{
    (void)state;
    assert_int_equal(date_month_length(2024, 2), 29);
    assert_int_equal(date_month_length(2025, 2), 28);
    assert_int_equal(date_month_length(2000, 2), 29);
    assert_int_equal(date_month_length(1900, 2), 28);
    assert_int_equal(date_month_length(2026, 4), 30);
    assert_int_equal(date_month_length(2026, 12), 31);
    assert_int_equal(date_month_length(2026, 0), 0);
    assert_int_equal(date_month_length(2026, 13), 0);
    assert_true(date_is_valid((struct date){2024, 2, 29}));
    assert_false(date_is_valid((struct date){2026, 2, 30}));
    assert_false(date_is_valid((struct date){2026, 2, 29}));
    assert_false(date_is_valid((struct date){0, 1, 1}));
    assert_false(date_is_valid((struct date){10000, 1, 1}));
    assert_false(date_is_valid((struct date){2026, 1, 0}));
}

/* Walks every day of the calendar beside a counter that knows only month lengths. */
static void test_every_day_there_and_back(void **state)
{
    (void)state;
    struct date date = {1, 1, 1};
    date_days days = date_to_days(date);
    int weekday = MONDAY;
    while (date.year <= 9999) {
        assert_true(date_to_days(date) == days);
        struct date back = date_from_days(days);
        assert_true(back.year == date.year && back.month == date.month && back.day == date.day);
        assert_true((int)date_weekday(days) == weekday);
        days++;
        weekday = (weekday + 1) % 7;
        if (++date.day > date_month_length(date.year, date.month)) {
            date.day = 1;
            if (++date.month > 12) {
                date.month = 1;
                date.year++;
            }
        }
    }
}

static void test_iso(void **state)
{
    (void)state;
    char out[11];
    date_format(date_parse_iso(SLICE("2026-01-05")), out);
    assert_string_equal(out, "2026-01-05");
    date_format(date_parse_iso(SLICE("0001-01-01")), out);
    assert_string_equal(out, "0001-01-01");
    static const char *const refused[] = {"",           "2026-1-5",    "2026-02-30", "2026/01/05",
                                          "26-01-05",   "2026-01-051", "2026-13-01", "0000-01-01",
                                          "2026-0x-01", " 2026-01-0"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(date_parse_iso(slice_of(refused[i])), DATE_NONE);
}

static void test_numbers_past_the_calendar_are_clamped(void **state)
{
    (void)state;
    char out[11];
    date_format(INT32_MAX, out);
    assert_string_equal(out, "9999-12-31");
    date_format(INT32_MIN, out);
    assert_string_equal(out, "0001-01-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_weekdays),
        cmocka_unit_test(test_known_days),
        cmocka_unit_test(test_months_and_leap_years),
        cmocka_unit_test(test_every_day_there_and_back),
        cmocka_unit_test(test_iso),
        cmocka_unit_test(test_numbers_past_the_calendar_are_clamped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
