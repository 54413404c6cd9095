/* criteria_metrics_test.c: the measures of criteria, gates and targets, with the way they should go. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <stdlib.h>

struct expected {
    const char *text;
    char direction; /* ' ' for none */
    bool change;
    double baseline, value; /* baseline -1: none */
};

static void check_metrics(const struct model *m, const struct expected *expected, size_t count)
{
    assert_int_equal(m->metrics.len, count);
    for (size_t i = 0; i < count; i++) {
        const struct metric *metric = &m->metrics.items[i].metric;
        ASSERT_SLICE(metric->text, expected[i].text);
        assert_int_equal(metric->direction ? metric->direction : ' ', expected[i].direction);
        assert_int_equal(metric->change, expected[i].change);
        assert_true(metric->value == expected[i].value);
        assert_true(metric->has_baseline ? metric->baseline == expected[i].baseline
                                         : expected[i].baseline < 0);
    }
}

static void test_directions(void **state)
{
    (void)state;
    static const struct expected expected[] = {
        {"≥80%", ' ', false, -1, 80},
        {"40%", '-', true, -1, 40},
        {"43% → 65%", '+', false, 43, 65},
        {"30%", '+', true, -1, 30},
        {"9 to 4 days", '-', false, 9, 4},
        {"above 5%", ' ', false, -1, 5}, /* "avoid an increase" asks for neither */
        {"20%", '-', true, -1, 20},
        {"20%", '-', true, -1, 20},
        {"100%", ' ', false, -1, 100},
    };
    struct reading r;
    const struct model *m =
        reading_start(&r, "plan.md",
                      "## Success Metrics\n"
                      "- **Setup**: ≥80% of readers finish it.\n"
                      "- **Loops**: Reduce repeated searches by 40% (by the log).\n"
                      "- **Trust**: Increase the trust score from 43% → 65% among readers.\n"
                      "- **Throughput**: 30% increase in pages moved.\n"
                      "- **Wait**: cut from 9 to 4 days\n"
                      "- **Growth**: avoid an increase of errors above 5%\n"
                      "\n"
                      "## Initiative: A\n"
                      "- **Success Criteria:** Kosten um 20% senken; Kosten senken um 20%\n"
                      "### Go-Gate Criteria\n"
                      "- [ ] 100% of pages moved\n");
    check_metrics(m, expected, sizeof expected / sizeof *expected);
    assert_int_equal(m->metrics.items[0].item, NO_INDEX);
    assert_int_equal(m->metrics.items[8].item, 0);
    reading_end(&r);
}

/* Baselines and targets of the shared workflow plan. */
static void test_workflow_plan(void **state)
{
    (void)state;
    static const struct expected expected[] = {
        {"≥70%", ' ', false, -1, 70}, {"within 15 minutes", ' ', false, -1, 15},
        {"40%", '-', true, -1, 40},   {"43% → 65%", '+', false, 43, 65},
        {"30%", '+', true, -1, 30},
    };
    struct reading r;
    char *bytes = NULL;
    size_t len = 0;
    if (!reading_shared("seeds/002_9a1f2d5d5de7ebf3.txt", &bytes, &len)) {
        print_message("skipped: the shared plans are not there\n");
        skip();
    }
    check_metrics(reading_start_bytes(&r, "plan.md", (struct slice){bytes, len}), expected, 5);
    reading_end(&r);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_directions),
        cmocka_unit_test(test_workflow_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
