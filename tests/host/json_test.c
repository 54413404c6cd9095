/* json_test.c: what cJSON must not see, must not lose and must not print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "host/json.h"

#include <stdlib.h>
#include <string.h>

/* Parses and prints again; "refused" where it does not parse. Freed by the next call. */
static const char *again(struct slice text)
{
    static struct strbuf out;
    strbuf_release(&out);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    cJSON *value = json_parse(text);
    if (value)
        json_print(value, &out);
    else
        strbuf_puts(&out, "refused");
    cJSON_Delete(value);
    return out.ptr;
}

static void test_parsing(void **state)
{
    (void)state;
    static const struct {
        const char *text, *printed;
    } cases[] = {
        {"{\"a\":1}", "{\"a\":1}"},
        {" [1, 2.5, -3e2, true, false, null] \r\n", "[1,2.5,-300,true,false,null]"},
        /* cJSON would cut the string at \u0000, and reject the message for a lone surrogate. */
        {"\"a\\u0000b\"", "\"a\\u0000b\""},
        {"\"\\u0000\"", "\"\\u0000\""},
        {"\"a\\uD83Db\"", "\"a\\ufffdb\""},
        {"\"\\uDE80\\uD83D\"", "\"\\ufffd\\ufffd\""},
        {"\"\\uD83D\\uD83D\\uDE80\"", "\"\\ufffd\\ud83d\\ude80\""},
        {"\"\\ud83d\\ude80\"", "\"\\ud83d\\ude80\""},
        {"\"\\uD83D\\n\"", "\"\\ufffd\\n\""},
        {"\"\\\\u0000\"", "\"\\\\u0000\""}, /* a backslash, then text */
        {"\"\\\\\\u0000\"", "\"\\\\\\u0000\""},
        {"{\"\\u0000\":\"\\uD800\"}", "{\"\\u0000\":\"\\ufffd\"}"},
        /* Trailing garbage and cut-off texts. */
        {"{} x", "refused"},
        {"{}{}", "refused"},
        {"{\"a\":", "refused"},
        {"\"a", "refused"},
        {"\"\\u00", "refused"},
        {"\"\\uD83D\\u", "refused"},
        {"\"\\", "refused"},
        {"", "refused"},
        {"   ", "refused"},
        {"'a'", "refused"},
        /* Out as ASCII. */
        {"\"é→🚀\"", "\"\\u00e9\\u2192\\ud83d\\ude80\""},
        {"\"\\b\\t\\n\\f\\r\\u000b\\u007f\\/\"", "\"\\b\\t\\n\\f\\r\\u000b\\u007f/\""},
        {"9007199254740991", "9007199254740991"},
        {"0.1", "0.1"},
        {"1e400", "null"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(again(slice_of(cases[i].text)), cases[i].printed);
    assert_string_equal(again((struct slice){"\"a\0b\"", 5}), "refused");
    assert_string_equal(again((struct slice){"{}\0", 3}), "refused");
}

static void test_depth_is_limited(void **state)
{
    (void)state;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_repeat(&text, '[', 100000);
    assert_string_equal(again(strbuf_slice(&text)), "refused");
    strbuf_clear(&text);
    strbuf_putc(&text, '"');
    strbuf_repeat(&text, '[', 100000); /* in a string they nest nothing */
    strbuf_putc(&text, '"');
    assert_int_equal(strlen(again(strbuf_slice(&text))), 100002);
    strbuf_release(&text);
}

static void test_getters_take_only_what_fits(void **state)
{
    (void)state;
    cJSON *value = json_parse(SLICE("{\"Name\":1,\"name\":\"x\",\"n\":{\"line\":7,\"half\":1.5,"
                                    "\"big\":4294967296,\"neg\":-1,\"yes\":true}}"));
    assert_non_null(value);
    struct slice s;
    uint32_t n = 99;
    bool yes = false;
    assert_true(json_get_string(value, "name", &s)); /* not "Name" */
    assert_true(slice_is(s, "x"));
    assert_false(json_get_string(value, "NAME", &s));
    assert_false(json_get_string(value, "Name", &s));
    assert_true(json_get_u32(value, "n.line", &n));
    assert_int_equal(n, 7);
    assert_false(json_get_u32(value, "n.half", &n));
    assert_false(json_get_u32(value, "n.big", &n));
    assert_false(json_get_u32(value, "n.neg", &n));
    assert_false(json_get_u32(value, "n.line.deeper", &n));
    assert_false(json_get_u32(NULL, "n", &n));
    assert_int_equal(n, 7);
    assert_true(json_get_bool(value, "n.yes", &yes) && yes);
    assert_null(json_get(json_get(value, "name"), "x")); /* a string has no members */
    int64_t big;
    assert_true(json_int(json_at(value, "n.big"), &big));
    assert_true(big == 4294967296);
    cJSON_Delete(value);
}

static void test_text_has_its_nuls_again(void **state)
{
    (void)state;
    struct arena arena;
    struct slice text;
    arena_init(&arena);
    cJSON *value = json_parse(SLICE("[\"\\u0000a\\u0000\\u0000\", \"\xC3\xA9\", 5  ]"));
    assert_true(json_text(cJSON_GetArrayItem(value, 0), &arena, &text));
    assert_true(slice_equal(text, (struct slice){"\0a\0\0", 4}));
    assert_true(json_text(cJSON_GetArrayItem(value, 1), &arena, &text));
    assert_true(slice_is(text, "\xC3\xA9"));
    assert_false(json_text(cJSON_GetArrayItem(value, 2), &arena, &text));
    assert_false(json_text(NULL, &arena, &text));
    cJSON_Delete(value);
    arena_release(&arena);
}

static void test_whole_numbers_end_where_doubles_blur(void **state)
{
    (void)state;
    int64_t number;
    cJSON *value =
        json_parse(SLICE("[9007199254740991, -9007199254740991, 9007199254740993, 1.5]"));
    assert_true(json_int(cJSON_GetArrayItem(value, 0), &number));
    assert_true(number == 9007199254740991);
    assert_true(json_int(cJSON_GetArrayItem(value, 1), &number));
    assert_false(json_int(cJSON_GetArrayItem(value, 2), &number)); /* it reads as its neighbour */
    assert_false(json_int(cJSON_GetArrayItem(value, 3), &number));
    cJSON_Delete(value);
}

static void test_building_takes_any_bytes(void **state)
{
    (void)state;
    cJSON *object = cJSON_CreateObject();
    json_set(object, "broken",
             json_new_string((struct slice){"a\xFF"
                                            "b\0c",
                                            5}));
    json_set(object, "cut", json_new_string(slice_sub(SLICE("xyz"), 0, 1)));
    json_push(json_set(object, "list", cJSON_CreateArray()), cJSON_CreateNumber(0.25));
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    json_print_utf8(object, &out);
    assert_string_equal(out.ptr, "{\"broken\":\"a\xEF\xBF\xBD"
                                 "b\\u0000c\",\"cut\":\"x\","
                                 "\"list\":[0.25]}");
    strbuf_release(&out);
    cJSON_Delete(object);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parsing),
        cmocka_unit_test(test_depth_is_limited),
        cmocka_unit_test(test_getters_take_only_what_fits),
        cmocka_unit_test(test_text_has_its_nuls_again),
        cmocka_unit_test(test_whole_numbers_end_where_doubles_blur),
        cmocka_unit_test(test_building_takes_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
