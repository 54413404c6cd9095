/* edit_test.c: sorting, applying and trimming edits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/edit.h"

#include <string.h>

static struct text_edit edit(uint32_t start, uint32_t end, const char *new_text)
{
    return (struct text_edit){{start, end}, slice_of(new_text)};
}

static void test_apply(void **state)
{
    (void)state;
    struct text_edit edits[] = {edit(9, 11, "8"), edit(0, 0, "- "),  edit(6, 7, ""),
                                edit(0, 0, "> "), edit(11, 11, "!"), edit(0, 5, "WEEKS")};
    size_t count = sizeof edits / sizeof *edits;
    struct slice text = SLICE("Weeks 1\xE2\x80\x93"
                              "5"); /* Weeks 1–5: the dash is bytes 7 to 10 */
    edits[0] = edit(10, 11, "8");
    text_edits_sort(edits, count);
    assert_true(text_edits_are_disjoint(edits, count, text.len));
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    text_edits_apply(text, edits, count, &out);
    assert_string_equal(out.ptr, "- > WEEKS \xE2\x80\x93"
                                 "8!");
    strbuf_clear(&out);
    text_edits_apply(text, edits, 0, &out);
    assert_true(slice_equal(strbuf_slice(&out), text));
    strbuf_release(&out);
}

static void test_disjoint(void **state)
{
    (void)state;
    struct text_edit touching[] = {edit(0, 2, "a"), edit(2, 2, "b"), edit(2, 4, "c")};
    assert_true(text_edits_are_disjoint(touching, 3, 4));
    assert_false(text_edits_are_disjoint(touching, 3, 3)); /* passes the end */
    struct text_edit overlapping[] = {edit(0, 3, "a"), edit(2, 4, "b")};
    assert_false(text_edits_are_disjoint(overlapping, 2, 9));
    struct text_edit backwards[] = {edit(3, 1, "a")};
    assert_false(text_edits_are_disjoint(backwards, 1, 9));
    assert_true(text_edits_are_disjoint(NULL, 0, 0));
}

static void test_sort_is_stable(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    struct text_edit edits[COUNT];
    char numbers[COUNT];
    uint32_t seed = 7;
    for (size_t i = 0; i < COUNT; i++) {
        seed = seed * 1664525u + 1013904223u;
        uint32_t start = (seed >> 16) % 50;
        edits[i] = (struct text_edit){{start, start + (seed >> 24) % 3}, {&numbers[i], 1}};
    }
    text_edits_sort(edits, COUNT);
    for (size_t i = 1; i < COUNT; i++) {
        struct text_edit a = edits[i - 1];
        struct text_edit b = edits[i];
        assert_true(a.span.start <= b.span.start);
        if (a.span.start == b.span.start)
            assert_true(a.span.end <= b.span.end);
        if (span_equal(a.span, b.span))
            assert_true(a.new_text.ptr < b.new_text.ptr);
    }
}

static void test_minimal(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t start, end;
        const char *new_text;
        uint32_t least_start, least_end;
        const char *least_text;
    } cases[] = {
        {"one two three", 0, 13, "one 2 three", 4, 7, "2"},
        {"aaa", 0, 3, "aaaa", 3, 3, "a"},
        {"aaaa", 0, 4, "aaa", 3, 4, ""},
        {"same", 0, 4, "same", 4, 4, ""},
        {"x[ ]y", 1, 4, "[x]", 2, 3, "x"},
        /* ✅ and ✓ share their first byte or two: cut at characters only. */
        {"\xE2\x9C\x85", 0, 3, "\xE2\x9C\x93", 0, 3, "\xE2\x9C\x93"},
        /* é and É share the lead, è and ĩ the last byte. */
        {"\xC3\xA9", 0, 2, "\xC3\x89", 0, 2, "\xC3\x89"},
        {"\xC3\xA8", 0, 2, "\xC4\xA8", 0, 2, "\xC4\xA8"},
        /* No client can place an edit between CR and LF. */
        {"a\r\nb", 0, 4, "a\nb", 1, 3, "\n"},
        {"a\r\nb", 0, 4, "a\r\r\nb", 1, 3, "\r\r\n"},
        {"a\r\nb", 0, 4, "a\rb", 1, 3, "\r"},
        {"a\nb", 0, 3, "a\r\nb", 1, 2, "\r\n"},
        {"a\r\nb\r\n", 0, 6, "a\r\nc\r\n", 3, 4, "c"},
        /* A lone CR is a character as any. */
        {"a\rb", 0, 3, "a\rc", 2, 3, "c"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text_edit least = text_edit_minimal(
            slice_of(cases[i].text), edit(cases[i].start, cases[i].end, cases[i].new_text));
        assert_int_equal(least.span.start, cases[i].least_start);
        assert_int_equal(least.span.end, cases[i].least_end);
        assert_true(slice_is(least.new_text, cases[i].least_text));
    }
}

/* Whatever is cut, the result of the edit stays what it was. */
static void test_minimal_means_the_same(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",        "b",        "\r",           "\n",   "\r\n",
                                         "\xC3\xA9", "\xC3\xA8", "\xE2\x9C\x85", "\x80", "\xC3"};
    uint32_t seed = 11;
    for (int round = 0; round < 20000; round++) {
        char texts[2][64] = {{0}, {0}};
        for (size_t t = 0; t < 2; t++)
            for (int i = 0; i < 6; i++) {
                seed = seed * 1664525u + 1013904223u;
                strcat(texts[t], pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
            }
        struct slice old = slice_of(texts[0]);
        struct text_edit least = text_edit_minimal(old, edit(0, (uint32_t)old.len, texts[1]));
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        assert_true(text_edits_are_disjoint(&least, 1, old.len));
        text_edits_apply(old, &least, 1, &out);
        assert_string_equal(out.ptr, texts[1]);
        strbuf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_apply),
        cmocka_unit_test(test_disjoint),
        cmocka_unit_test(test_sort_is_stable),
        cmocka_unit_test(test_minimal),
        cmocka_unit_test(test_minimal_means_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
