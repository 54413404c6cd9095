/* positions_test.c: byte spans as the protocol's ranges, in the three encodings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lsp/positions.h"

#include <string.h>

static const enum text_encoding encodings[] = {TEXT_UTF8, TEXT_UTF16, TEXT_UTF32};

/* "3:1-3:4" of a range, "?" where it is none. */
static void print_range(const cJSON *range, struct strbuf *out)
{
    static const char *const paths[] = {"start.line", "start.character", "end.line",
                                        "end.character"};
    static const char separators[] = ":-:";
    strbuf_clear(out);
    for (int i = 0; i < 4; i++) {
        uint32_t number = 0;
        if (!json_get_u32(range, paths[i], &number))
            strbuf_putc(out, '?');
        strbuf_printf(out, "%u", number);
        if (i < 3)
            strbuf_putc(out, separators[i]);
    }
}

/* The first place of `part` in the text is at these ranges in utf-8, utf-16, utf-32, and each of them
 * leads back to it. */
static void check(const char *bytes, const char *part, const char *const expected[3])
{
    struct arena arena;
    struct strbuf printed;
    struct text text;
    arena_init(&arena);
    strbuf_init(&printed, STRBUF_NO_LIMIT);
    text_init(&text, slice_of(bytes), &arena);
    uint32_t start = (uint32_t)(strstr(bytes, part) - bytes);
    struct span span = {start, start + (uint32_t)strlen(part)};
    for (int i = 0; i < 3; i++) {
        struct positions positions;
        positions_init(&positions, &text, encodings[i]);
        cJSON *range = positions_new_range(&positions, span);
        print_range(range, &printed);
        assert_string_equal(printed.ptr, expected[i]);
        struct span back;
        assert_true(positions_read_range(&positions, range, &back));
        assert_int_equal(back.start, span.start);
        assert_int_equal(back.end, span.end);
        cJSON_Delete(range);
    }
    strbuf_release(&printed);
    arena_release(&arena);
}

static void every_encoding(void **state)
{
    (void)state;
    check("ab\ncd\n", "cd", (const char *const[]){"1:0-1:2", "1:0-1:2", "1:0-1:2"});
    check("a\r\nbc\r\n", "bc", (const char *const[]){"1:0-1:2", "1:0-1:2", "1:0-1:2"});
    check("é x", "x", (const char *const[]){"0:3-0:4", "0:2-0:3", "0:2-0:3"});
    check("🚀 x", "x", (const char *const[]){"0:5-0:6", "0:3-0:4", "0:2-0:3"});
    check("計画 x", "x", (const char *const[]){"0:7-0:8", "0:3-0:4", "0:3-0:4"});
    check("e\xCC\x81 x", "x", (const char *const[]){"0:4-0:5", "0:3-0:4", "0:3-0:4"});
    check("\xEF\xBB\xBF# T", "T", (const char *const[]){"0:5-0:6", "0:3-0:4", "0:3-0:4"});
    check("\tx", "x", (const char *const[]){"0:1-0:2", "0:1-0:2", "0:1-0:2"});
    check("a\n🚀b\nc", "🚀b\nc", (const char *const[]){"1:0-2:1", "1:0-2:1", "1:0-2:1"});
    check("👩‍🚀x", "x", (const char *const[]){"0:11-0:12", "0:5-0:6", "0:3-0:4"});
}

static void read(const char *bytes, const char *json, enum text_encoding encoding, bool good,
                 uint32_t start, uint32_t end)
{
    struct arena arena;
    struct text text;
    arena_init(&arena);
    text_init(&text, slice_of(bytes), &arena);
    struct positions positions;
    positions_init(&positions, &text, encoding);
    cJSON *range = json_parse(slice_of(json));
    struct span span = {0, 0};
    assert_int_equal(positions_read_range(&positions, range, &span), good);
    if (good) {
        assert_int_equal(span.start, start);
        assert_int_equal(span.end, end);
    }
    cJSON_Delete(range);
    arena_release(&arena);
}

static void what_clients_send(void **state)
{
    (void)state;
#define RANGE(a, b, c, d)                                                                          \
    "{\"start\":{\"line\":" #a ",\"character\":" #b "},\"end\":{\"line\":" #c ",\"character\":" #d \
    "}}"
    read("abc\ndef", RANGE(0, 1, 1, 1), TEXT_UTF16, true, 1, 5);
    /* Past a line's end, past the last line. */
    read("abc\ndef", RANGE(0, 99, 0, 4294967295), TEXT_UTF16, true, 3, 3);
    read("abc\r\ndef", RANGE(0, 99, 1, 0), TEXT_UTF16, true, 3, 5);
    read("abc\ndef", RANGE(7, 0, 2147483647, 2147483647), TEXT_UTF16, true, 7, 7);
    read("", RANGE(0, 0, 5, 5), TEXT_UTF16, true, 0, 0);
    /* The wrong way round. */
    read("abc\ndef", RANGE(1, 1, 0, 1), TEXT_UTF16, true, 1, 5);
    /* Inside a surrogate pair: its start. */
    read("🚀b", RANGE(0, 1, 0, 3), TEXT_UTF16, true, 0, 5);
    /* No range at all. */
    read("abc", RANGE(-1, 0, 0, 0), TEXT_UTF16, false, 0, 0);
    read("abc", RANGE(0, 0.5, 0, 1), TEXT_UTF16, false, 0, 0);
    read("abc", RANGE(0, "1", 0, 1), TEXT_UTF16, false, 0, 0);
    read("abc", "{\"start\":{\"line\":0,\"character\":0}}", TEXT_UTF16, false, 0, 0);
    read("abc", "[]", TEXT_UTF16, false, 0, 0);
    read("abc", "null", TEXT_UTF16, false, 0, 0);
}

/* Places asked for in any order give the same as each alone. */
static void remembered_places(void **state)
{
    (void)state;
    static const char bytes[] = "a🚀é b\r\n計x\n\nzz";
    struct arena arena;
    struct text text;
    arena_init(&arena);
    text_init(&text, slice_of(bytes), &arena);
    struct strbuf one, other;
    strbuf_init(&one, STRBUF_NO_LIMIT);
    strbuf_init(&other, STRBUF_NO_LIMIT);
    for (int e = 0; e < 3; e++) {
        struct positions kept;
        positions_init(&kept, &text, encodings[e]);
        for (uint32_t i = 0; i < 400; i++) {
            uint32_t start = i * 7 % (uint32_t)sizeof bytes;
            struct span span = {start, start + i % 5};
            struct positions fresh;
            positions_init(&fresh, &text, encodings[e]);
            cJSON *a = positions_new_range(&kept, span);
            cJSON *b = positions_new_range(&fresh, span);
            print_range(a, &one);
            print_range(b, &other);
            assert_string_equal(one.ptr, other.ptr);
            cJSON_Delete(a);
            cJSON_Delete(b);
        }
    }
    strbuf_release(&one);
    strbuf_release(&other);
    arena_release(&arena);
}

static void negotiation(void **state)
{
    (void)state;
    static const struct {
        const char *offered;
        enum text_encoding encoding;
    } cases[] = {
        {"null", TEXT_UTF16},
        {"[]", TEXT_UTF16},
        {"\"utf-8\"", TEXT_UTF16},
        {"[\"utf-16\"]", TEXT_UTF16},
        {"[\"utf-16\", \"utf-8\"]", TEXT_UTF8},
        {"[\"utf-8\", \"utf-16\", \"utf-32\"]", TEXT_UTF8},
        {"[\"utf-32\", \"utf-16\"]", TEXT_UTF32},
        {"[\"utf-7\", 5, null]", TEXT_UTF16},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cJSON *offered = json_parse(slice_of(cases[i].offered));
        assert_int_equal(positions_negotiate(offered), cases[i].encoding);
        cJSON_Delete(offered);
    }
    assert_int_equal(positions_negotiate(NULL), TEXT_UTF16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_encoding),
        cmocka_unit_test(what_clients_send),
        cmocka_unit_test(remembered_places),
        cmocka_unit_test(negotiation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
