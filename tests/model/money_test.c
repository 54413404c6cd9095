/* money_test.c: amounts of money, what they are per and for. */
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

/* "~30000-50000+ USD/month [label]" */
static void put_money(struct strbuf *out, const struct money *money)
{
    if (out->len > 0)
        strbuf_puts(out, " | ");
    strbuf_puts(out, money->approx ? "~" : "");
    strbuf_puts(out, money->less ? "<" : "");
    if (money->placeholder)
        strbuf_puts(out, "X");
    else if (money->range)
        strbuf_printf(out, "%.12g-%.12g", money->min, money->max);
    else
        strbuf_printf(out, "%.12g", money->amount);
    strbuf_printf(out, "%s %s", money->more ? "+" : "", money->currency);
    if (money->per.len > 0)
        strbuf_printf(out, "/%.*s", SLICE_ARG(money->per));
    if (money->label.len > 0)
        strbuf_printf(out, " [%.*s]", SLICE_ARG(money->label));
}

struct row {
    const char *text, *expected;
};

static void check_rows(const struct row *rows, size_t count)
{
    unsigned wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct value_case c;
        struct moneys values = {0};
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        value_case_init(&c, parser, slice_of(rows[i].text));
        money_read(&c.inlines, c.text, &c.arena, &values);
        for (size_t k = 0; k < values.len; k++)
            put_money(&out, &values.items[k]);
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

#define CHECK_ROWS(rows) check_rows(rows, sizeof(rows) / sizeof *(rows))

static void test_forms(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"$30K", "30000 USD"},
        {"$1.5M", "1500000 USD"},
        {"$50,000", "50000 USD"},
        {"$8.5B", "8500000000 USD"},
        {"$480k", "480000 USD"},
        {"$0.0009", "0.0009 USD"},
        {"~$40K", "~40000 USD"},
        {"about $40K", "~40000 USD"},
        {"~$320K ±10%", "~320000 USD"},
        {">$1M", "1000000+ USD"},
        {"over $1M", "1000000+ USD"},
        {"more than $1M", "1000000+ USD"},
        {"at least $1M", "1000000+ USD"},
        {"<$100/month", "<100 USD/month"},
        {"up to $5K", "<5000 USD"},
        {"less than $5K", "<5000 USD"},
        {"$100B+", "100000000000+ USD"},
        {"$5M+ ARR", "5000000+ USD [ARR]"},
        {"$500/month", "500 USD/month"},
        {"$200K/year", "200000 USD/year"},
        {"$60K/yr", "60000 USD/year"},
        {"$500 per month", "500 USD/month"},
        {"$500 a month", "500 USD/month"},
        {"$500 monthly", "500 USD/month"},
        {"$10/user/month", "10 USD/user/month"},
        {"$5 per seat", "5 USD/seat"},
        {"$5K each", "5000 USD/each"},
        {"$15/1M tokens", "15 USD/1M tokens"},
        {"$19-99", "19-99 USD"},
        {"$50K-500K/yr", "50000-500000 USD/year"},
        {"$1–3K", "1000-3000 USD"},
        {"$500-1K", "500-1000 USD"},
        {"$500K-1M", "500000-1000000 USD"},
        {"$4.99-$99.99 per month", "4.99-99.99 USD/month"},
        {"$100 - $200", "100-200 USD"},
        {"$5 to $10", "5-10 USD"},
        {"$100 - 200 users", "100 USD [200 users]"},
        {"€0-20/month", "0-20 EUR/month"},
        {"1,200 USD", "1200 USD"},
        {"USD 1,200", "1200 USD"},
        {"EUR 5k", "5000 EUR"},
        {"R$ 97", "97 BRL"},
        {"R$ 1.234,56", "1234.56 BRL"},
        {"US$5", "5 USD"},
        {"C$20K", "20000 CAD"},
        {"\\$5", "5 USD"},
        {"£12.50", "12.5 GBP"},
        {"500 €", "500 EUR"},
        {"500€", "500 EUR"},
        {"1.500 €", "1500 EUR"},
        {"1.500,50 €", "1500.5 EUR"},
        {"€1.500", "1500 EUR"},
        {"1 200 €", "1200 EUR"},
        {"97,90 €", "97.9 EUR"},
        {"500-1000 €", "500-1000 EUR"},
        {"2 Mio. €", "2000000 EUR"},
        {"2 Mio €", "2000000 EUR"},
        {"50 zł", "50 PLN"},
        {"100 000 PLN", "100000 PLN"},
        {"5万円", "50000 JPY"},
        {"5000元", "5000 CNY"},
        {"¥5000", "5000 JPY"},
        {"₹10,000", "10000 INR"},
        {"5000 руб.", "5000 RUB"},
        {"500 dollars", "500 USD"},
        {"$2 million", "2000000 USD"},
        {"$1.2 billion", "1200000000 USD"},
        {"-$5K", "-5000 USD"},
        {"$X", "X USD"},
        {"$XK", "X USD"},
        {"$[amount]", "X USD"},
        {"$TBD", "X USD"},
        {"**$30K**", "30000 USD"},
    };
    CHECK_ROWS(rows);
}

static void test_no_money(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"ðŸš€ 10x faster", ""},
        {"â‚¬ 10", ""},
        {"10x", ""},
        {"$10x", ""},
        {"$5$ and $10^6$", ""},
        {"$HOME/bin", ""},
        {"$token", ""},
        {"30K users", ""},
        {"TRY 3 times", ""},
        {"`$5`", ""},
        {"100%", ""},
        {"x$5", ""},
        {"", ""},
    };
    CHECK_ROWS(rows);
}

static void test_budget_lists(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"$30K legal & security; $10K infra", "30000 USD [legal & security] | 10000 USD [infra]"},
        {"$20K engineering (0.5 FTE), $5K for plugin marketplace fees",
         "20000 USD [engineering (0.5 FTE)] | 5000 USD [plugin marketplace fees]"},
        {"$20K recruiter fees, $200K/year salary/stock per hire",
         "20000 USD [recruiter fees] | 200000 USD/year [salary/stock per hire]"},
        {"$15K sales travel/meetings; $5K legal",
         "15000 USD [sales travel/meetings] | 5000 USD [legal]"},
        {"$1K survey/ad spend", "1000 USD [survey/ad spend]"},
        {"$5K legal and $3K infra", "5000 USD [legal] | 3000 USD [infra]"},
        {"$5K legal + $3K infra", "5000 USD [legal] | 3000 USD [infra]"},
        {"Legal: $30K, Infra: $10K", "30000 USD [Legal] | 10000 USD [Infra]"},
        {"Phase 1 ($40K), Phase 2 ($60K)", "40000 USD [Phase 1] | 60000 USD [Phase 2]"},
        {"$100K (20 influencers × $5K each)", "100000 USD [20 influencers × $5K each]"},
        {"20 × $5K = $100K", "100000 USD"},
        {"3 × $5K contractors", "5000 USD/each [contractors]"},
        {"$320K allocation approved (or Phase 1-2 only: $100K)",
         "320000 USD [allocation approved (or Phase 1-2 only: $100K)]"},
        {"~$100K total", "~100000 USD [total]"},
        {"**Legal**: $30K", "30000 USD [Legal]"},
        {"**Legal:** $30K", "30000 USD [Legal]"},
        {"$500/month for hosting, $2K setup", "500 USD/month [hosting] | 2000 USD [setup]"},
        {"$40K → $60K", "40000 USD | 60000 USD"},
        {"$X legal; $10K infra", "X USD [legal] | 10000 USD [infra]"},
    };
    CHECK_ROWS(rows);
}

static void test_place(void **state)
{
    (void)state;
    struct value_case c;
    struct moneys values = {0};
    value_case_init(&c, parser, SLICE("Spend ~$40K/month on it"));
    money_read(&c.inlines, c.text, &c.arena, &values);
    assert_int_equal(values.len, 1);
    assert_true(slice_is(span_slice(c.text, values.items[0].where), "~$40K/month"));
    value_case_release(&c);
}

/* The sum of all budgets of a plan of twelve initiatives, in forms as people write them. */
static void test_sum(void **state)
{
    (void)state;
    static const char *const budgets[] = {
        "$30K contracts & audits; $10K hosting",
        "$15K travel/visits; $5K contracts",
        "$1K poll/ad spend",
        "$20K building (0.5 FTE), $5K for store fees",
        "$15K building, $5K privacy/contracts",
        "$5K UX/design, $5K building",
        "$2K ads, $3K analysis",
        "$10K building, $5K help desk",
        "$20K agency fees, $200K/year pay/shares per hire",
        "$2K analysis, $5K sales",
        "$5K building, $2K analysis",
        "$10K building, $2K interviews",
    };
    double once = 0, recurring = 0;
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
        struct value_case c;
        struct moneys values = {0};
        value_case_init(&c, parser, slice_of(budgets[i]));
        money_read(&c.inlines, c.text, &c.arena, &values);
        for (size_t k = 0; k < values.len; k++) {
            if (values.items[k].per.len > 0)
                recurring += values.items[k].amount;
            else
                once += values.items[k].amount;
        }
        value_case_release(&c);
    }
    assert_int_equal((int)once, 182000);
    assert_int_equal((int)recurring, 200000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),        cmocka_unit_test(test_no_money),
        cmocka_unit_test(test_budget_lists), cmocka_unit_test(test_place),
        cmocka_unit_test(test_sum),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
