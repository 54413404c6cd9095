/* time_rules_test.c: what overdue, late-start and relative-date say of whole plans on a given day, and
 * where they are silent: layouts and languages beyond those of their pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"

#include <planls/planls.h>
#include <string.h>

struct time_case {
    const char *name, *text;
    const char *today; /* NULL: not known */
    const char *found; /* "rule@line" of the three rules in document order, a space behind each */
};

static bool is_asked(const char *code)
{
    return strcmp(code, "overdue") == 0 || strcmp(code, "late-start") == 0 ||
           strcmp(code, "relative-date") == 0;
}

static void check(const struct time_case *c)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    struct strbuf said;
    strbuf_init(&said, STRBUF_NO_LIMIT);
    if (c->today)
        workspace->today = date_parse_iso(slice_of(c->today));
    assert_true(planls_workspace_put(workspace, "plan.md", c->text, strlen(c->text)));
    planls_check(workspace, "plan.md", results, &found);
    for (size_t i = 0; i < found.len; i++) {
        unsigned line = 1;
        for (uint32_t at = 0; at < found.items[i].range.start; at++)
            line += c->text[at] == '\n';
        if (is_asked(found.items[i].code))
            strbuf_printf(&said, "%s@%u ", found.items[i].code, line);
    }
    print_message("%s\n", c->name);
    assert_string_equal(said.ptr ? said.ptr : "", c->found);
    strbuf_release(&said);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

#define CHECK_ALL(cases)                                                                           \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++)                                   \
    check(&(cases)[i])

#define ANCHORED "---\nstart: 2026-01-05\n---\n" /* week 1 begins on that day; three lines */

#define TABLE                                                                                      \
    "# Pier\n\n| Milestone | Start | End | Status |\n|---|---|---|---|\n"                          \
    "| Piles | 2026-01-05 | 2026-02-27 | In progress |\n"                                          \
    "| Decks | 2026-03-02 | 2026-04-30 | Not started |\n"                                          \
    "| Rails | 2026-05-04 | 2026-05-29 | Not started |\n"

#define GERMAN                                                                                     \
    ANCHORED "# Steg\n\n## Phase 1: Pfähle (Wochen 1-4)\n- **Verantwortlich:** Nora\n"            \
             "- [x] Holz\n- [ ] Rammen\n\n## Phase 2: Deck (Wochen 5-8)\n"                         \
             "- **Status:** Nicht begonnen\n"

static void test_late(void **state)
{
    (void)state;
    static const struct time_case cases[] = {
        {"a table: the last day of one, before another", TABLE, "2026-02-27", ""},
        {"a table: one is over", TABLE, "2026-02-28", "overdue@5 "},
        {"a table: the next should run", TABLE, "2026-03-03", "overdue@5 late-start@6 "},
        {"a table: all over", TABLE, "2026-06-01", "overdue@5 overdue@6 overdue@7 "},
        {"a table, on no day", TABLE, NULL, ""},
        /* week 4 ends on 2026-02-01, week 5 begins on 2026-02-02 */
        {"weeks: the last day", GERMAN, "2026-02-01", ""},
        {"weeks: behind it, before the next", GERMAN, "2026-02-02", "overdue@6 "},
        {"weeks: the next has not begun", GERMAN, "2026-02-03", "overdue@6 late-start@11 "},
        {"weeks that hang on nothing",
         "# P\n\n## Phase 1: A (Weeks 1-4)\n- [x] a\n- [ ] b\n\n## Phase 2: B (Weeks 5-8)\n- [ ] "
         "c\n",
         "2027-01-01", ""},
        {"weeks that hang on the document's own date",
         "# P\n\n**Date:** 2026-01-05\n\n## Phase 1: A (Weeks 1-4)\n- [ ] b\n", "2027-01-01", ""},
        {"a date without its year",
         "# P\n\nWritten in 2026.\n\n## Phase 1: A (Jan 5 – Jan 30)\n- [ ] b\n", "2027-01-01", ""},
        {"all done", ANCHORED "# P\n\n## Phase 1: A (Weeks 1-4)\n- [x] a\n", "2027-01-01", ""},
        {"called off",
         ANCHORED "# P\n\n## Phase 1: A (Weeks 1-4)\n- **Status:** Cancelled\n- [ ] a\n",
         "2027-01-01", ""},
        {"the plan itself is done",
         "---\nstart: 2026-01-05\nstatus: done\n---\n# P\n\n## Phase 1: A (Weeks 1-4)\n- [ ] a\n",
         "2027-01-01", ""},
        {"open work, half of the time over",
         ANCHORED "# P\n\n## Phase 1: A (Weeks 1-2)\n- [x] a\n\n## Phase 2: B (Weeks 3-6)\n"
                  "- [ ] b\n- [ ] c\n- [ ] d\n",
         "2026-02-02", "late-start@9 "},
        {"open work, less than half of it over",
         ANCHORED "# P\n\n## Phase 1: A (Weeks 1-2)\n- [x] a\n\n## Phase 2: B (Weeks 3-6)\n"
                  "- [ ] b\n- [ ] c\n- [ ] d\n",
         "2026-01-29", ""},
    };
    CHECK_ALL(cases);
}

/* Tasks with a day of their own. */
static void test_due_tasks(void **state)
{
    (void)state;
    static const struct time_case cases[] = {
        {"its day", "# T\n\n- [ ] a (due: 2026-02-01)\n", "2026-02-01", ""},
        {"behind it", "# T\n\n- [ ] a (due: 2026-02-01)\n", "2026-02-02", "overdue@3 "},
        {"done", "# T\n\n- [x] a (due: 2026-02-01)\n", "2026-02-02", ""},
        {"called off", "# T\n\n- [ ] a 📅 2026-02-01 ❌ 2026-01-20\n", "2026-02-02", ""},
        {"once for a list", "# T\n\n- [ ] a 📅 2026-02-01\n- [ ] b 📅 2026-02-01\n", "2026-03-02",
         "overdue@3 "},
        {"once for each section",
         "# T\n\n## A\n- [ ] a 📅 2026-02-01\n\n## B\n- [ ] b 📅 2026-02-01\n- [ ] c\n", "2026-03-02",
         "overdue@4 overdue@7 "},
        {"not again where the item is late",
         ANCHORED "# P\n\n## Phase 1: A (Weeks 1-4)\n- [ ] a (due: 2026-01-20)\n- [x] b\n",
         "2026-02-09", "overdue@6 "},
        {"before its item is late",
         ANCHORED "# P\n\n## Phase 1: A (Weeks 1-4)\n- [ ] a (due: 2026-01-20)\n- [x] b\n",
         "2026-01-21", "overdue@7 "},
        {"only mentioned", "# T\n\n- [ ] Read the invoice due 2026-02-01 again\n", "2026-03-02",
         ""},
    };
    CHECK_ALL(cases);
}

static void test_relative(void **state)
{
    (void)state;
    static const struct time_case cases[] = {
        {"a due field", "# P\n\n## Phase 1: A\n- **Due:** this week\n- **Owner:** Ana\n", NULL,
         "relative-date@4 "},
        {"a task", "# P\n\n## Phase 1: A\n- **Owner:** Ana\n- [ ] Call them by Friday\n", NULL,
         "relative-date@5 "},
        {"a date beside it",
         "# P\n\n## Phase 1: A\n- **Owner:** Ana\n- [ ] Call them by Friday (2026-01-16)\n", NULL,
         ""},
        {"once a document",
         "# P\n\n## Phase 1: A\n- **Due:** this week\n- **Owner:** Ana\n- [ ] Call by Friday\n",
         NULL, "relative-date@4 "},
        {"prose", "# P\n\n## Phase 1: A\n- **Owner:** Ana\n\nWe met this week, not by Friday.\n",
         NULL, ""},
        {"a meeting that comes round",
         "# P\n\n## Phase 1: A\n- **Owner:** Ana\n- **Time:** Friday 4 PM\n", NULL, ""},
    };
    CHECK_ALL(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_late),
                                       cmocka_unit_test(test_due_tasks),
                                       cmocka_unit_test(test_relative)};
    return cmocka_run_group_tests_name("time rules", tests, NULL, NULL);
}
