/* time_test.c: dates, numbered units, lengths and relative times in text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/value_case.h"

static struct inline_parser *parser;
static unsigned wrong; /* cases of the running test that failed */

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

static void put_point(struct strbuf *out, struct time_point point)
{
    char date[11];
    switch (point.unit) {
    case TIME_WEEK:
        strbuf_printf(out, "w%d", point.value);
        break;
    case TIME_DAY:
        strbuf_printf(out, "d%d", point.value);
        break;
    case TIME_MONTH:
        strbuf_printf(out, "m%d", point.value);
        break;
    case TIME_QUARTER:
        strbuf_printf(out, "%d-Q%d", point.value / 4, point.value % 4 + 1);
        break;
    case TIME_DATE:
        date_format(point.value, date);
        strbuf_puts(out, date);
        break;
    default:
        strbuf_puts(out, "?");
    }
}

/* A value in a few characters: "w1..w4", "<=2026-01-15", "dur 3.5", "rel", "m2+", "!date(2026-02-30)". */
static void put_value(struct strbuf *out, const struct time_value *value, struct slice text)
{
    static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    struct slice first = span_slice(text, value->first), second = span_slice(text, value->second);
    if (out->len > 0)
        strbuf_puts(out, " | ");
    if (value->until)
        strbuf_puts(out, "<=");
    switch (value->kind) {
    case TIME_SPAN:
        put_point(out, value->from);
        if (value->open)
            strbuf_putc(out, '+');
        else if (value->from.unit != value->to.unit || value->from.value != value->to.value) {
            strbuf_puts(out, "..");
            put_point(out, value->to);
        }
        break;
    case TIME_DURATION:
        strbuf_printf(out, "dur %g%s", value->hours ? value->days * 24 : value->days,
                      value->hours ? "h" : "d");
        break;
    case TIME_RELATIVE:
        strbuf_puts(out, "rel");
        break;
    case TIME_INVALID:
        strbuf_printf(out, "!date(%.*s)", SLICE_ARG(first));
        break;
    }
    if (value->problem == TIME_REVERSED)
        strbuf_printf(out, "!reversed(%.*s,%.*s)", SLICE_ARG(first), SLICE_ARG(second));
    if (value->problem == TIME_WRONG_WEEKDAY)
        strbuf_printf(out, "!%s", days[value->weekday_should]);
}

static void check(const char *text, int year, const char *expected)
{
    struct value_case c;
    struct time_values values = {0};
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    value_case_init(&c, parser, slice_of(text));
    time_read(&c.inlines, c.text, year, &c.arena, &values);
    for (size_t i = 0; i < values.len; i++)
        put_value(&out, &values.items[i], c.text);
    if (!slice_is(strbuf_slice(&out), expected))
        print_error("%s\n  expected: %s\n  read:     %s\n", text, expected, out.ptr ? out.ptr : "");
    wrong += !slice_is(strbuf_slice(&out), expected);
    value_case_release(&c);
    strbuf_release(&out);
}

struct row {
    const char *text, *expected;
};

static void check_rows(const struct row *rows, size_t count, int year)
{
    wrong = 0;
    for (size_t i = 0; i < count; i++)
        check(rows[i].text, year, rows[i].expected);
    assert_int_equal(wrong, 0);
}

#define CHECK_ROWS(rows, year) check_rows(rows, sizeof(rows) / sizeof *(rows), year)

static void test_numbered(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Weeks 1–4", "w1..w4"},
        {"Weeks 1-4: reviews", "w1..w4"},
        {"Week 3-4", "w3..w4"},
        {"Week 3", "w3"},
        {"WEEK 2-4", "w2..w4"},
        {"(Weeks 12—14)", "w12..w14"},
        {"Week 10-13", "w10..w13"},
        {"Weeks 1 - 4", "w1..w4"},
        {"Weeks 1 – 4 build it", "w1..w4"},
        {"Weeks 1~4", "w1..w4"},
        {"Weeks 1 to 4", "w1..w4"},
        {"Weeks 3 through 5", "w3..w5"},
        {"Week 1 – Week 4", "w1..w4"},
        {"Week 1-Week 4", "w1..w4"},
        {"Weeks 1, 2 & 3", "w1..w3"},
        {"Weeks 2 and 3", "w2..w3"},
        {"Weeks 2, 5 and 9", "w2 | w5 | w9"},
        {"Weeks 1-2, 5-6", "w1..w2 | w5..w6"},
        {"Month 4", "m4"},
        {"Months 0-12", "m0..m12"},
        {"Month 2+", "m2+"},
        {"Month 4+ (growth)", "m4+"},
        {"Week 13 onwards", "w13+"},
        {"Week 13 and beyond", "w13+"},
        {"from week 8", "w8+"},
        {"starting in week 8: welding", "w8+"},
        {"ab Woche 8", "w8+"},
        {"from week 8 to week 9", "w8..w9"},
        {"lessons from week 1", "w1"},
        {"Day 1", "d1"},
        {"Days 1-2", "d1..d2"},
        {"DAY 1 (2 tasks)", "d1"},
        {"Week #3", "w3"},
        {"**Week 3**", "w3"},
        {"by Week 5", "<=w5"},
        {"due: end of Week 5", "<=w5"},
        {"must start Week 1, then Week 2", "w1 | w2"},
        {"Week 3 – Month 2", "w3..m2"},
        {"Semaines 1 à 4", "w1..w4"},
        {"Wochen 1 bis 4", "w1..w4"},
        {"Woche 3", "w3"},
        {"Semana 2", "w2"},
        {"Недели 1–4", "w1..w4"},
        {"Tydzień 5", "w5"},
        {"Tuần 1-2", "w1..w2"},
        {"الأسبوع 3", "w3"},
        {"第3周", "w3"},
        {"第1-4周：基础", "w1..w4"},
        {"第2週", "w2"},
        {"1주차", "w1"},
        {"1-4주차", "w1..w4"},
        {"W1–W4", "w1..w4"},
        {"(W5-W12)", "w5..w12"},
        {"W1 – W4: build", "w1..w4"},
        {"Week 3.", "w3"},
        {"Week 1: Database 25%", "w1"},
        {"Week 1 - 3 features", "w1"},
        {"Week 4 (Phase 1 Complete)", "w4"},
        {"Week 10 (March 31 - April 6)", "w10 | rel"},
        {"Week 3, 20 people", "w3"},
        {"Week 5, Month 2", "w5 | m2"},
        /* belongs to something else */
        {"Phase 1 Week 1 objectives", ""},
        {"Month 4 Week 2:", "m4"},
        {"Week 2 of Month 4", "m4"},
        {"Week 3, Days 1-2", "w3"},
        {"Week 1 (Days 1-7)", "w1 | d1..d7"},
        {"Week 2, Days 8-10", "w2 | d8..d10"},
        {"(Weeks 3-8, 150-200 hours)", "w3..w8 | dur 200h"},
        {"(Week 3-8, 150 people)", "w3..w8"},
        {"**Week 3**: begin", "w3"},
        {"**Due:** Week 3", "<=w3"},
        {"**Due**: Week 3", "<=w3"},
        {"Week 2 - Days 8-14", "w2 | d8..d14"},
        {"Sprint 2 Day 3", ""},
    };
    CHECK_ROWS(rows, 0);
}

static void test_no_numbered(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Week -1",   "week 1.5",     "Week 1/2",       "Day 30/60/90 plan",
        "Weekly 3",  "Week 2026-01", "Day 9:15",       "Day 1st",
        "Month 50%", "Year 1",       "Sprint 3",       "Phase 2",
        "Weeks",     "Week of 5",    "week-3-4/NOTES", "WEEK_3_4",
        "h 3",       "mo 5",         "Weeks X-Y",      "day3",
        "Day 1,000", "Week 99999",   "Week 12-foo",    "Week 1-4-8",
        "Q&A 3",     "W1",           "W3-1",           "W4–W1",
        "w1–w4",     "W1-W4-x",
    };
    wrong = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check(texts[i], 2026, "");
    assert_int_equal(wrong, 0);
}

static void test_reversed(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Weeks 8–5", "w8..w5!reversed(8,5)"},
        {"Weeks 8-5", "w8..w5!reversed(8,5)"},
        {"Weeks 8 to 5", "w8..w5!reversed(8,5)"},
        {"Week 8–5: pilots", "w8..w5!reversed(8,5)"},
        {"Week 8 – Week 5", "w8..w5!reversed(8,5)"},
        {"Months 6-3", "m6..m3!reversed(6,3)"},
        {"Week 12-2", ""},
        {"Week 12-9", "w12..w9!reversed(12,9)"},
        {"Woche 12-9", "w12..w9!reversed(12,9)"},
        {"Weeks 8–5 before launch", ""},
        {"moved from Week 8 to Week 5", ""},
        {"2026-01-16 – 2026-01-05", "2026-01-16..2026-01-05!reversed(2026-01-16,2026-01-05)"},
        {"2026-01-16 to 2026-01-05", "2026-01-16..2026-01-05!reversed(2026-01-16,2026-01-05)"},
        {"moved from 2026-01-16 to 2026-01-05", "2026-01-16"},
        {"2026-01-16 → 2026-01-05", "2026-01-16 | 2026-01-05"},
        {"Feb 22–20, 2026", "2026-02-22..2026-02-20!reversed(Feb 22,20)"},
        {"Feb 22 - 20 attendees", "2026-02-22"},
        {"Q3 2026 – Q2 2026", "2026-Q3..2026-Q2!reversed(Q3 2026,Q2 2026)"},
        /* weeks of the calendar: 2026-W08 begins on February 16, 2026-W06 ends on February 8 */
        {"KW 8-6", "2026-02-16..2026-02-08!reversed(KW 8,6)"},
        {"KW 8 – KW 6", "2026-02-16..2026-02-08!reversed(KW 8,KW 6)"},
        {"KW 8-6/2026", "2026-02-16..2026-02-08!reversed(KW 8,6)"},
        {"KW 50-3", "2026-12-07..2027-01-24"},
        {"KW 12-2", "2026-03-16..2027-01-17"},
        {"KW 8-6 verschoben von KW 8-6", "2026-02-16..2026-02-08!reversed(KW 8,6) | 2026-02-16"},
        {"H2 2026 – H1 2026", "2026-Q3..2026-Q2!reversed(H2 2026,H1 2026)"},
        {"Dec 20 – Jan 5, 2026", "2025-12-20..2026-01-05"},
        {"Dec 20, 2025 – Jan 5", "2025-12-20..2026-01-05"},
        {"December 20 – January 5", "2026-12-20..2027-01-05"},
    };
    CHECK_ROWS(rows, 2026);
}

static void test_dates(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"2025-12-09", "2025-12-09"},
        {"timestamp: 2025-04-20T17:30:00Z", "2025-04-20"},
        {"2026-07-04 17:40", "2026-07-04"},
        {"2026/1/15", "2026-01-15"},
        {"2025/3/14", "2025-03-14"},
        {"15.1.2026", "2026-01-15"},
        {"1/17/2026", "2026-01-17"},
        {"21/10/2025", "2025-10-21"},
        {"3/3/2026", "2026-03-03"},
        {"31-12-2025", "2025-12-31"},
        {"January 12, 2026", "2026-01-12"},
        {"January 12 2026", "2026-01-12"},
        {"Jan 3rd, 2026", "2026-01-03"},
        {"Sept. 9, 2026", "2026-09-09"},
        {"26 January 2026", "2026-01-26"},
        {"26th of January 2026", "2026-01-26"},
        {"26. Januar 2026", "2026-01-26"},
        {"1er mars 2026", "2026-03-01"},
        {"26 de enero de 2026", "2026-01-26"},
        {"26 января 2026 г.", "2026-01-26"},
        {"2026年1月15日", "2026-01-15"},
        {"2026年1月15日（木）", "2026-01-15"},
        {"2026년 1월 15일까지", "2026-01-15"},
        {"ngày 15 tháng 1 năm 2026", "2026-01-15"},
        {"January 2026", "2026-01-01..2026-01-31"},
        {"Jan '26", "2026-01-01..2026-01-31"},
        {"Feb 2024", "2024-02-01..2024-02-29"},
        {"2026-01", "2026-01-01..2026-01-31"},
        {"2026年1月", "2026-01-01..2026-01-31"},
        {"Q1 2026", "2026-Q1"},
        {"Q1'26", "2026-Q1"},
        {"Q2-Q3 2025", "2025-Q2..2025-Q3"},
        {"Q4 2025 – Q1 2026", "2025-Q4..2026-Q1"},
        {"2026-Q1", "2026-Q1"},
        {"2026 Q2", "2026-Q2"},
        {"(Q1 2025) ✅", "2025-Q1"},
        {"H1 2026", "2026-Q1..2026-Q2"},
        {"H2'26", "2026-Q3..2026-Q4"},
        {"2026-H2", "2026-Q3..2026-Q4"},
        {"H1–H2 2026", "2026-Q1..2026-Q4"},
        {"H2 2025 – H1 2026", "2025-Q3..2026-Q2"},
        {"by H1 2026", "<=2026-Q2"},
        {"KW 6–8/2026", "2026-02-02..2026-02-22"},
        {"KW 50/2025 – KW 3/2026", "2025-12-08..2026-01-18"},
        {"2026-W03", "2026-01-12..2026-01-18"},
        {"KW 3/2026", "2026-01-12..2026-01-18"},
        {"Feb 20 - Feb 22, 2026", "2026-02-20..2026-02-22"},
        {"Feb 20–22, 2026", "2026-02-20..2026-02-22"},
        {"January 12 to 16, 2026", "2026-01-12..2026-01-16"},
        {"20–22 February 2026", "2026-02-20..2026-02-22"},
        {"April 26 - May 31, 2026", "2026-04-26..2026-05-31"},
        {"Jan – Mar 2026", "2026-01-01..2026-03-31"},
        {"January 2026 – March 2026", "2026-01-01..2026-03-31"},
        {"2026-01-05 – 2026-01-16", "2026-01-05..2026-01-16"},
        {"2026-01-05..2026-01-16", "2026-01-05..2026-01-16"},
        {"2026-01-05/2026-01-16", "2026-01-05..2026-01-16"},
        {"from 2026-01-05 until 2026-01-16", "2026-01-05..2026-01-16"},
        {"by 2026-01-15", "<=2026-01-15"},
        {"due on January 15, 2026", "<=2026-01-15"},
        {"by March 2026", "<=2026-03-31"},
        {"Due: **2026-01-15**", "<=2026-01-15"},
        {"📅 2026-01-15", "2026-01-15"},
        {"[due:: 2026-01-15]", "<=2026-01-15"},
    };
    CHECK_ROWS(rows, 0);
}

static void test_dates_without_year(void **state)
{
    (void)state;
    static const struct row known[] = {
        {"Jan 26", "2026-01-26"},
        {"Feb 20 - Feb 22", "2026-02-20..2026-02-22"},
        {"26. Januar", "2026-01-26"},
        {"12月1日", "2026-12-01"},
        {"March 31 - April 6", "2026-03-31..2026-04-06"},
        {"Day 3 - January 27, then", "d3 | 2026-01-27"},
        {"Q2", "2026-Q2"},
        {"KW 6-8", "2026-02-02..2026-02-22"},
        /* a year of two digits */
        {"12/31/26", "2026-12-31"},
        {"31/12/26", "2026-12-31"},
        {"1/15/27", "2027-01-15"},
        {"by 12/31/26", "<=2026-12-31"},
        {"12/31/29", ""},
        {"25/12/26", ""}, /* 2025-12-26 as well */
        {"26/12/31", ""},
        {"2/30/26", ""},
        {"13/14/26", ""},
        {"src/12/31/26", ""},
        {"H1", ""},
        {"H1 and H2", ""},
        {"H3 2026", ""},
    };
    static const struct row unknown[] = {
        {"Jan 26", "rel"}, {"12月1日", "rel"}, {"February 29", "rel"},
        {"12/31/26", ""},  {"KW 6-8", "rel"},  {"KW 8-6", "rel!reversed(KW 8,6)"},
    };
    CHECK_ROWS(known, 2026);
    CHECK_ROWS(unknown, 0);
}

static void test_impossible_dates(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"2026-02-30", "!date(2026-02-30)"},
        {"2025-02-29", "!date(2025-02-29)"},
        {"2024-02-29", "2024-02-29"},
        {"2026-13-01", "!date(2026-13-01)"},
        {"February 30", "!date(February 30)"},
        {"February 30, 2026", "!date(February 30, 2026)"},
        {"31 April 2026", "!date(31 April 2026)"},
        {"January 32, 2026", "!date(January 32, 2026)"},
        {"13/45/2026", "!date(13/45/2026)"},
        {"31/4/2026", "!date(31/4/2026)"},
        {"2/30/2026", "!date(2/30/2026)"},
        {"30.2.2026", "!date(30.2.2026)"},
        {"2026-01-05 – 2026-02-30", "!date(2026-02-30)"},
        {"February 29, 2025", "!date(February 29, 2025)"},
        {"February 29", "rel"},
    };
    CHECK_ROWS(rows, 2026);
    check("February 29", 2024, "2024-02-29");
    assert_int_equal(wrong, 0);
}

static void test_weekdays(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Monday, January 27, 2026", "2026-01-27!tue"},
        {"Tuesday, January 27, 2026", "2026-01-27"},
        {"Monday January 27 2026", "2026-01-27!tue"},
        {"Fri 2026-01-16", "2026-01-16"},
        {"Thu 2026-01-16", "2026-01-16!fri"},
        {"2026-01-16 (Friday)", "2026-01-16"},
        {"2026-01-16 (Thursday)", "2026-01-16!fri"},
        {"2026-01-16, Thursday", "2026-01-16!fri"},
        {"Thursday (2026-01-16)", "2026-01-16!fri"},
        {"Montag, den 26. Januar 2026", "2026-01-26"},
        {"Dienstag, 26. Januar 2026", "2026-01-26!mon"},
        {"lundi 26 janvier 2026", "2026-01-26"},
        {"2026年1月16日（木）", "2026-01-16!fri"},
        {"2026年1月16日（金曜日）", "2026-01-16"},
        {"Mon Jan 5 – Fri Jan 9, 2026", "2026-01-05..2026-01-09"},
        {"Mon Jan 5 – Thu Jan 9, 2026", "2026-01-05..2026-01-09!fri"},
        {"Mon-Fri Jan 5, 2026", "2026-01-05"},
        {"Friday 3pm, 2026-01-15", "2026-01-15"},
        {"2026-01-16, Friday 2026-01-16", "2026-01-16 | 2026-01-16"},
        {"2026-01-16 Monday.com", "2026-01-16"},
        {"by Friday, January 16, 2026", "<=2026-01-16"},
    };
    CHECK_ROWS(rows, 0);
    /* The year at the document's top decides a weekday, unless the date may lie in the next one. */
    check("Monday, January 27", 2026, "2026-01-27!tue");
    check("Tuesday, January 27", 2026, "2026-01-27");
    check("Monday, January 27", 0, "rel");
    check("Monday, January 5", 2025, "2025-01-05");
    assert_int_equal(wrong, 0);
}

static void test_no_dates(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "1.2.3",
        "v2026.1.15",
        "2026.1.15-rc1",
        "16:9",
        "3/4",
        "2026-13",
        "2024-2025",
        "2025–26",
        "2011-12",
        "PLAN-2026-01-15",
        "2026-01-15-plan.md",
        "docs/2026/01/15/x",
        "9:15 AM",
        "17:30",
        "4/5/2026",
        "1/2/26",
        "192.168.1.1",
        "10.0.2026",
        "12-34-5678",
        "0000-00-00",
        "2026-XX-XX",
        "version 3.11",
        "may 2 people",
        "march 5 miles",
        "Q1: What is it?",
        "Q5",
        "Q12",
        "in 2026",
        "2026",
        "SHA 20260115",
        "20260115",
        "ISO 8601",
        "Model 3",
        "1,200",
        "GPT-4",
        "+1-555-123-4567",
        "Gen 3",
        "Set 12",
        "Mar",
        "the second of May",
        "99/99/2026x",
        "12/2026",
        "$2026-01",
        "#2026-01-15",
        "2026-01-15_x",
        "sat 2026",
        "Dec 45",
        "1 of 2026",
    };
    wrong = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check(texts[i], 2026, "");
    assert_int_equal(wrong, 0);
}

static void test_durations(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"90 days", "dur 90d"},
        {"4-6 hours", "dur 6h"},
        {"3-4h", "dur 4h"},
        {"2-3 weeks", "dur 21d"},
        {"1.5 hours", "dur 1.5h"},
        {"1,5 Stunden", "dur 1.5h"},
        {"0–15 minutes", "dur 0.25h"},
        {"30 min", "dur 0.5h"},
        {"30 min – 2 hours", "dur 2h"},
        {"4-week hardening", "dur 28d"},
        {"20-week sprint", "dur 140d"},
        {"10 business days", "dur 10d"},
        {"~4 hours of work", "dur 4h"},
        {"Next 2-3 weeks", "dur 21d"},
        {"6 months", "dur 180d"},
        {"2d", "dur 2d"},
        {"2 semaines", "dur 14d"},
        {"3 Tage", "dur 3d"},
        {"2 недели", "dur 14d"},
        {"3小时", "dur 3h"},
        {"2週間", "dur 14d"},
        {"(8 weeks)", "dur 56d"},
        {"Weeks 1-4 (2 weeks each)", "w1..w4 | dur 14d"},
        {"16-24 hours | 3 days", "dur 24h | dur 3d"},
        {"3d graphics", ""},
        {"1,000 min", "dur 16.6667h"},
        {"about 991w of text", ""},
        {"10 hours/week", ""},
        {"5 days/week", ""},
        {"every 2 weeks", ""},
        {"v2 weeks", ""},
        {"$5 month", ""},
        {"5 m", ""},
        {"2026 年", ""},
        {"10 times", ""},
    };
    CHECK_ROWS(rows, 0);
}

static void test_relative(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Decide THIS WEEK, start THIS WEEK", "rel | rel"},
        {"by Friday", "<=rel"},
        {"(By Friday)", "<=rel"},
        {"Today", "rel"},
        {"next month", "rel"},
        {"by end of week", "<=rel"},
        {"end of the quarter", "rel"},
        {"by EOD", "<=rel"},
        {"next Monday", "rel"},
        {"diese Woche", "rel"},
        {"本周完成", "rel"},
        {"Friday 4 PM", ""},
        {"Weekly (Friday)", ""},
        {"this time next", ""},
        {"each week", ""},
        {"the weekly review", ""},
    };
    CHECK_ROWS(rows, 0);
}

/* Where the text stands that says it, for underlines and swaps. */
static void test_places(void **state)
{
    (void)state;
    struct value_case c;
    struct time_values values = {0};
    value_case_init(&c, parser, SLICE("Due by Monday, January 27, 2026 or Weeks 8–5."));
    time_read(&c.inlines, c.text, 0, &c.arena, &values);
    assert_int_equal(values.len, 2);
    struct time_value *date = &values.items[0], *weeks = &values.items[1];
    assert_true(slice_is(span_slice(c.text, date->where), "Monday, January 27, 2026"));
    assert_true(slice_is(span_slice(c.text, date->weekday), "Monday"));
    assert_int_equal(date->weekday_should, TUESDAY);
    assert_true(date->year_given && date->until);
    assert_true(slice_is(span_slice(c.text, weeks->where), "Weeks 8–5"));
    assert_true(slice_is(span_slice(c.text, weeks->first), "8"));
    assert_true(slice_is(span_slice(c.text, weeks->second), "5"));
    value_case_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbered),
        cmocka_unit_test(test_no_numbered),
        cmocka_unit_test(test_reversed),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_dates_without_year),
        cmocka_unit_test(test_impossible_dates),
        cmocka_unit_test(test_weekdays),
        cmocka_unit_test(test_no_dates),
        cmocka_unit_test(test_durations),
        cmocka_unit_test(test_relative),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
