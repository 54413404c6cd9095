/* stops_test.c: which stop conditions hold, which do not, which a person must judge. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/stops.h"
#include "base/strbuf.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

#define START      "---\nstart: 2026-01-05\n---\n"
#define STOPS      "\n## Stop conditions\n\n"
#define PHASE_OPEN "## Phase 1: A (Weeks 1-4)\n\n- [x] a\n- [ ] b\n"
#define PHASE_DONE "## Phase 1: A (Weeks 1-4)\n\n- [x] a\n- [x] b\n"

struct stop_case {
    const char *name, *plan, *today, *outcome;
};

static void assert_outcomes(const struct stop_case *c)
{
    struct settings settings;
    settings_init(&settings);
    struct workspace *ws = workspace_new(&settings);
    struct arena arena;
    arena_init(&arena);
    const struct document *document = workspace_put(ws, SLICE("plan.md"), slice_of(c->plan));
    struct stop_views views = {0};
    date_days today = c->today ? date_parse_iso(slice_of(c->today)) : DATE_NONE;
    stops_of(ws, document, today, &arena, &views);
    struct strbuf got;
    strbuf_init(&got, STRBUF_NO_LIMIT);
    for (size_t v = 0; v < views.len; v++)
        strbuf_printf(&got, "%s%s", v ? ", " : "", stop_outcome_name(views.items[v].outcome));
    print_message("%s\n", c->name);
    assert_string_equal(got.ptr ? got.ptr : "", c->outcome);
    strbuf_release(&got);
    arena_release(&arena);
    workspace_free(ws);
}

#define HOLDS "holds"
#define CLEAR "does not hold"
#define JUDGE "to be judged by a person"

static void test_unfinished(void **state)
{
    (void)state;
    /* Week 5 from Monday 5 January is 2–8 February. */
    static const struct stop_case cases[] = {
        {"the day after", START PHASE_OPEN STOPS "1. **Phase 1 not complete by Week 5**\n",
         "2026-02-09", HOLDS},
        {"its last day", START PHASE_OPEN STOPS "1. **Phase 1 not complete by Week 5**\n",
         "2026-02-08", CLEAR},
        {"complete", START PHASE_DONE STOPS "1. **Phase 1 not complete by Week 5**\n", "2026-06-01",
         CLEAR},
        {"complete, and nobody knows the day",
         PHASE_DONE STOPS "1. **Phase 1 not complete by Week "
                          "5**\n",
         NULL, CLEAR},
        {"no today", START PHASE_OPEN STOPS "1. **Phase 1 not complete by Week 5**\n", NULL, JUDGE},
        {"no start", PHASE_OPEN STOPS "1. **Phase 1 not complete by Week 5**\n", "2027-01-01",
         JUDGE},
        {"a start that is only assumed",
         "**Date:** January 2, 2026\n\n" PHASE_OPEN STOPS "1. **Phase 1 not complete by Week 5**\n",
         "2027-01-01", JUDGE},
        {"a date needs no start", PHASE_OPEN STOPS "1. **Phase 1 not complete by 2026-02-08**\n",
         "2026-02-09", HOLDS},
        {"by its title", START PHASE_OPEN STOPS "1. A is not finished by Week 5\n", "2026-02-09",
         HOLDS},
        {"a part of it", START PHASE_OPEN STOPS "1. Phase 1 migration not complete by Week 5\n",
         "2026-02-09", JUDGE},
        {"no such phase", START PHASE_OPEN STOPS "1. Phase 7 not complete by Week 5\n",
         "2026-02-09", JUDGE},
        {"nothing says how far it is",
         START "## Phase 1: A (Weeks 1-4)\n\n- **Owner:** Noor\n" STOPS
               "1. Phase 1 not complete by Week 5\n",
         "2026-02-09", JUDGE},
        {"tasks done, gate open",
         START PHASE_DONE "\n**Gate:**\n- [ ] x\n" STOPS "1. Phase 1 not complete by Week 5\n",
         "2026-02-09", JUDGE},
        {"two weeks in it", START PHASE_OPEN STOPS "1. Phase 1 not complete by Week 5 or Week 6\n",
         "2026-06-01", JUDGE},
        {"slips", START PHASE_OPEN STOPS "1. Phase 1 slips past Week 5\n", "2026-02-09", HOLDS},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_outcomes(&cases[i]);
}

static void test_comparisons(void **state)
{
    (void)state;
    static const struct stop_case cases[] = {
        {"under", "Current code coverage: 43%\n" STOPS "1. **Code coverage < 50%**\n", NULL, HOLDS},
        {"not under", "Current code coverage: 50%\n" STOPS "1. **Code coverage < 50%**\n", NULL,
         CLEAR},
        {"nobody says how it stands", "Code coverage: 43%\n" STOPS "1. Code coverage < 50%\n", NULL,
         JUDGE},
        {"a target is no value", "Target code coverage now: 43%\n" STOPS "1. Code coverage < 50%\n",
         NULL, JUDGE},
        {"money per month",
         "- **API costs so far:** $620/month\n" STOPS "1. **API costs exceed $500/month**\n", NULL,
         HOLDS},
        {"per month against a sum",
         "- **API costs so far:** $620\n" STOPS "1. **API costs exceed $500/month**\n", NULL,
         JUDGE},
        {"budget and spent", "**Spent to date:** $352K\n" STOPS "1. Budget over $350K\n", NULL,
         HOLDS},
        {"spent less", "**Spent to date:** $310K\n" STOPS "1. Budget over $350K\n", NULL, CLEAR},
        {"another measure", "Current test coverage: 43%\n" STOPS "1. Code coverage < 50%\n", NULL,
         JUDGE},
        {"a column",
         "| Metric | Current | Target |\n| --- | --- | --- |\n| User retention | 25% | 40% "
         "|\n" STOPS "- User retention < 30% (no fit)\n",
         NULL, HOLDS},
        {"two values",
         "Current retention: 25%\n\nLatest retention: 35%\n" STOPS "- Retention < 30%\n", NULL,
         JUDGE},
        {"its week has not come",
         START "Current code coverage: 43%\n" STOPS "1. Code coverage < 50% (Week 17)\n",
         "2026-02-01", CLEAR},
        /* week 17 begins on 27 April 2026 */
        {"its week has come",
         START "Current code coverage: 43%\n" STOPS "1. Code coverage < 50% (Week 17)\n",
         "2026-04-27", HOLDS},
        {"nobody knows when its week is",
         "Current code coverage: 43%\n" STOPS "1. Code coverage < 50% (Week 17)\n", "2026-04-27",
         JUDGE},
        {"over a while",
         "Current crash rate: 3%\n" STOPS "1. Crash rate > 2% for 3 consecutive weeks\n", NULL,
         JUDGE},
        {"of two parts", "Current crash rate: 3%\n" STOPS "1. Crash rate > 2% and rising\n", NULL,
         JUDGE},
        {"no number", STOPS "1. Any critical vulnerability\n", NULL, JUDGE},
        {"German", "Aktuell Kosten: 620 €\n" STOPS "1. Kosten überschreiten 500 €\n", NULL, HOLDS},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_outcomes(&cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unfinished),
        cmocka_unit_test(test_comparisons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
