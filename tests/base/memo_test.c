/* memo_test.c: values kept for texts, and dropped when nobody asks for them any more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memo.h"

#include <stdio.h>
#include <string.h>

static const char *found(struct memo *memo, enum memo_kind kind, int with, const char *text)
{
    size_t size = 0;
    const char *value = memo_find(
        memo, &(struct memo_key){kind, {(const char *)&with, sizeof with}, slice_of(text)}, &size);
    assert_true(!value || size == strlen(value) + 1);
    return value;
}

static void keep(struct memo *memo, enum memo_kind kind, int with, const char *text,
                 const char *value)
{
    memo_keep(memo, &(struct memo_key){kind, {(const char *)&with, sizeof with}, slice_of(text)},
              value, strlen(value) + 1);
}

static void test_kind_text_and_condition_tell_values_apart(void **state)
{
    (void)state;
    struct memo *memo = memo_new();
    keep(memo, MEMO_TIMES, 2026, "Jan 5", "2026");
    keep(memo, MEMO_TIMES, 2027, "Jan 5", "2027");
    keep(memo, MEMO_NAMES, 2026, "Jan 5", "name");
    keep(memo, MEMO_NAMES, 0, "", "nothing");
    assert_string_equal(found(memo, MEMO_TIMES, 2026, "Jan 5"), "2026");
    assert_string_equal(found(memo, MEMO_TIMES, 2027, "Jan 5"), "2027");
    assert_string_equal(found(memo, MEMO_NAMES, 2026, "Jan 5"), "name");
    assert_string_equal(found(memo, MEMO_NAMES, 0, ""), "nothing");
    assert_null(found(memo, MEMO_TIMES, 2026, "Jan 6"));
    assert_null(found(memo, MEMO_TIMES, 2026, "Jan"));
    assert_null(found(memo, MEMO_TIMES, 0, "Jan 5"));
    memo_free(memo);
}

static void test_without_a_memo_nothing_is_kept(void **state)
{
    (void)state;
    keep(NULL, MEMO_NAMES, 0, "a", "b");
    assert_null(found(NULL, MEMO_NAMES, 0, "a"));
    memo_free(NULL);
}

/* What is asked for in every state stays; of the rest at most about as much again. */
static void test_what_nobody_asks_for_goes(void **state)
{
    (void)state;
    struct memo *memo = memo_new();
    size_t left = 0;
    char text[32];
    keep(memo, MEMO_NAMES, 0, "stays", "here");
    for (unsigned i = 0; i < 5000; i++) {
        memo_turn(memo);
        assert_string_equal(found(memo, MEMO_NAMES, 0, "stays"), "here");
        snprintf(text, sizeof text, "state %u", i);
        keep(memo, MEMO_NAMES, 0, text, "once");
    }
    for (unsigned i = 0; i < 5000; i++) {
        snprintf(text, sizeof text, "state %u", i);
        left += found(memo, MEMO_NAMES, 0, text) != NULL;
    }
    assert_in_range(left, 1, 600);
    memo_free(memo);
}

static void test_many_values_stay_in_one_state(void **state)
{
    (void)state;
    struct memo *memo = memo_new();
    char text[32];
    for (int turn = 0; turn < 3; turn++) {
        for (unsigned i = 0; i < 5000; i++) {
            snprintf(text, sizeof text, "line %u", i);
            if (turn == 0)
                keep(memo, MEMO_NAMES, 0, text, text + 5);
            assert_string_equal(found(memo, MEMO_NAMES, 0, text), text + 5);
        }
        memo_turn(memo);
    }
    memo_free(memo);
}

static int asked;

static bool is_long(struct slice text)
{
    asked++;
    return text.len > 2;
}

static bool is_short(struct slice text)
{
    asked++;
    return text.len <= 2;
}

static void test_a_judge_is_asked_once(void **state)
{
    (void)state;
    struct memo *memo = memo_new();
    asked = 0;
    for (int i = 0; i < 3; i++) {
        assert_true(memo_judge(memo, SLICE("abc"), is_long));
        assert_false(memo_judge(memo, SLICE("abc"), is_short));
    }
    assert_int_equal(asked, 2);
    assert_true(memo_judge(NULL, SLICE("abc"), is_long));
    memo_free(memo);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kind_text_and_condition_tell_values_apart),
        cmocka_unit_test(test_without_a_memo_nothing_is_kept),
        cmocka_unit_test(test_what_nobody_asks_for_goes),
        cmocka_unit_test(test_many_values_stay_in_one_state),
        cmocka_unit_test(test_a_judge_is_asked_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
