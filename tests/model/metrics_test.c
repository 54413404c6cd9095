/* metrics_test.c: measures in criteria. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/value_case.h"

static struct inline_parser *parser;

static int set_up(void **state)
{
    (void)state;
    parser = inline_parser_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    inline_parser_free(parser);
    return 0;
}

/* "g70 %", "=43>65 %": comparator, baseline before ">", value, unit. */
static void test_metrics(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"≥70% of new users", "g70 %"},
        {">= 70 %", "g70 %"},
        {"<5 min", "<5 min"},
        {"at least 3 pilots", "g3 pilots"},
        {"less than 200ms", "<200 ms"},
        {"up to 10%", "l10 %"},
        {"100+ responses", "g100 responses"},
        {"20%+ response rate", "g20 %"},
        {"43% → 65%", "=43>65 %"},
        {"from 43% to 65% among users", "=43>65 %"},
        {"43% -> ≥65%", "g43>65 %"},
        {"von 43 % auf 65 %", "=43>65 %"},
        {"del 60% al 80%", "=60>80 %"},
        {"de 5 % à 2 %", "=5>2 %"},
        {"menos de 5% a mano", "=5 %"},
        {"3 of 5", "=3 of 5"},
        {"1105/1140 passing", "=1105 /1140"},
        {"p95 = 450ms", "=450 ms"},
        {"<$100/month", "<100 $"},
        {"99.9% uptime", "=99.9 %"},
        {"10,000 users", "=10000 users"},
        {"5K installs", "=5000 installs"},
        {"≤9 months", "l9 months"},
        {"2 binding LOIs, 3 pilots running", "=2 binding | =3 pilots"},
        {"≥X% time saved", "gX %"},
        {"in 2026", ""},
        {"FR-001 and GPT-4", ""},
        {"version 2.1.3", ""},
        {"at 9:15", ""},
        {"no numbers", ""},
        {"", ""},
    };
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value_case c;
        struct metrics found = {0};
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        value_case_init(&c, parser, slice_of(rows[i].text));
        metrics_read(&c.inlines, c.text, &c.arena, &found);
        for (size_t k = 0; k < found.len; k++) {
            const struct metric *metric = &found.items[k];
            strbuf_printf(&out, "%s%c", k > 0 ? " | " : "", metric->comparator);
            if (metric->has_baseline)
                strbuf_printf(&out, "%g>", metric->baseline);
            if (metric->has_value)
                strbuf_printf(&out, "%g ", metric->value);
            else
                strbuf_puts(&out, metric->placeholder ? "X " : "? ");
            strbuf_append(&out, metric->unit);
        }
        if (!slice_is(strbuf_slice(&out), rows[i].expected)) {
            print_error("%s\n  expected: %s\n  read:     %s\n", rows[i].text, rows[i].expected,
                        out.ptr ? out.ptr : "");
            wrong++;
        }
        value_case_release(&c);
        strbuf_release(&out);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_metrics)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
