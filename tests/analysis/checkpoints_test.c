/* checkpoints_test.c: checkpoints in the order of time, and when an amount surely exceeds another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/checkpoints.h"
#include "model/reading.h"

static void test_order(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "plan.md",
                                          "## Budget checkpoints\n"
                                          "- Week 8: $100K\n"
                                          "- Week 4: $40K\n"
                                          "- Week 12: €90K\n"
                                          "- Week 16: $2K/month\n"
                                          "- 2026-03-01: $150K\n");
    struct calendar calendar = calendar_of(&r.settings, m);
    struct placed_checkpoints points = {0};
    checkpoints_placed(m, &calendar, &r.arena, &points);
    /* Other currencies, monthly money and dates on a floating calendar are no part of the series. */
    assert_int_equal(points.len, 2);
    assert_int_equal(points.items[0].index, 1);
    assert_true(points.items[0].amount->amount == 40000);
    assert_int_equal(points.items[1].day - points.items[0].day, 28);
    assert_string_equal(checkpoint_when(&m->checkpoints.items[0], &r.arena), "week 8");
    assert_string_equal(checkpoint_when(&m->checkpoints.items[4], &r.arena), "2026-03-01");
    reading_end(&r);
}

static void test_exceeds(void **state)
{
    (void)state;
    struct money hundred = {.amount = 100, .min = 100, .max = 100};
    struct money more = {.amount = 101, .min = 101, .max = 101};
    struct money about = {.amount = 101, .min = 101, .max = 101, .approx = true};
    struct money far = {.amount = 103, .min = 103, .max = 103, .approx = true};
    struct money range = {.amount = 110, .min = 90, .max = 130, .range = true};
    struct money open = {.amount = 50, .min = 50, .max = 50, .more = true};
    assert_true(money_surely_exceeds(&more, &hundred));
    assert_false(money_surely_exceeds(&hundred, &more));
    assert_false(money_surely_exceeds(&about, &hundred)); /* within 2 % */
    assert_true(money_surely_exceeds(&far, &hundred));
    assert_false(money_surely_exceeds(&range, &hundred));
    assert_false(money_surely_exceeds(&more, &open));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_exceeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
