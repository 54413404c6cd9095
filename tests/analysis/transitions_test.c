/* transitions_test.c: in which order work passes its states, and which it skips. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/transitions.h"
#include "model/reading.h"

static struct stated state_of(const char *text)
{
    return (struct stated){status_read(slice_of(text)), slice_of(text)};
}

static void test_words(void **state)
{
    (void)state;
    assert_true(is_stated_in_words(state_of("Done")));
    assert_true(is_stated_in_words(state_of("完成")));
    assert_true(is_stated_in_words(state_of("готово")));
    assert_true(is_stated_in_words(state_of("✅ Done")));
    assert_false(is_stated_in_words(state_of("✅")));
    assert_false(is_stated_in_words(state_of("x")));
    assert_false(is_stated_in_words(state_of("🚧")));
    assert_false(is_stated_in_words(state_of("")));
}

static void test_skipped(void **state)
{
    (void)state;
    static const struct slice workflow[] = {SLICE_INIT("To Do"), SLICE_INIT("In Progress"),
                                            SLICE_INIT("Security check"), SLICE_INIT("In Review"),
                                            SLICE_INIT("Done")};
    static const struct {
        bool workflow, review;
        const char *before, *now, *skipped;
    } rows[] = {
        {false, true, "To Do", "Done", "review"},
        {false, true, "In Progress", "Done", "review"},
        {false, true, "In Review", "Done", ""},
        {false, true, "To Do", "In Progress", ""},
        {false, true, "Done", "To Do", ""},
        {false, true, "Cancelled", "Done", ""},
        {false, false, "To Do", "Done", ""},
        {true, false, "To Do", "In Progress", ""},
        {true, false, "To Do", "Done", "“In Progress”, “Security check” and “In Review”"},
        {true, false, "In Progress", "in review", "“Security check”"},
        {true, false, "Security check", "In Review", ""},
        {true, false, "In Review", "Completed", ""},
        {true, false, "Done", "To Do", ""},
        {true, false, "Blocked", "Done", ""}, /* no stage of it */
        {true, false, "To Do", "Whatever", ""},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct settings settings;
        settings_init(&settings);
        settings.workflow = workflow;
        settings.workflow_count = rows[i].workflow ? 5 : 0;
        struct slice skipped = skipped_stages(&settings, rows[i].review, state_of(rows[i].before),
                                              state_of(rows[i].now), &arena);
        if (!slice_is(skipped, rows[i].skipped))
            fail_msg("row %zu: \"%.*s\"", i, SLICE_ARG(skipped));
    }
    arena_release(&arena);
}

static void test_review(void **state)
{
    (void)state;
    struct reading r;
    reading_start(&r, "plan.md", "## Initiative: Pier\n**Owner:** Bo\n**Status:** In Review\n");
    assert_true(document_has_review(r.model));
    reading_end(&r);
    reading_start(&r, "plan.md", "## Initiative: Pier\n**Owner:** Bo\n**Status:** Done\n");
    assert_false(document_has_review(r.model));
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_skipped),
        cmocka_unit_test(test_review),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
