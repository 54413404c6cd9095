/* write_date_test.c: another day in the form of a written date. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edits/write_date.h"

struct date_case {
    const char *written;
    struct date known, day;
    const char *expected; /* "" where it cannot be written so */
};

static void check_cases(const struct date_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct date_case *c = &cases[i];
        struct date_parts parts;
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        if (date_parts_read(slice_of(c->written), date_to_days(c->known), &parts))
            date_write_like(slice_of(c->written), &parts, date_to_days(c->day), &out);
        print_message("%s\n", c->written);
        assert_string_equal(out.ptr ? out.ptr : "", c->expected);
        strbuf_release(&out);
    }
}

#define CHECK(cases) check_cases(cases, sizeof(cases) / sizeof *(cases))
#define JAN_5                                                                                      \
    {                                                                                              \
        2026, 1, 5                                                                                 \
    }
#define MAR_16                                                                                     \
    {                                                                                              \
        2026, 3, 16                                                                                \
    }

static void test_forms(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {"2026-01-05", JAN_5, MAR_16, "2026-03-16"},
        {"2026/1/5", JAN_5, MAR_16, "2026/3/16"},
        {"5.1.2026", JAN_5, MAR_16, "16.3.2026"},
        {"05.01.2026", JAN_5, MAR_16, "16.03.2026"},
        {"January 5, 2026", JAN_5, MAR_16, "March 16, 2026"},
        {"Jan 5", JAN_5, MAR_16, "Mar 16"},
        {"5 January 2026", JAN_5, MAR_16, "16 March 2026"},
        {"5. Januar 2026", JAN_5, MAR_16, "16. März 2026"},
        {"1月5日", JAN_5, MAR_16, "3月16日"},
        {"2026-01", {2026, 1, 1}, MAR_16, "2026-03"},
        {"January 2026", {2026, 1, 1}, MAR_16, "March 2026"},
        {"Q1 2026", {2026, 1, 1}, {2026, 7, 1}, "Q3 2026"},
    };
    CHECK(cases);
}

/* Day and month must be told apart in what is written as well as they were before. */
static void test_ambiguous(void **state)
{
    (void)state;
    static const struct date_case cases[] = {
        {"1/15/2026", {2026, 1, 15}, MAR_16, "3/16/2026"},
        {"1/15/2026", {2026, 1, 15}, {2026, 3, 6}, ""},
        {"15/1/2026", {2026, 1, 15}, MAR_16, "16/3/2026"},
        {"soon", JAN_5, MAR_16, ""},
        {"", JAN_5, MAR_16, ""},
    };
    CHECK(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms),
                                       cmocka_unit_test(test_ambiguous)};
    return cmocka_run_group_tests_name("write_date", tests, NULL, NULL);
}
