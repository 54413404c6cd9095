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
    assert_int_equal(calendar_week_one(&settings, &model), DATE_NONE);
    settings.start = day(2026, 1, 5); /* a Monday: itself */
    assert_int_equal(calendar_week_one(&settings, &model), day(2026, 1, 5));
    settings.start = day(2026, 1, 6); /* a Tuesday: the next one */
    assert_int_equal(calendar_week_one(&settings, &model), day(2026, 1, 12));
    settings.start = day(2026, 1, 4); /* a Sunday: tomorrow */
    assert_int_equal(calendar_week_one(&settings, &model), day(2026, 1, 5));
    model.start = day(2025, 4, 20); /* the document's own word counts */
    assert_int_equal(calendar_week_one(&settings, &model), day(2025, 4, 21));
}

static struct time_value span_of_units(enum time_unit unit, int32_t from, int32_t to)
{
    return (struct time_value){.kind = TIME_SPAN, .from = {unit, from}, .to = {unit, to}};
}

static void test_projection(void **state)
{
    (void)state;
    date_days monday = day(2026, 1, 5);
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
        assert_true(calendar_project(monday, &cases[i].time, &from, &to));
        assert_int_equal(from, cases[i].from);
        assert_int_equal(to, cases[i].to);
    }
}

static void test_what_has_no_place(void **state)
{
    (void)state;
    date_days from, to;
    struct time_value week = span_of_units(TIME_WEEK, 1, 2);
    assert_false(calendar_project(DATE_NONE, &week, &from, &to));
    struct time_value absurd = span_of_units(TIME_WEEK, 1, INT32_MAX);
    assert_false(calendar_project(day(2026, 1, 5), &absurd, &from, &to));
    struct time_value length = {.kind = TIME_DURATION, .days = 14};
    assert_false(calendar_project(day(2026, 1, 5), &length, &from, &to));
    struct time_value reversed = span_of_units(TIME_WEEK, 11, 9);
    reversed.problem = TIME_REVERSED;
    assert_false(calendar_project(day(2026, 1, 5), &reversed, &from, &to));
    struct time_value open = span_of_units(TIME_MONTH, 2, 2);
    open.open = true;
    assert_true(calendar_project(day(2026, 1, 5), &open, &from, &to));
    assert_int_equal(to, DATE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_week_one),
                                       cmocka_unit_test(test_projection),
                                       cmocka_unit_test(test_what_has_no_place)};
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
