/* line_lengths_test.c: positions from lengths of lines are those of the text, or not known. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/line_lengths.h"
#include "text/utf8.h"

#include <string.h>

static struct text_position at(const char *source, uint32_t offset, enum text_encoding encoding,
                               bool *known)
{
    struct arena arena;
    struct text text;
    struct line_place place;
    struct text_position position = {99, 99};
    arena_init(&arena);
    text_init(&text, slice_of(source), &arena);
    struct line_lengths *lengths = line_lengths_new(&text);
    assert_non_null(lengths);
    line_place_init(&place, lengths);
    *known = line_place_position(&place, offset, encoding, &position);
    line_lengths_free(lengths);
    arena_release(&arena);
    return position;
}

static void test_places(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t offset, line, column;
    } cases[] = {
        {"", 0, 0, 0},
        {"one", 2, 0, 2},
        {"one", 3, 0, 3},
        {"one", 9, 0, 3},
        {"one\n", 3, 0, 3},
        {"one\n", 4, 1, 0},
        {"one\n\n\ntwo", 7, 3, 1},
        {"one\r\ntwo", 3, 0, 3},
        {"one\r\ntwo", 4, 0, 3},
        {"one\r\ntwo", 6, 1, 1},
        {"one\r\n", 5, 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool known;
        struct text_position position = at(cases[i].text, cases[i].offset, TEXT_UTF16, &known);
        assert_true(known);
        assert_int_equal(position.line, cases[i].line);
        assert_int_equal(position.column, cases[i].column);
    }
}

static void test_other_characters(void **state)
{
    (void)state;
    bool known;
    /* "é" has two bytes: only UTF-8 knows the column behind it, and every encoding the lines around it. */
    assert_int_equal(at("a\né b\nc d", 5, TEXT_UTF8, &known).column, 3);
    assert_true(known);
    (void)at("a\né b\nc d", 5, TEXT_UTF16, &known);
    assert_false(known);
    assert_int_equal(at("a\né b\nc d", 2, TEXT_UTF32, &known).column, 0);
    assert_true(known);
    struct text_position behind = at("a\né b\nc d", 9, TEXT_UTF16, &known);
    assert_true(known);
    assert_int_equal(behind.line, 2);
    assert_int_equal(behind.column, 2);
}

/* Every place of a text with short, long and very long lines, in any order. */
static void test_it_says_what_the_text_says(void **state)
{
    (void)state;
    static const char *const ends[] = {"\n", "\r\n"};
    static const size_t lengths_of_lines[] = {0, 1, 124, 125, 126, 127, 128, 129, 300, 70000, 3, 0};
    for (size_t e = 0; e < 2; e++) {
        struct strbuf source;
        strbuf_init(&source, STRBUF_NO_LIMIT);
        for (size_t i = 0; i < sizeof lengths_of_lines / sizeof *lengths_of_lines; i++) {
            for (size_t j = 0; j < lengths_of_lines[i]; j++)
                strbuf_putc(&source, (char)('a' + j % 26));
            strbuf_puts(&source, ends[e]);
        }
        struct arena arena;
        struct text text;
        arena_init(&arena);
        text_init(&text, strbuf_slice(&source), &arena);
        struct line_lengths *lengths = line_lengths_new(&text);
        struct line_place place;
        line_place_init(&place, lengths);
        for (uint32_t i = 0; i <= text.bytes.len; i++) {
            uint32_t offset = i % 7 ? i : (uint32_t)((i * 31ull) % (text.bytes.len + 1));
            if (i > 1200 && i + 1200 < text.bytes.len)
                offset = i;
            struct text_position said;
            assert_true(line_place_position(&place, offset, TEXT_UTF16, &said));
            struct text_position is = text_position(&text, offset, TEXT_UTF8);
            assert_int_equal(said.line, is.line);
            assert_int_equal(said.column, is.column);
        }
        line_lengths_free(lengths);
        strbuf_release(&source);
        arena_release(&arena);
    }
}

static void test_mixed_line_ends(void **state)
{
    (void)state;
    static const char *const texts[] = {"one\r\ntwo\n", "one\r\r\ntwo", "one\ntwo\r\n", "a\rb\nc"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct text text;
        text_init(&text, slice_of(texts[i]), &arena);
        assert_null(line_lengths_new(&text));
    }
    line_lengths_free(NULL);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_other_characters),
        cmocka_unit_test(test_it_says_what_the_text_says),
        cmocka_unit_test(test_mixed_line_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
