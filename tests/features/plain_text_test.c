/* plain_text_test.c: hovers for who shows plain text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <planls/hover.h>
#include <planls/workspace.h>

static void test_marks_go(void **state)
{
    (void)state;
    static const struct {
        const char *markdown, *plain;
    } cases[] = {
        {"", ""},
        {"**Pier** · initiative 1\n\n- Owner: Marta\n", "Pier · initiative 1\n\n- Owner: Marta\n"},
        {"**a** and **b**\n", "a and b\n"},
        {"_docs/my_plan.md_\n", "docs/my_plan.md\n"},
        {"`overdue`: finds `[ ]` boxes\n", "overdue: finds [ ] boxes\n"},
        {"```text\nWeeks 1–4  ████ **\n```\nend\n", "Weeks 1–4  ████ **\nend\n"},
        {"a\n\n---\nb\n", "a\n\nb\n"},
        /* Of others: what stands alone, links, tables. */
        {"2 ** 3, a_b_c and `\n", "2 ** 3, a_b_c and `\n"},
        {"[it](plan.md#a_b)\n| a | b |\n|---|---|\n", "[it](plan.md#a_b)\n| a | b |\n|---|---|\n"},
    };
    struct planls_results *results = planls_results_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(planls_plain_text(cases[i].markdown, results), cases[i].plain);
    planls_results_free(results);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_marks_go)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
