/* strbuf_test.c: growing strings and their limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"

static void test_appending(void **state)
{
    (void)state;
    struct strbuf buf;
    strbuf_init(&buf, STRBUF_NO_LIMIT);
    assert_string_equal(buf.ptr, "");
    strbuf_puts(&buf, "a");
    strbuf_putc(&buf, 'b');
    strbuf_repeat(&buf, '-', 3);
    strbuf_append(&buf, SLICE("c\0d"));
    strbuf_printf(&buf, "%03d", 7);
    strbuf_printf(&buf, "%s", "");
    assert_int_equal(buf.len, 11);
    assert_memory_equal(buf.ptr, "ab---c\0d007", 12);
    assert_true(slice_equal(strbuf_slice(&buf), SLICE("ab---c\0d007")));
    strbuf_clear(&buf);
    assert_int_equal(buf.len, 0);
    assert_string_equal(buf.ptr, "");
    strbuf_release(&buf);
}

static void test_growth_keeps_the_bytes(void **state)
{
    (void)state;
    struct strbuf buf;
    strbuf_init(&buf, STRBUF_NO_LIMIT);
    for (int i = 0; i < 10000; i++)
        strbuf_printf(&buf, "%04d", i);
    assert_int_equal(buf.len, 40000);
    assert_memory_equal(buf.ptr + 4 * 1234, "1234", 4);
    assert_int_equal(buf.ptr[buf.len], '\0');
    strbuf_release(&buf);
}

static void test_a_limit_holds_exactly(void **state)
{
    (void)state;
    struct strbuf buf;
    strbuf_init(&buf, 4);
    strbuf_puts(&buf, "abcd");
    assert_false(buf.overflow);
    strbuf_puts(&buf, "");
    assert_false(buf.overflow);
    strbuf_putc(&buf, 'e');
    assert_true(buf.overflow);
    assert_string_equal(buf.ptr, "abcd");
    strbuf_release(&buf);
}

static void test_what_overflows_leaves_no_hole(void **state)
{
    (void)state;
    struct strbuf buf;
    strbuf_init(&buf, 5);
    strbuf_puts(&buf, "ab");
    strbuf_puts(&buf, "long one");
    assert_true(buf.overflow);
    strbuf_putc(&buf, 'c'); /* would fit */
    strbuf_printf(&buf, "%d", 1);
    strbuf_repeat(&buf, 'x', 1);
    assert_string_equal(buf.ptr, "ab");
    strbuf_clear(&buf);
    assert_false(buf.overflow);
    strbuf_printf(&buf, "%s", "abcde");
    assert_string_equal(buf.ptr, "abcde");
    strbuf_release(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_appending),
        cmocka_unit_test(test_growth_keeps_the_bytes),
        cmocka_unit_test(test_a_limit_holds_exactly),
        cmocka_unit_test(test_what_overflows_leaves_no_hole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
