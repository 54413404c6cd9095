/* measurable_test.c: clauses of criteria that nobody could check, and the many that anyone can. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/measurable.h"

static void test_vague(void **state)
{
    (void)state;
    static const char *const vague[] = {
        "positive feedback",      "actionable insights",      "clear path to expansion",
        "positive beta feedback", "Improved user experience", "Dashboard intuitive",
        "users are happy",        "positives Feedback",       "verwertbare Erkenntnisse",
        "retours positifs",       "comentarios positivos",    "積極的反饋",
        "긍정적인 피드백",
    };
    for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
        if (!clause_is_vague(slice_of(vague[i])))
            fail_msg("%s", vague[i]);
}

static void test_measurable(void **state)
{
    (void)state;
    static const char *const measurable[] = {
        "Tracker live",
        "OKRs published",
        "Telemetry module deployed",
        "support matrix published",
        "clear willingness-to-pay data",
        "2 binding LOIs signed",
        "positive feedback from 8 of 10 readers",
        "positive feedback documented",
        "Auto-update works behind firewalls",
        "All data migrated (zero loss)",
        "Event bus working",
        "Alert system tested",
        "No regressions",
        "good test coverage",
        "feedback",
        "intuitive",
        "Security audit passed",
        "Kundenrückmeldungen dokumentiert",
        "",
    };
    for (size_t i = 0; i < sizeof measurable / sizeof *measurable; i++)
        if (clause_is_vague(slice_of(measurable[i])))
            fail_msg("%s", measurable[i]);
}

static void test_clauses(void **state)
{
    (void)state;
    static const char text[] = "1,000 answers, as \"a, b\" (c, d); live，完了 ,";
    static const char *const expected[] = {"1,000 answers", "as \"a, b\" (c, d)", "live", "完了"};
    struct span rest = {0, (uint32_t)sizeof text - 1}, clause;
    for (size_t i = 0; i < 4; i++) {
        assert_true(clause_next(slice_of(text), &rest, &clause));
        if (!slice_is(span_slice(slice_of(text), clause), expected[i]))
            fail_msg("%s: %.*s", expected[i], SLICE_ARG(span_slice(slice_of(text), clause)));
    }
    assert_false(clause_next(slice_of(text), &rest, &clause));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vague),
        cmocka_unit_test(test_measurable),
        cmocka_unit_test(test_clauses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
