/* changing_test.c: one change after another, in any order, is what changing the text by hand gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "text/changing.h"

#include <string.h>

struct step {
    struct text_position from, to;
    const char *text, *becomes;
};

static void check(const char *text, const struct step *steps, size_t count,
                  enum text_encoding encoding)
{
    for (size_t last = 1; last <= count; last++) {
        struct changing changing;
        changing_init(&changing, slice_of(text));
        for (size_t i = 0; i < last; i++)
            changing_replace(&changing, steps[i].from, steps[i].to, encoding,
                             slice_of(steps[i].text));
        struct slice is = changing_text(&changing);
        if (!slice_is(is, steps[last - 1].becomes))
            fail_msg("after %zu: \"%.*s\"", last, SLICE_ARG(is));
        changing_release(&changing);
    }
}

static void test_up_and_down(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {{2, 0}, {2, 3}, "THREE", "one\ntwo\nTHREE\nfour"},
        {{0, 3}, {1, 0}, " ", "one two\nTHREE\nfour"}, /* two lines become one */
        {{2, 4}, {2, 4}, "\nfive\n", "one two\nTHREE\nfour\nfive\n"},
        {{3, 0}, {4, 0}, "", "one two\nTHREE\nfour\n"},
        {{0, 0}, {0, 0}, "a\nb\n", "a\nb\none two\nTHREE\nfour\n"},
        {{4, 2}, {2, 3}, "!", "a\nb\none!ur\n"},      /* backwards */
        {{9, 9}, {7, 0}, "end", "a\nb\none!ur\nend"}, /* past the last line */
        {{1, 99}, {2, 0}, "", "a\nbone!ur\nend"},     /* past a line's end */
        {{0, 0}, {99, 0}, "", ""},
        {{5, 5}, {5, 5}, "x", "x"},
        {{0, 1}, {0, 1}, "\n", "x\n"},
        {{1, 0}, {1, 0}, "y", "x\ny"},
    };
    check("one\ntwo\nsix\nfour", steps, sizeof steps / sizeof *steps, TEXT_UTF16);
}

static void test_line_ends_are_whole(void **state)
{
    (void)state;
    static const struct step steps[] = {
        {{0, 9}, {0, 9}, "!", "a!\r\nb\r\r\nc\r"},
        {{1, 7}, {2, 0}, "", "a!\r\nbc\r"},     /* all that ends the line */
        {{1, 9}, {1, 9}, "\n", "a!\r\nbc\r\n"}, /* a lone CR ends none: the column is behind it */
        {{1, 2}, {1, 2}, "d", "a!\r\nbcd\r\n"},
    };
    check("a\r\nb\r\r\nc\r", steps, sizeof steps / sizeof *steps, TEXT_UTF8);
}

static void test_columns_count_units(void **state)
{
    (void)state;
    static const char text[] = "x\n\xF0\x9F\x9A\xA2\xC3\xA9z";
    static const struct step utf8 = {{1, 6}, {1, 7}, "", "x\n\xF0\x9F\x9A\xA2\xC3\xA9"};
    static const struct step utf16 = {
        {1, 1}, {1, 2}, "", "x\n\xC3\xA9z"}; /* from within the pair */
    static const struct step utf32 = {{1, 1}, {1, 2}, "", "x\n\xF0\x9F\x9A\xA2z"};
    check(text, &utf8, 1, TEXT_UTF8);
    check(text, &utf16, 1, TEXT_UTF16);
    check(text, &utf32, 1, TEXT_UTF32);
}

static void test_another_text(void **state)
{
    (void)state;
    struct changing changing;
    struct text_position end = {0, 3};
    changing_init(&changing, SLICE("a\nb\nc"));
    changing_replace(&changing, (struct text_position){2, 0}, (struct text_position){2, 1},
                     TEXT_UTF8, SLICE("d"));
    changing_set(&changing, SLICE("new"));
    changing_replace(&changing, end, end, TEXT_UTF8, SLICE("er"));
    assert_true(slice_is(changing_text(&changing), "newer"));
    changing_release(&changing);
}

/* A small generator, so that the test is the same everywhere. */
static uint32_t roll(uint32_t *dice, uint32_t below)
{
    *dice = *dice * 1664525u + 1013904223u;
    return (*dice >> 16) % below;
}

/* Against the line index of text.h, made anew for each change. */
static void test_any_order(void **state)
{
    (void)state;
    static const char *const news[] = {"", "x", "\n", "a\nb\n", "\r\n", "\xC3\xA9", "\r"};
    uint32_t dice = 7;
    struct changing changing;
    struct strbuf text, next;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_init(&next, STRBUF_NO_LIMIT);
    changing_init(&changing, SLICE(""));
    for (int i = 0; i < 5000; i++) {
        struct text_position from = {roll(&dice, 30), roll(&dice, 6)};
        struct text_position to = {from.line + roll(&dice, 2), roll(&dice, 6)};
        struct slice new_text = slice_of(news[roll(&dice, sizeof news / sizeof *news)]);
        struct arena arena;
        struct text index;
        arena_init(&arena);
        text_init(&index, strbuf_slice(&text), &arena);
        uint32_t start = text_offset(&index, from, TEXT_UTF16);
        uint32_t end = text_offset(&index, to, TEXT_UTF16);
        strbuf_clear(&next);
        strbuf_append(&next, slice_sub(index.bytes, 0, start < end ? start : end));
        strbuf_append(&next, new_text);
        strbuf_append(&next, slice_from(index.bytes, start < end ? end : start));
        arena_release(&arena);
        changing_replace(&changing, from, to, TEXT_UTF16, new_text);
        struct strbuf old = text;
        text = next;
        next = old;
        if (i % 50 == 0)
            assert_true(slice_equal(changing_text(&changing), strbuf_slice(&text)));
    }
    assert_true(slice_equal(changing_text(&changing), strbuf_slice(&text)));
    changing_release(&changing);
    strbuf_release(&text);
    strbuf_release(&next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_up_and_down),         cmocka_unit_test(test_line_ends_are_whole),
        cmocka_unit_test(test_columns_count_units), cmocka_unit_test(test_another_text),
        cmocka_unit_test(test_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
