/* text_test.c: the line index, and positions in three encodings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/text.h"
#include "text/utf8.h"

#include <string.h>

static const enum text_encoding encodings[] = {TEXT_UTF8, TEXT_UTF16, TEXT_UTF32};

struct line_case {
    const char *text;
    uint32_t lines;
    const char *content[4]; /* of the first lines, without line ends */
    const char *line_end;
};

static void test_lines(void **state)
{
    (void)state;
    static const struct line_case cases[] = {
        {"", 1, {""}, "\n"},
        {"one", 1, {"one"}, "\n"},
        {"one\n", 2, {"one", ""}, "\n"},
        {"one\ntwo", 2, {"one", "two"}, "\n"},
        {"one\r\ntwo\r\n", 3, {"one", "two", ""}, "\r\n"},
        {"one\r\r\ntwo", 2, {"one", "two"}, "\r\n"},
        {"a\rb\nc", 2, {"a\rb", "c"}, "\n"},
        {"a\r", 1, {"a\r"}, "\n"},
        {"\n\n\n", 4, {"", "", "", ""}, "\n"},
        {"\r\n\n", 3, {"", "", ""}, "\r\n"},
        {"mixed\nends\r\n", 3, {"mixed", "ends", ""}, "\n"},
        {"\xEF\xBB\xBF# Plan\n", 2, {"\xEF\xBB\xBF# Plan", ""}, "\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena);
        struct text text;
        text_init(&text, slice_of(cases[i].text), &arena);
        assert_int_equal(text.line_count, cases[i].lines);
        assert_true(slice_is(text_line_end(&text), cases[i].line_end));
        for (uint32_t line = 0; line < text.line_count; line++)
            assert_true(
                slice_is(span_slice(text.bytes, text_line(&text, line)), cases[i].content[line]));
        arena_release(&arena);
    }
}

static void test_full_lines_tile_the_text(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct text text;
    text_init(&text, SLICE("a\r\n\r\r\nbc\nd"), &arena);
    uint32_t end = 0;
    for (uint32_t line = 0; line < text.line_count; line++) {
        struct span full = text_line_full(&text, line);
        assert_int_equal(full.start, end);
        assert_true(span_covers(full, text_line(&text, line)));
        for (uint32_t at = full.start; at < full.end; at++)
            assert_int_equal(text_line_of(&text, at), line);
        end = full.end;
    }
    assert_int_equal(end, text.bytes.len);
    assert_true(span_equal(text_line(&text, 99), (struct span){end, end}));
    assert_int_equal(text_line_of(&text, 99), 3);
    arena_release(&arena);
}

/* One place in a text: its offset and its column in each encoding. */
struct place {
    uint32_t offset, line, columns[3];
};

static void check_places(const char *string, const struct place *places, size_t count)
{
    struct arena arena;
    arena_init(&arena);
    struct text text;
    text_init(&text, slice_of(string), &arena);
    for (size_t i = 0; i < count; i++)
        for (size_t e = 0; e < 3; e++) {
            struct text_position position = text_position(&text, places[i].offset, encodings[e]);
            assert_int_equal(position.line, places[i].line);
            assert_int_equal(position.column, places[i].columns[e]);
            assert_int_equal(text_offset(&text, position, encodings[e]), places[i].offset);
        }
    arena_release(&arena);
}

#define CHECK_PLACES(string, ...)                                                                  \
    do {                                                                                           \
        static const struct place places_[] = {__VA_ARGS__};                                       \
        check_places(string, places_, sizeof places_ / sizeof *places_);                           \
    } while (0)

static void test_positions(void **state)
{
    (void)state;
    /* Tabs are one column, whatever their width. */
    CHECK_PLACES("\ta\n\t\tb", {0, 0, {0, 0, 0}}, {1, 0, {1, 1, 1}}, {5, 1, {2, 2, 2}});
    /* é is two bytes. */
    CHECK_PLACES("\xC3\xA9x", {0, 0, {0, 0, 0}}, {2, 0, {2, 1, 1}}, {3, 0, {3, 2, 2}});
    /* e with a combining accent is two characters. */
    CHECK_PLACES("e\xCC\x81x", {1, 0, {1, 1, 1}}, {3, 0, {3, 2, 2}}, {4, 0, {4, 3, 3}});
    /* 計画: three bytes, one unit each. */
    CHECK_PLACES("\xE8\xA8\x88\xE7\x94\xBB!", {3, 0, {3, 1, 1}}, {6, 0, {6, 2, 2}},
                 {7, 0, {7, 3, 3}});
    /* 🚀 is four bytes, a surrogate pair, one code point. */
    CHECK_PLACES("\xF0\x9F\x9A\x80 go", {4, 0, {4, 2, 1}}, {5, 0, {5, 3, 2}}, {7, 0, {7, 5, 4}});
    /* Two people joined: 4 + 3 + 4 bytes, 2 + 1 + 2 units. */
    CHECK_PLACES("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9.", {4, 0, {4, 2, 1}},
                 {7, 0, {7, 3, 2}}, {11, 0, {11, 5, 3}}, {12, 0, {12, 6, 4}});
    /* A flag is two regional indicators. */
    CHECK_PLACES("\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA", {4, 0, {4, 2, 1}}, {8, 0, {8, 4, 2}});
    /* A byte order mark is a character of the first line. */
    CHECK_PLACES("\xEF\xBB\xBF# P\n", {3, 0, {3, 1, 1}}, {6, 0, {6, 4, 4}}, {7, 1, {0, 0, 0}});
    /* Broken bytes count one each: a stray, then a cut-off ✅. */
    CHECK_PLACES("\x80\xE2\x9C|", {1, 0, {1, 1, 1}}, {2, 0, {2, 2, 2}}, {3, 0, {3, 3, 3}},
                 {4, 0, {4, 4, 4}});
    /* Lines after CRLF and CR CR LF. */
    CHECK_PLACES("a\r\n\xF0\x9F\x9A\x80\r\r\nb", {1, 0, {1, 1, 1}}, {3, 1, {0, 0, 0}},
                 {7, 1, {4, 2, 1}}, {10, 2, {0, 0, 0}}, {11, 2, {1, 1, 1}});
}

static void test_places_inside_go_to_the_start(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct text text;
    text_init(&text, SLICE("a\xF0\x9F\x9A\x80z"), &arena);
    /* The rocket holds columns 1 and 2 in UTF-16: 2 is inside the pair. */
    assert_int_equal(text_offset(&text, (struct text_position){0, 2}, TEXT_UTF16), 1);
    for (uint32_t inside = 2; inside <= 4; inside++) {
        assert_int_equal(text_offset(&text, (struct text_position){0, inside}, TEXT_UTF8), 1);
        for (size_t e = 0; e < 3; e++)
            assert_int_equal(text_position(&text, inside, encodings[e]).column, 1);
    }
    assert_int_equal(text_offset(&text, (struct text_position){0, 3}, TEXT_UTF16), 5);
    arena_release(&arena);
}

static void test_places_past_the_end_are_clamped(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct text text;
    text_init(&text, SLICE("ab\r\ncd"), &arena);
    for (size_t e = 0; e < 3; e++) {
        assert_int_equal(text_offset(&text, (struct text_position){0, 99}, encodings[e]), 2);
        assert_int_equal(text_offset(&text, (struct text_position){0, UINT32_MAX}, encodings[e]),
                         2);
        assert_int_equal(text_offset(&text, (struct text_position){1, 99}, encodings[e]), 6);
        assert_int_equal(text_offset(&text, (struct text_position){2, 0}, encodings[e]), 6);
        assert_int_equal(text_offset(&text, (struct text_position){UINT32_MAX, 5}, encodings[e]),
                         6);
        struct text_position inside = text_position(&text, 3, encodings[e]); /* between CR and LF */
        assert_int_equal(inside.line, 0);
        assert_int_equal(inside.column, 2);
        struct text_position past = text_position(&text, 1000, encodings[e]);
        assert_int_equal(past.line, 1);
        assert_int_equal(past.column, 2);
    }
    arena_release(&arena);
}

/* Pieces that random texts are made of: every kind of character and every way to break one. */
static const char *const pieces[] = {
    "a",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\r\r\n",
    "\xC3\xA9",
    "\xCC\x81",
    "\xE8\xA8\x88",
    "\xE2\x80\x8D",
    "\xEF\xB8\x8F",
    "\xEF\xBB\xBF",
    "\xF0\x9F\x9A\x80",
    "\xF0\x9F\x87\xA9",
    "\x80",
    "\xBF",
    "\xC3",
    "\xE2\x9C",
    "\xF0\x9F",
    "\xF0\x9F\x9A",
    "\xED\xA0\x80",
    "\xC0\xAF",
    "\xF4\x90\x80\x80",
    "\xFF",
};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* A slow second opinion on a column: walks the line character by character. */
static uint32_t column_by_walking(struct slice bytes, uint32_t from, uint32_t to,
                                  enum text_encoding encoding)
{
    uint32_t column = 0;
    for (uint32_t at = from; at < to;) {
        uint32_t codepoint;
        uint32_t len = utf8_decode(slice_from(bytes, at), &codepoint);
        if (at + len > to)
            break;
        column += encoding == TEXT_UTF8                          ? len
                  : encoding == TEXT_UTF16 && codepoint > 0xFFFF ? 2
                                                                 : 1;
        at += len;
    }
    return column;
}

static void check_text(struct slice bytes)
{
    struct arena arena;
    arena_init(&arena);
    struct text text;
    text_init(&text, bytes, &arena);
    for (uint32_t offset = 0; offset <= bytes.len; offset++) {
        uint32_t line = text_line_of(&text, offset);
        struct span span = text_line(&text, line);
        uint32_t inside = offset > span.end ? span.end : offset;
        for (size_t e = 0; e < 3; e++) {
            struct text_position position = text_position(&text, offset, encodings[e]);
            assert_int_equal(position.line, line);
            assert_int_equal(position.column,
                             column_by_walking(bytes, span.start, inside, encodings[e]));
            /* Back again: the start of the character the offset stands in. */
            assert_int_equal(text_offset(&text, position, encodings[e]), utf8_start(bytes, inside));
        }
    }
    arena_release(&arena);
}

static void test_random_texts_there_and_back(void **state)
{
    (void)state;
    uint32_t seed = 2026;
    for (int round = 0; round < 2000; round++) {
        char bytes[256];
        size_t len = 0;
        for (uint32_t count = next_random(&seed) % 40; count > 0; count--) {
            const char *piece = pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)];
            memcpy(bytes + len, piece, strlen(piece));
            len += strlen(piece);
        }
        check_text((struct slice){bytes, len});
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_full_lines_tile_the_text),
        cmocka_unit_test(test_positions),
        cmocka_unit_test(test_places_inside_go_to_the_start),
        cmocka_unit_test(test_places_past_the_end_are_clamped),
        cmocka_unit_test(test_random_texts_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
