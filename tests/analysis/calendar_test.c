/* calendar_test.c: from a plan's own counting to dates. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/calendar.h"

static date_days day(int year, int month, int of_month)
{
    return date_to_days((struct date){year, month, of_month});
}

static void test_week_one(void **state)
{
    (void)state;
    struct settings settings;
    struct model model = {.start = DATE_NONE};
    settings_init(&settings);
    model.own_date = DATE_NONE;
    assert_int_equal(calendar_of(&settings, &model).anchor, CALENDAR_FLOATING);
    assert_int_equal(date_weekday(calendar_of(&settings, &model).week_one), MONDAY);
    model.own_date = day(2025, 4, 20); /* a Sunday: tomorrow */
    assert_int_equal(calendar_of(&settings, &model).anchor, CALENDAR_ASSUMED);
    assert_int_equal(calendar_of(&settings, &model).week_one, day(2025, 4, 21));
    settings.start = day(2026, 1, 5); /* a Monday: itself */
    assert_int_equal(calendar_of(&settings, &model).anchor, CALENDAR_STATED);
    assert_int_equal(calendar_of(&settings, &model).week_one, day(2026, 1, 5));
    settings.start = day(2026, 1, 6); /* a Tuesday: the next one */
    assert_int_equal(calendar_of(&settings, &model).week_one, day(2026, 1, 12));
    model.start = day(2025, 6, 1); /* the document's own word counts */
    assert_int_equal(calendar_of(&settings, &model).week_one, day(2025, 6, 2));
}

static void test_week_numbers(void **state)
{
    (void)state;
    struct calendar calendar = {CALENDAR_STATED, day(2026, 1, 5)};
    assert_int_equal(calendar_week(&calendar, day(2026, 1, 5)), 1);
    assert_int_equal(calendar_week(&calendar, day(2026, 1, 11)), 1);
    assert_int_equal(calendar_week(&calendar, day(2026, 1, 12)), 2);
    assert_int_equal(calendar_week(&calendar, day(2026, 1, 4)), 0);
    assert_int_equal(calendar_week(&calendar, day(2025, 12, 29)), 0);
    assert_int_equal(calendar_week(&calendar, day(2025, 12, 28)), -1);
}

static struct time_value span_of_units(enum time_unit unit, int32_t from, int32_t to)
{
    return (struct time_value){.kind = TIME_SPAN, .from = {unit, from}, .to = {unit, to}};
}

static void test_projection(void **state)
{
    (void)state;
    struct calendar monday = {CALENDAR_STATED, day(2026, 1, 5)};
    const struct {
        struct time_value time;
        date_days from, to;
    } cases[] = {
        {span_of_units(TIME_WEEK, 1, 1), day(2026, 1, 5), day(2026, 1, 11)},
        {span_of_units(TIME_WEEK, 5, 8), day(2026, 2, 2), day(2026, 3, 1)},
        {span_of_units(TIME_DAY, 1, 3), day(2026, 1, 5), day(2026, 1, 7)},
        {span_of_units(TIME_MONTH, 1, 1), day(2026, 1, 5), day(2026, 2, 4)},
        {span_of_units(TIME_MONTH, 12, 12), day(2026, 12, 5), day(2027, 1, 4)},
        {span_of_units(TIME_QUARTER, 2026 * 4, 2026 * 4 + 1), day(2026, 1, 1), day(2026, 6, 30)},
        {span_of_units(TIME_DATE, day(2026, 5, 1), day(2026, 5, 9)), day(2026, 5, 1),
         day(2026, 5, 9)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        date_days from, to;
        assert_true(calendar_place(&monday, &cases[i].time, &from, &to));
        assert_int_equal(from, cases[i].from);
        assert_int_equal(to, cases[i].to);
    }
}

static void test_what_has_no_place(void **state)
{
    (void)state;
    date_days from, to;
    struct time_value week = span_of_units(TIME_WEEK, 1, 2);
    struct calendar monday = {CALENDAR_STATED, day(2026, 1, 5)};
    struct calendar floating = {CALENDAR_FLOATING, day(1970, 1, 5)};
    struct time_value date = span_of_units(TIME_DATE, day(2026, 5, 1), day(2026, 5, 9));
    assert_true(calendar_place(&floating, &week, &from, &to));
    assert_int_equal(to - from, 13);
    assert_false(calendar_place(&floating, &date, &from, &to));
    struct time_value absurd = span_of_units(TIME_WEEK, 1, INT32_MAX);
    assert_false(calendar_place(&monday, &absurd, &from, &to));
    struct time_value length = {.kind = TIME_DURATION, .days = 14};
    assert_false(calendar_place(&monday, &length, &from, &to));
    struct time_value reversed = span_of_units(TIME_WEEK, 11, 9);
    reversed.problem = TIME_REVERSED;
    assert_false(calendar_place(&monday, &reversed, &from, &to));
    struct time_value open = span_of_units(TIME_MONTH, 2, 2);
    open.open = true;
    assert_true(calendar_place(&monday, &open, &from, &to));
    assert_int_equal(to, DATE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_week_one), cmocka_unit_test(test_week_numbers),
        cmocka_unit_test(test_projection), cmocka_unit_test(test_what_has_no_place)};
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
