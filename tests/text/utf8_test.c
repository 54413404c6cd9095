/* utf8_test.c: decoding UTF-8 that may be broken, encoding, and width on a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/utf8.h"

#include <string.h>

#define FAMILY                                                                                     \
    "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7" /* 👨‍👩‍👧 */

static void test_every_scalar_there_and_back(void **state)
{
    (void)state;
    for (uint32_t codepoint = 0; codepoint <= 0x10FFFF; codepoint++) {
        char bytes[4];
        unsigned len = utf8_encode(codepoint, bytes);
        uint32_t back;
        bool surrogate = codepoint >= 0xD800 && codepoint <= 0xDFFF;
        assert_true(utf8_decode((struct slice){bytes, len}, &back) == len);
        assert_true(back == (surrogate ? UTF8_REPLACEMENT : codepoint));
    }
    char bytes[4];
    assert_int_equal(utf8_encode(0x110000, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void test_broken_sequences_are_single_bytes(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "\x80",             /* a continuation alone */
        "\xC0\x80",         /* overlong NUL */
        "\xC1\xBF",         /* overlong */
        "\xE0\x9F\xBF",     /* overlong */
        "\xF0\x8F\xBF\xBF", /* overlong */
        "\xED\xA0\x80",     /* surrogate */
        "\xF4\x90\x80\x80", /* past the last code point */
        "\xF5\x80\x80\x80", /* no lead byte */
        "\xFF",             /* never in UTF-8 */
        "\xE2\x98",         /* cut off */
        "\xE2\x28\xA1",     /* interrupted */
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        uint32_t codepoint = 0;
        assert_int_equal(utf8_decode(slice_of(broken[i]), &codepoint), 1);
        assert_int_equal(codepoint, UTF8_REPLACEMENT);
        assert_int_equal(utf8_valid_prefix(slice_of(broken[i])), 0);
    }
    /* A real U+FFFD is whole and valid. */
    uint32_t codepoint = 0;
    assert_int_equal(utf8_decode(SLICE("\xEF\xBF\xBD"), &codepoint), 3);
    assert_int_equal(codepoint, UTF8_REPLACEMENT);
    assert_int_equal(utf8_valid_prefix(SLICE("a\xEF\xBF\xBD\xFFz")), 4);
    assert_int_equal(utf8_valid_prefix(SLICE("abc")), 3);
    assert_int_equal(utf8_valid_prefix(SLICE("")), 0);
}

static void test_starts(void **state)
{
    (void)state;
    struct slice s = SLICE("a\xE2\x9C\x85\x80z"); /* a ✅ stray z */
    static const size_t starts[] = {0, 1, 1, 1, 4, 5, 6, 6};
    for (size_t at = 0; at < sizeof starts / sizeof *starts; at++)
        assert_int_equal(utf8_start(s, at), starts[at]);
    assert_int_equal(utf8_previous(s, 1), 0);
    assert_int_equal(utf8_previous(s, 4), 1);
    assert_int_equal(utf8_previous(s, 5), 4);
    assert_int_equal(utf8_previous(s, 6), 5);
    /* Four strays: each is its own start. */
    struct slice strays = SLICE("\x80\x80\x80\x80\x80");
    for (size_t at = 0; at < 5; at++)
        assert_int_equal(utf8_start(strays, at), at);
}

static void test_append(void **state)
{
    (void)state;
    struct strbuf out;
    strbuf_init(&out, 6);
    utf8_append(&out, 'a');
    utf8_append(&out, 0x1F680);
    assert_string_equal(out.ptr, "a\xF0\x9F\x9A\x80");
    utf8_append(&out, 0xE9); /* two bytes, one left: never half a character */
    assert_true(out.overflow);
    assert_int_equal(out.len, 5);
    strbuf_release(&out);
}

static void test_width(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t column, width;
    } cases[] = {
        {"", 0, 0},
        {"plan", 0, 4},
        {"H\xC3\xA9llo", 0, 5},                     /* Héllo */
        {"e\xCC\x81", 0, 1},                        /* e and combining acute */
        {"\xE8\xA8\x88\xE7\x94\xBB", 0, 4},         /* 計画 */
        {"\xEF\xBC\xA1", 0, 2},                     /* fullwidth A */
        {"\xEA\xB0\x80", 0, 2},                     /* Hangul syllable */
        {"\xE1\x84\x80\xE1\x85\xA1", 0, 2},         /* the same from two jamo */
        {"\xE2\x80\x8B\xEF\xBB\xBF", 0, 0},         /* zero-width space, BOM */
        {"\xC2\xA0", 0, 1},                         /* no-break space */
        {"\xE2\x94\x9C\xE2\x94\x80", 0, 2},         /* box drawing */
        {"\xE2\x9C\x85", 0, 2},                     /* ✅ */
        {"\xE2\x9A\xA0", 0, 1},                     /* ⚠ as text */
        {"\xE2\x9A\xA0\xEF\xB8\x8F", 0, 2},         /* ⚠️ as emoji */
        {"1\xEF\xB8\x8F\xE2\x83\xA3", 0, 2},        /* keycap 1 */
        {"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", 0, 2}, /* thumb with skin tone */
        {FAMILY, 0, 2},
        {FAMILY "x" FAMILY, 0, 5},
        {"\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", 0, 2}, /* flag */
        {"\xF0\x9F\x91\xA8\xF0\x9F\x91\xA9", 0, 4}, /* two people, not joined */
        {"a\tb", 0, 9},
        {"\t", 3, 5},
        {"\t", 8, 8},
        {"\t\t", 0, 16},
        {"\xE8\xA8\x88\t", 0, 8},
        {"a\xFFz", 0, 3},
        {"a\r\n", 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_width(slice_of(cases[i].text), cases[i].column), cases[i].width);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_scalar_there_and_back),
        cmocka_unit_test(test_broken_sequences_are_single_bytes),
        cmocka_unit_test(test_starts),
        cmocka_unit_test(test_append),
        cmocka_unit_test(test_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
