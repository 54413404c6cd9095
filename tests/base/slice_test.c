/* slice_test.c: slices, their finders, splitting, numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/slice.h"

#define ASSERT_SLICE(actual, expected)                                                             \
    do {                                                                                           \
        struct slice actual_ = (actual);                                                           \
        assert_int_equal(actual_.len, sizeof(expected) - 1);                                       \
        if (actual_.len > 0)                                                                       \
            assert_memory_equal(actual_.ptr, expected, actual_.len);                               \
    } while (0)

static const struct slice empty = {NULL, 0};

static void test_sub_is_clamped(void **state)
{
    (void)state;
    struct slice s = SLICE("planls");
    ASSERT_SLICE(slice_sub(s, 1, 3), "la");
    ASSERT_SLICE(slice_sub(s, 4, 99), "ls");
    ASSERT_SLICE(slice_sub(s, 4, 2), "");
    ASSERT_SLICE(slice_sub(s, 99, 100), "");
    ASSERT_SLICE(slice_from(s, 6), "");
    ASSERT_SLICE(slice_sub(empty, 0, 5), "");
    ASSERT_SLICE(slice_of(NULL), "");
}

static void test_comparisons(void **state)
{
    (void)state;
    assert_true(slice_equal(SLICE("a"), SLICE("a")));
    assert_false(slice_equal(SLICE("a"), SLICE("ab")));
    assert_true(slice_equal(empty, SLICE("")));
    assert_true(slice_is(SLICE("Owner"), "Owner"));
    assert_false(slice_is(SLICE("Owner"), "owner"));
    assert_true(slice_is_nocase(SLICE("Owner"), "oWNER"));
    assert_false(slice_is_nocase((struct slice){"ab\0", 3}, "ab"));
    assert_false(slice_is_nocase(SLICE("ab"), "abc"));
    assert_true(slice_is_nocase(SLICE(""), ""));
    /* Only ASCII letters have case here: [ and { differ by 0x20 too. */
    assert_false(slice_is_nocase(SLICE("["), "{"));
    assert_true(slice_starts(SLICE("- [x]"), SLICE("- ")));
    assert_false(slice_starts(SLICE("-"), SLICE("- ")));
    assert_true(slice_starts_nocase(SLICE("TODO: x"), SLICE("todo")));
    assert_true(slice_ends(SLICE("plan.md"), SLICE(".md")));
    assert_false(slice_ends(SLICE("md"), SLICE(".md")));
    assert_true(slice_ends_nocase(SLICE("PLAN.MD"), SLICE(".md")));
    assert_true(slice_ends(empty, empty));
    assert_true(slice_compare(SLICE("a"), SLICE("b")) < 0);
    assert_true(slice_compare(SLICE("a"), SLICE("aa")) < 0);
    assert_true(slice_compare(SLICE("\xFF"), SLICE("a")) > 0);
    assert_int_equal(slice_compare(SLICE("a"), SLICE("a")), 0);
    assert_int_equal(slice_compare(empty, empty), 0);
}

static void test_finders(void **state)
{
    (void)state;
    assert_int_equal(slice_find(SLICE("aaab"), SLICE("ab")), 2);
    assert_int_equal(slice_find(SLICE("abc"), SLICE("c")), 2);
    assert_int_equal(slice_find(SLICE("abc"), SLICE("abc")), 0);
    assert_int_equal(slice_find(SLICE("abc"), SLICE("abcd")), SLICE_NONE);
    assert_int_equal(slice_find(SLICE("abc"), SLICE("x")), SLICE_NONE);
    assert_int_equal(slice_find(SLICE("abc"), empty), 0);
    assert_int_equal(slice_find(empty, SLICE("x")), SLICE_NONE);
    assert_int_equal(slice_find(empty, empty), 0);
    assert_int_equal(slice_find_nocase(SLICE("Week Four"), SLICE("fOUR")), 5);
    assert_int_equal(slice_find_nocase(SLICE("abc"), SLICE("abcd")), SLICE_NONE);
    assert_int_equal(slice_find_nocase(empty, empty), 0);
    assert_int_equal(slice_find_byte(SLICE("a:b:c"), ':'), 1);
    assert_int_equal(slice_find_last_byte(SLICE("a:b:c"), ':'), 3);
    assert_int_equal(slice_find_byte(empty, ':'), SLICE_NONE);
    assert_int_equal(slice_find_last_byte(empty, ':'), SLICE_NONE);
    assert_true(slice_contains(SLICE("x\0y"), SLICE("\0")));
}

static void test_trim(void **state)
{
    (void)state;
    ASSERT_SLICE(slice_trim(SLICE(" \t a b\r\n")), "a b");
    ASSERT_SLICE(slice_trim_start(SLICE("  a ")), "a ");
    ASSERT_SLICE(slice_trim_end(SLICE("  a ")), "  a");
    ASSERT_SLICE(slice_trim(SLICE(" \n ")), "");
    ASSERT_SLICE(slice_trim(empty), "");
    /* Vertical tab and form feed are content. */
    ASSERT_SLICE(slice_trim(SLICE("\v")), "\v");
}

static void test_split(void **state)
{
    (void)state;
    struct slice piece;
    struct slice_split it = {SLICE("a||b|"), false};
    const char *const expected[] = {"a", "", "b", ""};
    for (size_t i = 0; i < 4; i++) {
        assert_true(slice_split_next(&it, '|', &piece));
        assert_true(slice_is(piece, expected[i]));
    }
    assert_false(slice_split_next(&it, '|', &piece));

    it = (struct slice_split){empty, false};
    assert_true(slice_split_next(&it, '|', &piece));
    assert_int_equal(piece.len, 0);
    assert_false(slice_split_next(&it, '|', &piece));
}

static void test_numbers(void **state)
{
    (void)state;
    uint32_t value = 7;
    assert_true(slice_to_u32(SLICE("0"), &value));
    assert_int_equal(value, 0);
    assert_true(slice_to_u32(SLICE("0042"), &value));
    assert_int_equal(value, 42);
    assert_true(slice_to_u32(SLICE("4294967295"), &value));
    assert_int_equal(value, UINT32_MAX);
    const char *const refused[] = {"",   "4294967296", "99999999999999999999999999", "-1", "+1",
                                   "1 ", "1.0"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(slice_to_u32(slice_of(refused[i]), &value));
}

static void test_ascii_classes(void **state)
{
    (void)state;
    assert_true(ascii_is_digit('0') && ascii_is_digit('9') && !ascii_is_digit('/') &&
                !ascii_is_digit(':'));
    assert_true(ascii_is_alpha('a') && ascii_is_alpha('Z') && !ascii_is_alpha('@') &&
                !ascii_is_alpha('['));
    assert_true(ascii_is_alnum('5') && !ascii_is_alnum('_'));
    assert_true(ascii_is_upper('Q') && !ascii_is_upper('q'));
    assert_true(ascii_is_space(' ') && ascii_is_space('\f') && !ascii_is_space('\0'));
    assert_false(ascii_is_alpha('\xE9') || ascii_is_space('\xA0'));
    assert_int_equal(ascii_lower('Z'), 'z');
    assert_int_equal(ascii_lower('['), '[');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sub_is_clamped), cmocka_unit_test(test_comparisons),
        cmocka_unit_test(test_finders),        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_split),          cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_ascii_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
