/* gantt_test.c: a plan as a Mermaid chart: names that would be statements, what is open, states. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/date.h"
#include "features/gantt.h"

#include <string.h>

static int32_t day(int month, int day_of_month)
{
    return date_to_days((struct date){2026, month, day_of_month});
}

static void check(struct planls_report_item *items, size_t count, const char *title,
                  const char *expected)
{
    struct planls_report_plan plan = {.path = "plan.md",
                                      .title = title,
                                      .from = day(3, 2),
                                      .to = day(4, 12),
                                      .items = items,
                                      .item_count = count};
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < count; i++) {
        items[i].parent = items[i].depth ? (uint32_t)i - 1 : PLANLS_NO_INDEX;
        items[i].said_percent = -1;
        items[i].state = items[i].state ? items[i].state : "";
    }
    gantt_write(&plan, &out);
    strbuf_putc(&out, '\0');
    assert_string_equal(strbuf_slice(&out).ptr, expected);
    strbuf_release(&out);
}

static void test_names(void **state)
{
    (void)state;
    struct planls_report_item items[] = {
        {.title = "Click here: now; #3", .from = day(3, 2), .to = day(3, 8)},
        {.title = "2026-03 figures", .from = day(3, 2), .to = day(3, 8)},
        {.title = "100%%{init}%% sure", .from = day(3, 2), .to = day(3, 8)}};
    check(items, 3, "Odd: %% plan",
          "gantt\n"
          "    title Odd  % plan\n"
          "    dateFormat YYYY-MM-DD\n"
          "    “Click here  now   3” :i0, 2026-03-02, 2026-03-09\n"
          "    “2026-03 figures” :i1, 2026-03-02, 2026-03-09\n"
          "    100%{init}% sure :i2, 2026-03-02, 2026-03-09\n");
}

static void test_states_and_open_ends(void **state)
{
    (void)state;
    struct planls_report_item items[] = {
        {.title = "Dig", .state = "done", .from = day(3, 2), .to = day(3, 8)},
        {.title = "Build", .state = "doing", .from = day(3, 9), .to = PLANLS_NO_DAY},
        {.title = "Paint", .tasks = 2, .tasks_done = 2, .from = day(4, 6), .to = day(4, 12)},
        {.title = "Someday", .from = PLANLS_NO_DAY, .to = PLANLS_NO_DAY}};
    check(items, 4, "",
          "gantt\n"
          "    title plan.md\n"
          "    dateFormat YYYY-MM-DD\n"
          "    Dig :done, i0, 2026-03-02, 2026-03-09\n"
          "    Build :active, i1, 2026-03-09, 2026-04-13\n"
          "    Paint :done, i2, 2026-04-06, 2026-04-13\n");
}

static void test_a_section_ends(void **state)
{
    (void)state;
    struct planls_report_item items[] = {
        {.title = "Pier", .from = day(3, 2), .to = day(3, 15)},
        {.title = "Piles", .depth = 1, .from = day(3, 2), .to = day(3, 8)},
        {.title = "Boats", .from = day(3, 9), .to = day(3, 15)}};
    check(items, 3, "",
          "gantt\n"
          "    title plan.md\n"
          "    dateFormat YYYY-MM-DD\n"
          "    section Pier\n"
          "    Pier :i0, 2026-03-02, 2026-03-16\n"
          "    Piles :i1, 2026-03-02, 2026-03-09\n"
          "    section Boats\n"
          "    Boats :i2, 2026-03-09, 2026-03-16\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names),
                                       cmocka_unit_test(test_states_and_open_ends),
                                       cmocka_unit_test(test_a_section_ends)};
    return cmocka_run_group_tests_name("gantt", tests, NULL, NULL);
}
