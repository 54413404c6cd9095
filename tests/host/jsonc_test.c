/* jsonc_test.c: JSON with comments: values with their places, and the first fault with its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "host/jsonc.h"

#include <string.h>

static void test_values_know_their_place(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct slice text = SLICE("\xEF\xBB\xBF// a plan\n"
                              "{ \"start\": \"2026-01-05\", /* first\nMonday */\n"
                              "  \"list\": [1, -2.5e1, true, null,],\n"
                              "  \"é\\u0041\\ud83d\\ude80\": {},\n"
                              "}\n// end");
    struct jsonc_value value;
    struct jsonc_error error;
    assert_true(jsonc_parse(text, &arena, &value, &error));
    assert_int_equal(value.kind, JSONC_OBJECT);
    assert_int_equal(value.count, 3);

    const struct jsonc_member *start = &value.members[0];
    assert_true(slice_is(start->name, "start"));
    assert_true(slice_is(span_slice(text, start->name_span), "\"start\""));
    assert_true(slice_is(span_slice(text, start->value.span), "\"2026-01-05\""));
    assert_true(slice_is(start->value.string, "2026-01-05"));

    const struct jsonc_value *list = &value.members[1].value;
    assert_int_equal(list->count, 4);
    assert_true(list->items[1].number == -25.0);
    assert_true(slice_is(span_slice(text, list->items[1].span), "-2.5e1"));
    assert_int_equal(list->items[2].kind, JSONC_TRUE);
    assert_int_equal(list->items[3].kind, JSONC_NULL);
    assert_true(slice_is(span_slice(text, list->span), "[1, -2.5e1, true, null,]"));
    assert_true(slice_is(value.members[2].name, "éA🚀"));
    arena_release(&arena);
}

static void test_first_fault(void **state)
{
    (void)state;
    static const struct {
        const char *text, *place, *message; /* place: the text the fault covers */
    } cases[] = {
        {"{\"a\": 1 \"b\": 2}", "\"", "expected a comma or }"},
        {"{\"a\" 1}", "1", "expected a colon behind the name"},
        {"{a: 1}", "a", "expected a name in double quotes"},
        {"{\"a\": yes}", "yes", "expected a value; text needs double quotes"},
        {"{\"a\": }", "}", "expected a value"},
        {"[1 2]", "2", "expected a comma or ]"},
        {"[,]", ",", "expected a value"},
        {"{\"a\": 01}", "01", "this is no number as JSON writes them"},
        {"{\"a\": 1.}", "1.", "this is no number as JSON writes them"},
        {"{\"a\": \"x}", "\"", "this string is never closed"},
        {"{\"a\": \"x\n\"}", "\"", "this string is never closed"},
        {"{\"a\": \"\\q\"}", "\\q", "no such escape; a backslash itself is written \\\\"},
        {"{\"a\": \"\\u12\"}", "\\u", "expected four hexadecimal digits behind \\u"},
        {"{} /* x", "/*", "this comment is never closed"},
        {"{} é", "é", "nothing may follow the value"},
        {"{\"a\": 1", "", "expected a comma or }"},
        {"// only a comment", "", "expected a value"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena);
        struct jsonc_value value;
        struct jsonc_error error;
        struct slice text = slice_of(cases[i].text);
        assert_false(jsonc_parse(text, &arena, &value, &error));
        assert_string_equal(error.message, cases[i].message);
        if (!slice_is(span_slice(text, error.span), cases[i].place))
            fail_msg("%s: the fault covers \"%.*s\"", cases[i].text,
                     SLICE_ARG(span_slice(text, error.span)));
        arena_release(&arena);
    }
}

static void test_depth_is_limited(void **state)
{
    (void)state;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_repeat(&text, '[', 1000000);
    struct arena arena;
    arena_init(&arena);
    struct jsonc_value value;
    struct jsonc_error error;
    assert_false(jsonc_parse(strbuf_slice(&text), &arena, &value, &error));
    assert_string_equal(error.message, "nested too deep");
    assert_int_equal(error.span.start, JSONC_MAX_DEPTH);
    arena_release(&arena);
    strbuf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_know_their_place),
        cmocka_unit_test(test_first_fault),
        cmocka_unit_test(test_depth_is_limited),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
