/* budget_test.c: sums per item, person and quarter, the curve, and totals against their parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/totals.h"
#include "model/reading.h"

#include <stdlib.h>

static struct budget budget_start(struct reading *r, const char *text)
{
    struct budget budget;
    reading_start(r, "plan.md", text);
    budget_of(r->model, &r->settings, &r->arena, &budget);
    return budget;
}

static void assert_near(double actual, double expected)
{
    double apart = actual - expected;
    if (apart > 0.01 || apart < -0.01)
        fail_msg("%.3f instead of %.3f", actual, expected);
}

static void test_sums(void **state)
{
    (void)state;
    struct reading r;
    struct budget budget =
        budget_start(&r, "## Initiative: A\n"
                         "- **Budget:** $20K fees, $200K/year salary; €5K tools\n"
                         "## Initiative: B\n"
                         "- **Budget:** $30–50K; $X travel\n"
                         "## Initiative: C\n"
                         "- **Budget:** $9K total: $4K design, $5K build\n");
    const struct budget_sum *sum = budget_one_off(&budget.plan, "USD");
    assert_non_null(sum);
    assert_near(sum->amount, 20000 + 40000 + 9000);
    assert_near(sum->min, 59000);
    assert_near(sum->max, 79000);
    assert_int_equal(sum->parts, 4);
    assert_int_equal(budget.plan.placeholders, 1);
    assert_near(budget_one_off(&budget.plan, "EUR")->amount, 5000);
    assert_int_equal(budget.plan.len, 3); /* dollars, dollars a year, euros: never added */
    assert_string_equal(budget.currency, "USD");
    reading_end(&r);
}

static void test_parents_hold_their_parts(void **state)
{
    (void)state;
    struct reading r;
    struct budget budget = budget_start(&r, "## Initiative: A\n"
                                            "- **Budget:** $100K\n"
                                            "- **Timeline:** Weeks 1-4\n"
                                            "### Phase 1: x (Weeks 1-1)\n"
                                            "- **Budget:** $40K\n"
                                            "### Phase 2: y (Weeks 2-2)\n"
                                            "- **Budget:** $32K\n");
    assert_near(budget_one_off(&budget.plan, "USD")->amount, 100000);
    assert_near(budget.rest[0], 28000);
    /* $40K in week 1, $32K in week 2, $1K a day beside them for four weeks. */
    date_days start = budget.calendar.week_one;
    assert_near(budget_by(&budget, start - 1), 0);
    assert_near(budget_by(&budget, start + 6), 47000);
    assert_near(budget_by(&budget, start + 13), 86000);
    assert_near(budget_by(&budget, start + 27), 100000);
    assert_near(budget_by(&budget, start + 1000), 100000);
    assert_int_equal(budget.quarters.len, 0); /* a floating calendar has none */
    struct total_sum sum;
    total_judge_item(r.model, &budget, 0, &r.arena, &sum);
    assert_int_equal(sum.verdict, TOTAL_DIFFERS);
    assert_near(sum.sum, 72000);
    reading_end(&r);
}

static void test_people_and_quarters(void **state)
{
    (void)state;
    struct reading r;
    struct budget budget = budget_start(&r, "# Plan\n\nstart: 2026-03-30\n\n"
                                            "## Initiative: A\n"
                                            "- **Owner:** Noor, Tomas\n"
                                            "- **Budget:** $10K\n"
                                            "- **Timeline:** Weeks 1-2\n"
                                            "## Initiative: B\n"
                                            "- **Owner:** Noor (75%), Ada (25%)\n"
                                            "- **Budget:** $8K\n");
    assert_int_equal(budget.people.len, 3);
    assert_near(budget.people.items[0].amount, 11000);
    assert_near(budget.people.items[1].amount, 5000);
    assert_near(budget.people.items[2].amount, 2000);
    assert_near(budget.unplaced, 8000);
    if (budget.dated) { /* two of the fourteen days lie in March */
        assert_int_equal(budget.quarters.len, 2);
        assert_near(budget.quarters.items[0].amount, 10000.0 * 2 / 14);
        assert_int_equal(budget.quarters.items[1].quarter, 2);
        assert_near(budget.quarters.items[1].amount, 10000.0 * 12 / 14);
    }
    assert_true(budget.dated);
    reading_end(&r);
}

/* The verdict on the only total of a text. */
static enum total_verdict verdict_of(const char *text)
{
    struct reading r;
    struct budget budget = budget_start(&r, text);
    struct total_sum sum;
    assert_int_equal(r.model->totals.len, 1);
    total_judge(r.model, &budget, 0, &r.arena, &sum);
    reading_end(&r);
    return sum.verdict;
}

#define TABLE "| Item | Cost |\n|---|---|\n"

static void test_totals(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum total_verdict verdict;
    } cases[] = {
        {TABLE "| A | $20K |\n| B | $5K |\n| Total | $25K |\n", TOTAL_RIGHT},
        {TABLE "| A | $20K |\n| B | $5K |\n| Total | $30K |\n", TOTAL_DIFFERS},
        {TABLE "| A | $20K |\n| B | $X |\n| Total | $30K |\n", TOTAL_OPEN},
        {TABLE "| A | $20K |\n| B | depends |\n| C | $5K |\n| Total | $30K |\n", TOTAL_OPEN},
        {TABLE "| A | $20–30K |\n| B | $5K |\n| Total | $30K |\n", TOTAL_RIGHT},
        {TABLE "| A | $20K+ |\n| B | $5K |\n| Total | $60K |\n", TOTAL_RIGHT},
        {TABLE "| A | $20K |\n| B | €5K |\n| Total | $30K |\n", TOTAL_OPEN},
        {TABLE "| A | $20K/month |\n| B | $5K |\n| Total | $30K |\n", TOTAL_OPEN},
        {TABLE "| A | ~$100K |\n| B | $50K |\n| Total | $152K |\n", TOTAL_RIGHT},
        {TABLE "| A | $1,248,000 |\n| B | $163,100 |\n| Total | $1.4M |\n", TOTAL_RIGHT},
        /* groups in bold, their parts below */
        {TABLE "| **G** | **$9K** |\n| a | $4K |\n| b | $5K |\n| **H** | **$1K** |\n| c | $1K |\n"
               "| Total | $10K |\n",
         TOTAL_RIGHT},
        /* amounts that run up */
        {TABLE "| Q1 | $4K |\n| Q2 | $9K |\n| Q3 | $12K |\n| Total | $12K |\n", TOTAL_RIGHT},
        {"- A: $20K\n- B: $5K\n- Total: $26K\n", TOTAL_DIFFERS},
        {"- A: $20K\n- B: $5K\n- Total: $26K with contingency\n", TOTAL_OPEN},
        {"**Total:** $60K\n\n## Initiative: A\n- **Budget:** $20K\n## Initiative: B\n"
         "- **Budget:** $30K\n",
         TOTAL_DIFFERS},
        /* an item beside them says nothing: there is room for it, unless the rest is too much */
        {"**Total:** $60K\n\n## Initiative: A\n- **Budget:** $20K\n## Initiative: B\n"
         "- **Budget:** $30K\n## Initiative: C\n- **Owner:** Noor\n",
         TOTAL_OPEN},
        {"**Total:** $40K\n\n## Initiative: A\n- **Budget:** $20K\n## Initiative: B\n"
         "- **Budget:** $30K\n## Initiative: C\n- **Owner:** Noor\n",
         TOTAL_DIFFERS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (verdict_of(cases[i].text) != cases[i].verdict)
            fail_msg("%s", cases[i].text);
}

static void test_plan_total(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m =
        reading_start(&r, "plan.md", "# P\nWe have a $90K budget.\n\n**Total budget:** $320K\n");
    assert_true(plan_total(m)->amount.amount == 320000);
    reading_end(&r);
    m = reading_start(&r, "plan.md", "# P\nA $90K budget, or an $80K budget.\n");
    assert_null(plan_total(m));
    reading_end(&r);
}

/* The shared plan of twelve initiatives, added up by hand. */
static void test_execution_plan(void **state)
{
    (void)state;
    static const double sums[] = {40e3, 20e3, 1e3,  25e3, 20e3, 10e3,
                                  5e3,  15e3, 20e3, 7e3,  7e3,  12e3};
    static const struct {
        const char *name;
        double amount;
    } people[] = {{"Alex", 46e3}, {"Jamie", 65e3}, {"Priya", 41e3}, {"Sam", 30e3}};
    struct reading r;
    char *bytes = NULL;
    size_t len = 0;
    if (!reading_shared("seeds/000_75394c3fcbd2ddec.txt", &bytes, &len)) {
        print_message("skipped: the shared plans are not there\n");
        skip();
    }
    struct budget budget;
    reading_start_bytes(&r, "plan.md", (struct slice){bytes, len});
    budget_of(r.model, &r.settings, &r.arena, &budget);
    assert_int_equal(r.model->items.len, 12);
    for (size_t i = 0; i < 12; i++)
        assert_near(budget_one_off(&budget.own[i], "USD")->amount, sums[i]);
    assert_int_equal(budget.plan.len, 2);
    assert_near(budget_one_off(&budget.plan, "USD")->amount, 182e3);
    assert_near(budget.plan.items[0].per.len ? budget.plan.items[0].amount
                                             : budget.plan.items[1].amount,
                200e3);
    assert_int_equal(budget.people.len, 4);
    for (size_t i = 0; i < 4; i++) {
        ASSERT_SLICE(budget.people.items[i].name, people[i].name);
        assert_near(budget.people.items[i].amount, people[i].amount);
    }
    assert_near(budget_by(&budget, budget.calendar.week_one + 16 * 7 - 1), 182e3);
    assert_near(budget.unplaced, 0);
    reading_end(&r);
    free(bytes);
}

/* The same shape: an amount beside a recurring one, several owners. */
static void test_recurring_stands_apart(void **state)
{
    (void)state;
    struct reading r;
    struct budget budget =
        budget_start(&r, "## Initiative: Hire two people\n"
                         "- **Owner:** Noor (Founder), Tomas (Sales)\n"
                         "- **Budget:** $12K agency fees, $90K/year salary per hire\n"
                         "- **Timeline:** Weeks 1-4\n"
                         "## Initiative: Move the readers\n"
                         "- **Owner:** Tomas (Sales)\n"
                         "- **Budget:** $8K tools (0.5 FTE), $2K for training\n");
    assert_near(budget_one_off(&budget.plan, "USD")->amount, 22e3);
    assert_int_equal(budget.plan.len, 2);
    assert_near(budget.people.items[0].amount, 6e3);
    assert_near(budget.people.items[1].amount, 16e3);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_parents_hold_their_parts),
        cmocka_unit_test(test_people_and_quarters),
        cmocka_unit_test(test_totals),
        cmocka_unit_test(test_plan_total),
        cmocka_unit_test(test_execution_plan),
        cmocka_unit_test(test_recurring_stands_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
