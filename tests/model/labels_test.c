/* labels_test.c: labels and values read from the bytes of a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/labels.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_labels(void **state)
{
    (void)state;
    static const struct {
        const char *line, *words, *value; /* words NULL: no label */
    } cases[] = {
        {"Signal: Migration incomplete", "Signal", "Migration incomplete"},
        {"**Budget used:** ~$40K", "Budget used", "~$40K"},
        {"**Owner**: Ada", "Owner", "Ada"},
        {"**Owner**: **Ada**", "Owner", "**Ada**"},
        {"_Requirements: 1.1, 1.2_", "Requirements", "1.1, 1.2"},
        {"*Depends:* 2.1", "Depends", "2.1"},
        {"責任者：田中", "責任者", "田中"},
        {"Signal:", "Signal", ""},
        {"  Signal:  late  ", "Signal", "late"},
        {"See https://example.org", NULL, NULL},
        {"At 12:30 we meet", NULL, NULL},
        {"`code: x`", NULL, NULL},
        {"[link: x](y)", NULL, NULL},
        {"No label here", NULL, NULL},
        {": nothing before", NULL, NULL},
        {"A label that is far too long to be one, with words and more words: x", NULL, NULL},
        {"", NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct slice bytes = slice_of(cases[i].line);
        struct label label;
        print_message("%s\n", cases[i].line);
        bool found = label_read(bytes, (struct span){0, (uint32_t)bytes.len}, &label);
        assert_int_equal(found, cases[i].words != NULL);
        if (!found)
            continue;
        assert_true(slice_is(span_slice(bytes, label.words), cases[i].words));
        assert_true(slice_is(span_slice(bytes, label.value), cases[i].value));
    }
}

static void test_unmarked(void **state)
{
    (void)state;
    struct slice bytes = SLICE(" **Go-Gate Criteria** ");
    struct span span = span_unmarked(bytes, (struct span){0, (uint32_t)bytes.len});
    assert_true(slice_is(span_slice(bytes, span), "Go-Gate Criteria"));
    bytes = SLICE("****");
    assert_true(span_is_empty(span_unmarked(bytes, (struct span){0, 4})));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_labels),
                                       cmocka_unit_test(test_unmarked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
