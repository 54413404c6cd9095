/* totals_test.c: amounts stated as a sum of others, and their parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/money_words.h"
#include "model/money_write.h"
#include "reading.h"

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        enum total_words words;
    } cases[] = {{"Total", TOTAL_WORDS_ALL},
                 {"TOTAL (USD)", TOTAL_WORDS_ALL},
                 {"Total budget", TOTAL_WORDS_ALL},
                 {"Y1 Total", TOTAL_WORDS_ALL},
                 {"Grand total", TOTAL_WORDS_ALL},
                 {"Sub-total", TOTAL_WORDS_PART},
                 {"Zwischensumme", TOTAL_WORDS_PART},
                 {"Gesamtkosten", TOTAL_WORDS_ALL},
                 {"Итого", TOTAL_WORDS_ALL},
                 {"合計", TOTAL_WORDS_ALL},
                 {"Total addressable market", TOTAL_WORDS_NONE},
                 {"Total users", TOTAL_WORDS_NONE},
                 {"Budget", TOTAL_WORDS_NONE},
                 {"", TOTAL_WORDS_NONE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (total_words_of(slice_of(cases[i].label)) != cases[i].words)
            fail_msg("%s", cases[i].label);
}

static void test_table(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "plan.md",
                                          "## Budget\n"
                                          "| Item | Planned | Cost ($K) | Notes |\n"
                                          "|---|---|---|---|\n"
                                          "| Legal | $30,000 | 30 | by June |\n"
                                          "| Refund | -$500 | 1.5 | |\n"
                                          "| Hosting | — | free | |\n"
                                          "| **Total** | **$29,500** | 31.5 | |\n"
                                          "| Per month | $2,000 | 2 | |\n");
    assert_int_equal(m->totals.len, 2);
    const struct total *planned = &m->totals.items[0], *cost = &m->totals.items[1];
    assert_int_equal(planned->source, TOTAL_OF_COLUMN);
    assert_int_equal(planned->key, FIELD_BUDGET);
    assert_true(planned->amount.amount == 29500);
    assert_int_equal(planned->parts.len, 2);
    assert_true(planned->parts.items[1].amount.amount == -500);
    assert_false(planned->unread);
    assert_true(cost->amount.amount == 31500);
    assert_true(cost->parts.items[1].amount.amount == 1500);
    reading_end(&r);
}

static void test_rows(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "plan.md",
                                          "| Item | Q1 | Q2 | Total |\n"
                                          "|---|---|---|---|\n"
                                          "| People | $10K | $20K | $30K |\n"
                                          "| Tools | $1K | $2K | $3K |\n"
                                          "| Travel | $5K | $5K | $12K |\n"
                                          "\n"
                                          "| Item | Seats | Price | Total |\n"
                                          "|---|---|---|---|\n"
                                          "| Desk | 3 | $10 | $30 |\n"
                                          "| Chair | 2 | $20 | $40 |\n");
    /* The second table multiplies: no row of it adds up. */
    assert_int_equal(m->totals.len, 1);
    assert_int_equal(m->totals.items[0].source, TOTAL_OF_ROW);
    assert_true(m->totals.items[0].amount.amount == 12000);
    assert_int_equal(m->totals.items[0].parts.len, 2);
    reading_end(&r);
}

static void test_lists_and_lines(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "plan.md",
                                          "# Plan\n"
                                          "**Total budget:** $320K\n"
                                          "\n"
                                          "We ask for a $90K allocation and spend $5K/month.\n"
                                          "\n"
                                          "- Legal: $20K (two months)\n"
                                          "- Design: $5K\n"
                                          "- Testing: to be seen\n"
                                          "- Total: ~$25K\n"
                                          "\n"
                                          "The rest:\n"
                                          "\n"
                                          "- Servers: €3,000\n"
                                          "- People: €4,000\n"
                                          "\n"
                                          "**Subtotal**: €7,000 incl. reserve\n"
                                          "\n"
                                          "> Total: $1\n");
    assert_int_equal(m->totals.len, 4);
    assert_int_equal(m->totals.items[0].source, TOTAL_OF_ITEMS);
    assert_true(m->totals.items[0].amount.amount == 320000);
    assert_int_equal(m->totals.items[1].source, TOTAL_IN_TEXT);
    assert_true(m->totals.items[1].amount.amount == 90000);
    assert_int_equal(m->totals.items[2].source, TOTAL_OF_LIST);
    assert_int_equal(m->totals.items[2].parts.len, 2);
    assert_true(m->totals.items[2].unread);
    assert_true(m->totals.items[2].amount.approx);
    assert_int_equal(m->totals.items[3].source, TOTAL_OF_LIST);
    assert_true(m->totals.items[3].partial);
    assert_true(m->totals.items[3].reserve);
    assert_int_equal(m->totals.items[3].parts.len, 2);
    reading_end(&r);
}

static void test_item_budgets(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "plan.md",
                                          "## Initiative: A\n"
                                          "- **Budget:** $40K total: $30K legal, $10K infra\n"
                                          "## Initiative: B\n"
                                          "- **Budget:** 30K\n"
                                          "## Initiative: C\n"
                                          "- **Budget:** 12 people\n"
                                          "## Initiative: D\n"
                                          "- **Budget:** $7K total\n"
                                          "## Initiative: E\n"
                                          "### Budget\n"
                                          "| What | Monthly | Annual |\n"
                                          "|---|---|---|\n"
                                          "| Servers | $1K | $12K |\n"
                                          "| Total | $1K | $12K |\n");
    const struct item *items = m->items.items;
    assert_int_equal(m->items.len, 5);
    assert_int_equal(items[0].budget.len, 3);
    assert_true(items[0].budget.items[0].total);
    assert_false(items[0].budget.items[1].total);
    assert_int_equal(items[1].budget.len, 1);
    assert_true(items[1].budget.items[0].amount == 30000);
    assert_string_equal(items[1].budget.items[0].currency, "USD");
    assert_int_equal(items[2].budget.len, 0);
    assert_false(items[3].budget.items[0].total); /* nothing else: the amount itself */
    assert_int_equal(items[4].budget.len, 2);
    assert_true(items[4].budget.items[0].amount == 1000);
    ASSERT_SLICE(items[4].budget.items[0].label, "Servers");
    assert_true(items[4].budget.items[1].total);
    reading_end(&r);
}

static void test_configured_dollar(void **state)
{
    (void)state;
    static const char text[] = "## Initiative: A\n- **Budget:** $40K; US$10K\n";
    struct reading r;
    arena_init(&r.arena);
    settings_init(&r.settings);
    r.settings.currency = SLICE("CAD");
    text_init(&r.text, slice_of(text), &r.arena);
    r.blocks = syntax_blocks(slice_of(text), &r.arena);
    r.parser = inline_parser_new();
    r.model = model_new(SLICE("plan.md"), &r.text, &r.blocks, r.parser, &r.settings);
    assert_string_equal(r.model->items.items[0].budget.items[0].currency, "CAD");
    assert_string_equal(r.model->items.items[0].budget.items[1].currency, "USD");
    reading_end(&r);
}

static void check_written(double amount, const char *currency, const char *expected)
{
    struct strbuf out;
    strbuf_init(&out, 100);
    money_write(&out, amount, currency);
    assert_string_equal(out.ptr, expected);
    strbuf_release(&out);
}

static void test_writing(void **state)
{
    (void)state;
    check_written(20000, "USD", "$20K");
    check_written(1250, "USD", "$1.25K");
    check_written(1500000, "EUR", "€1.5M");
    check_written(1408100, "USD", "$1,408.1K");
    check_written(1234567, "USD", "$1,234,567");
    check_written(9.99, "USD", "$9.99");
    check_written(-500, "CHF", "−500 CHF");
    check_written(0, "USD", "$0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),        cmocka_unit_test(test_table),
        cmocka_unit_test(test_rows),         cmocka_unit_test(test_lists_and_lines),
        cmocka_unit_test(test_item_budgets), cmocka_unit_test(test_configured_dollar),
        cmocka_unit_test(test_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
