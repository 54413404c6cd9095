/* count_claim_test.c: what a text claims to be there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/count_claim.h"
#include "model/count_words.h"

static void test_claims(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t number, total;
        enum counted what;
        enum count_state state;
        bool approx, at_least;
    } cases[] = {
        {"17 sections", 17, 0, COUNTED_SECTIONS, COUNT_ALL, false, false},
        {"~800 lines", 800, 0, COUNTED_LINES, COUNT_ALL, true, false},
        {"1,215+ lines", 1215, 0, COUNTED_LINES, COUNT_ALL, false, true},
        {"**48 tasks**", 48, 0, COUNTED_TASKS, COUNT_ALL, false, false},
        {"48 total tasks", 48, 0, COUNTED_TASKS, COUNT_ALL, false, false},
        {"3 of 5 done", 3, 5, COUNTED_NOTHING, COUNT_DONE, false, false},
        {"14/24 tasks", 14, 24, COUNTED_TASKS, COUNT_DONE, false, false},
        {"3 of 5 tasks completed", 3, 5, COUNTED_TASKS, COUNT_DONE, false, false},
        {"4 of 10 tasks open", 4, 10, COUNTED_TASKS, COUNT_OPEN, false, false},
        {"28 tasks marked [P]", 28, 0, COUNTED_TASKS, COUNT_PARALLEL, false, false},
        {"12 open tasks", 12, 0, COUNTED_TASKS, COUNT_OPEN, false, false},
        {"12 Aufgaben", 12, 0, COUNTED_TASKS, COUNT_ALL, false, false},
        {"5 phases", 5, 0, COUNTED_PHASES, COUNT_ALL, false, false},
        {"8", 8, 0, COUNTED_NOTHING, COUNT_ALL, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct count_claim claim;
        if (!count_claim_read(slice_of(cases[i].text), &claim))
            fail_msg("\"%s\" is no claim", cases[i].text);
        if (claim.number != cases[i].number || claim.total != cases[i].total ||
            claim.what != cases[i].what || claim.state != cases[i].state ||
            claim.approx != cases[i].approx || claim.at_least != cases[i].at_least)
            fail_msg("\"%s\": %u of %u, what %d, state %d", cases[i].text, claim.number,
                     claim.total, claim.what, claim.state);
    }
}

static void test_no_claims(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "sections",
                                        "3 new tasks",
                                        "2 posts",
                                        "1-2 tasks",
                                        "50%",
                                        "3rd",
                                        "2.1",
                                        "5 critical tasks",
                                        "$40",
                                        "Phase 2",
                                        "4 hours",
                                        "2/3 are",
                                        "8 tasks left behind us",
                                        "30 min",
                                        "2026-01-26"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct count_claim claim;
        if (count_claim_read(slice_of(texts[i]), &claim))
            fail_msg("\"%s\" is read as %u", texts[i], claim.number);
    }
}

static void test_labels(void **state)
{
    (void)state;
    enum counted what;
    enum count_state which;
    assert_true(count_label_read(SLICE("Total Tasks"), &what, &which));
    assert_int_equal(what, COUNTED_TASKS);
    assert_true(count_label_read(SLICE("# Tasks"), &what, &which));
    assert_true(count_label_read(SLICE("Task Count"), &what, &which));
    assert_int_equal(what, COUNTED_TASKS);
    assert_true(count_label_read(SLICE("Completed"), &what, &which));
    assert_int_equal(what, COUNTED_NOTHING);
    assert_int_equal(which, COUNT_DONE);
    assert_false(count_label_read(SLICE("Task"), &what, &which)); /* which, not how many */
    assert_false(count_label_read(SLICE("Phase"), &what, &which));
    assert_false(count_label_read(SLICE("Sessions Completed"), &what, &which));
    assert_false(count_label_read(SLICE(""), &what, &which));
}

static void test_tables_are_in_order(void **state)
{
    (void)state;
    const struct lexicon tables[] = {lexicon_counted, lexicon_count_states, lexicon_count_neutral};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        size_t row = lexicon_disorder(tables[i]);
        if (row != tables[i].count)
            fail_msg("table %zu: \"%s\" is out of order", i, tables[i].words[row].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claims),
        cmocka_unit_test(test_no_claims),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_tables_are_in_order),
    };
    return cmocka_run_group_tests_name("count_claim", tests, NULL, NULL);
}
