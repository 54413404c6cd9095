/* places_test.c: places counted on from the last one are the places counted from the start. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/places.h"

static void test_any_two_in_any_order(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct text text;
    text_init(&text, SLICE("a\tüb\xFF\r\n🚀 x\n\nend é"), &arena);
    for (uint32_t first = 0; first <= text.bytes.len; first++) {
        for (uint32_t second = 0; second <= text.bytes.len; second++) {
            struct place_cursor cursor = {0};
            /* A place inside a character or a line end is none that anybody asks for. */
            if (first < text.bytes.len && ((unsigned char)text.bytes.ptr[first] & 0xC0) == 0x80)
                continue;
            if (second < text.bytes.len && ((unsigned char)text.bytes.ptr[second] & 0xC0) == 0x80)
                continue;
            place_of(&cursor, &text, first);
            struct text_position at = place_of(&cursor, &text, second);
            struct text_position expected = text_position(&text, second, TEXT_UTF32);
            assert_int_equal(at.line, expected.line);
            assert_int_equal(at.column, expected.column);
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_two_in_any_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
