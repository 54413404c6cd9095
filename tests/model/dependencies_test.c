/* dependencies_test.c: what something waits for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/value_case.h"

static struct inline_parser *parser;

static int set_up(void **state)
{
    (void)state;
    parser = inline_parser_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    inline_parser_free(parser);
    return 0;
}

/* "T012 | n:phase 1 | l:plan.md#x | t:Research": ids bare, the other forms by their letter. */
static void test_dependencies(void **state)
{
    (void)state;
    static const char *const prefixes[] = {"", "n:", "l:", "t:"};
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"T012, T013", "T012 | T013"},
        {"T012 and T013", "T012 | T013"},
        {"2.2, 3.4", "2.2 | 3.4"},
        {"2.1.3", "2.1.3"},
        {"FR-003", "FR-003"},
        {"1, 2", "1 | 2"},
        {"#12", "12"},
        {"task-3", "task-3"},
        {"[\"task-3\", \"task-4\"]", "task-3 | task-4"},
        {"[\"05-01\", \"05-02\"]", "05-01 | 05-02"},
        {"BACK-60.5", "BACK-60.5"},
        {"GAP-027", "GAP-027"},
        {"US4 → US5", "US4 | US5"},
        {"[US1]", "US1"},
        {"W3-1, W3-2, plus 1-release soak period", "W3-1 | W3-2"},
        {"P0.1", "P0.1"},
        {"T012 (schema), T013", "T012 | T013"},
        {"`T012`", "T012"},
        {"T012-T015", "T012 | T013 | T014 | T015"},
        {"T012–T014", "T012 | T013 | T014"},
        {"T012-014", "T012 | T013 | T014"},
        {"FR-001..FR-003", "FR-001 | FR-002 | FR-003"},
        {"2.1-2.3", "2.1 | 2.2 | 2.3"},
        {"1-3", "1 | 2 | 3"},
        {"T001 to T003", "T001 | T002 | T003"},
        {"T1-T900", "T1 | T900"},
        {"depends on T012", "T012"},
        {"(depends on T012, T013)", "T012 | T013"},
        {"Depends on: T012", "T012"},
        {"blocked by T012", "T012"},
        {"requires completion of T012", "T012"},
        {"Phase 1", "n:phase 1"},
        {"After Phase 3", "n:phase 3"},
        {"Phase 1, 2 & 3 (Completed)", "n:phase 1 | n:phase 2 | n:phase 3"},
        {"Phases 1 and 2", "n:phase 1 | n:phase 2"},
        {"Phases 1-3", "n:phase 1 | n:phase 2 | n:phase 3"},
        {"Phase A", "n:phase A"},
        {"Fase 2", "n:phase 2"},
        {"阶段1", "n:phase 1"},
        {"Week 2", "n:week 2"},
        {"Task 1.1, 1.2", "n:task 1.1 | n:task 1.2"},
        {"Tasks 1.1-1.3", "n:task 1.1 | n:task 1.2 | n:task 1.3"},
        {"User Story 1", "n:story 1"},
        {"Step 3 and Step 4", "n:step 3 | n:step 4"},
        {"Foundational (Phase 2) completion", "n:phase 2"},
        {"Can start after Foundational (Phase 2)", "n:phase 2"},
        {"Phase 1, T012", "n:phase 1 | T012"},
        {"[Research](plan.md#research)", "l:plan.md#research"},
        {"[Research](#research), T012", "l:#research | T012"},
        {"Research & Alignment", "t:Research & Alignment"},
        {"US1 & US2", "US1 | US2"},
        {"Phase A & Phase B", "n:phase A | n:phase B"},
        {"Pilot Accounts, Hiring", "t:Pilot Accounts | t:Hiring"},
        {"Setup completion", "t:Setup"},
        {"trustgraph_event_bus", "t:trustgraph_event_bus"},
        {"W384 caregiver-support module", "W384"},
        {"基盤構築", "t:基盤構築"},
        {"V2.1 released", "t:V2.1 released"},
        {"None", ""},
        {"None (pure UI)", ""},
        {"None - can start immediately", ""},
        {"Nothing (first phase)", ""},
        {"No dependencies", ""},
        {"n/a", ""},
        {"N/A", ""},
        {"—", ""},
        {"-", ""},
        {"无", ""},
        {"aucune", ""},
        {"なし", ""},
        {"standalone", ""},
        {"[]", ""},
        {"", ""},
        {"Depends on all previous phases", ""},
        {"all of the above", ""},
        {"Existing user/role system", ""},
        {"10 days of data", ""},
        {"the team has to agree first", ""},
        {"80% coverage", ""},
        {"Can start immediately", ""},
    };
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value_case c;
        struct dependencies found = {0};
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        value_case_init(&c, parser, slice_of(rows[i].text));
        dependencies_read(&c.inlines, c.text, &c.arena, &found);
        for (size_t k = 0; k < found.len; k++)
            strbuf_printf(&out, "%s%s%.*s", k > 0 ? " | " : "", prefixes[found.items[k].form],
                          SLICE_ARG(found.items[k].target));
        if (!slice_is(strbuf_slice(&out), rows[i].expected)) {
            print_error("%s\n  expected: %s\n  read:     %s\n", rows[i].text, rows[i].expected,
                        out.ptr ? out.ptr : "");
            wrong++;
        }
        value_case_release(&c);
        strbuf_release(&out);
    }
    assert_int_equal(wrong, 0);
}

static void test_places(void **state)
{
    (void)state;
    static const char *const places[] = {"Phase 1", "2", "3", "T012"};
    struct value_case c;
    struct dependencies found = {0};
    value_case_init(&c, parser, SLICE("Phase 1, 2 & 3, then T012"));
    dependencies_read(&c.inlines, c.text, &c.arena, &found);
    assert_int_equal(found.len, 3);
    for (size_t i = 0; i < found.len; i++)
        assert_true(slice_is(span_slice(c.text, found.items[i].where), places[i]));
    value_case_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dependencies),
                                       cmocka_unit_test(test_places)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
