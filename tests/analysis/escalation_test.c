/* escalation_test.c: ranges that an escalation path leaves to nobody. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../model/reading.h"
#include "analysis/escalation.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_gaps(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
        size_t gaps;
    } cases[] = {
        {"bounds touch", "## Escalation\n\n### A\n- Overruns < 15%\n\n### B\n- Overruns > 15%\n",
         0},
        {"a gap", "## Escalation\n\n### A\n- Overruns < 15%\n\n### B\n- Overruns > 20%\n", 1},
        {"written the other way round",
         "## Escalation\n\n### A\n- Overruns > 20%\n\n### B\n- Overruns < 15%\n", 1},
        {"filled by a third",
         "## Escalation\n\n### A\n- Overruns < 15%\n\n### B\n- Overruns > 20%\n\n### C\n"
         "- Overruns 10-25%\n",
         0},
        {"two gaps",
         "## Escalation\n\n### A\n- Overruns < 5%\n\n### B\n- Overruns 10-15%\n\n### C\n"
         "- Overruns > 20%\n",
         2},
        {"whole numbers",
         "## Escalation\n\n### A\n- Delay up to 2 days\n\n### B\n- Delay 3+ days\n", 0},
        {"one and several weeks",
         "## Escalation\n\n- Delay up to 1 week: lead\n- Delay more than 3 weeks: head\n", 1},
        {"German", "## Eskalation\n\n- Mehrkosten bis 5 %: Jana\n- Mehrkosten über 15 %: Ole\n", 1},
        {"other measures", "## Escalation\n\n### A\n- Overruns < 15%\n\n### B\n- Delays > 20%\n",
         0},
        {"other units", "## Escalation\n\n### A\n- Overruns < 15%\n\n### B\n- Overruns > $20K\n",
         0},
        {"two paths",
         "## Escalation of cost\n\n### A\n- Overruns < 15%\n\n## Escalation of time\n\n### B\n"
         "- Overruns > 20%\n",
         0},
        {"one alone", "## Escalation\n\n### B\n- Overruns > 20%\n", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        struct escalation_gaps gaps = {0};
        print_message("%s\n", cases[i].name);
        reading_start(&r, "plan.md", cases[i].text);
        escalation_gaps_of(r.model, &r.arena, &gaps);
        assert_int_equal(gaps.len, cases[i].gaps);
        reading_end(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_gaps)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
