/* letters_test.c: which letters a text holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/letters.h"

static bool holds(uint64_t letters, const char *text)
{
    return (letters_of(slice_of(text)) & ~letters) == 0;
}

static void test_letters_of_text(void **state)
{
    (void)state;
    uint64_t pier = letters_of(slice_of("New Pier 3-7"));
    assert_true(holds(pier, "new pier"));
    assert_true(holds(pier, "7-3 REIP"));
    assert_true(holds(pier, ""));
    static const char *const others[] = {"a", "q", "x", "z", "0",  "4",
                                         "9", ".", "/", "é", "重", "🚀"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(holds(pier, others[i]));
    assert_false(pier & LETTERS_BEYOND_ASCII);
    assert_true(letters_of(slice_of("piér")) & LETTERS_BEYOND_ASCII);
    assert_true(letters_of(slice_of("")) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_of_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
