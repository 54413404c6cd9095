/* shift_span_test.c: written times moved on the calendar, each in its own form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edits/shift_span.h"

#include <stdio.h>
#include <string.h>

/* Shifts the first time of a line; what the line is then, or "no". */
static void assert_shifted(const char *line, int count, enum time_unit unit, const char *expected)
{
    struct settings settings;
    struct arena arena;
    struct strbuf out;
    char plan[400];
    settings_init(&settings);
    arena_init(&arena);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    snprintf(plan, sizeof plan, "# Plan\nStart of it all, 2026.\n\n%s\n", line);
    struct workspace *ws = workspace_new(&settings);
    const struct document *document = workspace_put(ws, SLICE("plan.md"), slice_of(plan));
    struct text_edit edit;
    assert_true(document->model->times.len >= 1);
    if (shift_time(document, &document->model->times.items[0], (struct shift){unit, count},
                   workspace_parser(ws), &arena, &edit)) {
        text_edits_apply(slice_of(plan), &edit, 1, &out);
        struct slice got = slice_trim_end(
            slice_from(strbuf_slice(&out), strlen("# Plan\nStart of it all, 2026.\n\n")));
        assert_string_equal(arena_cstring(&arena, got), expected);
    } else {
        assert_string_equal("no", expected);
    }
    strbuf_release(&out);
    workspace_free(ws);
    arena_release(&arena);
}

static void test_counted(void **state)
{
    (void)state;
    assert_shifted("Weeks 5–8: deck", 2, TIME_WEEK, "Weeks 7–10: deck");
    assert_shifted("Weeks 5-8: deck", -2, TIME_WEEK, "Weeks 3-6: deck");
    assert_shifted("Week 3: deck", 14, TIME_DAY, "Week 5: deck");
    assert_shifted("Week 3: deck", 3, TIME_DAY, "no");
    assert_shifted("Week 2: deck", -2, TIME_WEEK, "no");
    assert_shifted("Weeks 1, 2, 3: deck", 1, TIME_WEEK, "Weeks 2, 3, 4: deck");
    assert_shifted("Days 1-3: deck", 1, TIME_WEEK, "Days 8-10: deck");
    assert_shifted("Month 2+: deck", 1, TIME_MONTH, "Month 3+: deck");
    assert_shifted("Months 2–3: deck", 1, TIME_QUARTER, "Months 5–6: deck");
    assert_shifted("第3周: deck", 1, TIME_WEEK, "第4周: deck");
    assert_shifted("Q4 2026: deck", 1, TIME_QUARTER, "Q1 2027: deck");
    assert_shifted("Q2-Q3 2026: deck", 1, TIME_QUARTER, "Q3-Q4 2026: deck");
}

static void test_dates(void **state)
{
    (void)state;
    assert_shifted("2026-01-15: deck", 3, TIME_WEEK, "2026-02-05: deck");
    assert_shifted("2026-01-28 to 2026-02-06: deck", 5, TIME_DAY, "2026-02-02 to 2026-02-11: deck");
    assert_shifted("2026-01-31: deck", 1, TIME_MONTH, "2026-02-28: deck");
    assert_shifted("Jan 26: deck", 1, TIME_WEEK, "Feb 2: deck");
    assert_shifted("January 26, 2026: deck", 1, TIME_WEEK, "February 2, 2026: deck");
    assert_shifted("26 January 2026: deck", 1, TIME_WEEK, "2 February 2026: deck");
    assert_shifted("Am 26. Januar 2026: deck", 9, TIME_WEEK, "Am 30. März 2026: deck");
    assert_shifted("26.01.2026: deck", 1, TIME_WEEK, "02.02.2026: deck");
    assert_shifted("1/26/2026: deck", 1, TIME_DAY, "1/27/2026: deck");
    assert_shifted("1/26/2026: deck", 1, TIME_WEEK, "2/2/2026: deck");
    assert_shifted("1/26/2026: deck", 2, TIME_WEEK, "no"); /* 2/9 may be the 2nd of September */
    assert_shifted("Jan 2nd: deck", 1, TIME_DAY, "Jan 3rd: deck");
    assert_shifted("12月30日: deck", 1, TIME_DAY, "12月31日: deck");
    assert_shifted("March 2026: deck", 2, TIME_MONTH, "May 2026: deck");
    assert_shifted("March 2026: deck", 2, TIME_WEEK, "no");
    assert_shifted("Jan – Mar 2026: deck", 1, TIME_MONTH, "Feb – Apr 2026: deck");
    /* 26 January 2026 is a Monday */
    assert_shifted("Monday, January 26, 2026: deck", 1, TIME_WEEK,
                   "Monday, February 2, 2026: deck");
    assert_shifted("Monday, January 26, 2026: deck", 1, TIME_DAY, "no");
}

static void test_shared_months(void **state)
{
    (void)state;
    assert_shifted("Jan 19–23, 2026: deck", 3, TIME_DAY, "Jan 22–26, 2026: deck");
    assert_shifted("Jan 26–30: deck", 1, TIME_WEEK, "Feb 2–6: deck");
    assert_shifted("Jan 26 – 30: deck", 5, TIME_DAY, "Jan 31 – Feb 4: deck");
    assert_shifted("26–30 January 2026: deck", 5, TIME_DAY, "31 January–4 February 2026: deck");
    assert_shifted("Dec 20 – 24, 2026: deck", 2, TIME_WEEK, "no"); /* its year stands behind */
}

/* What a plan is once its first item begins after the second one has ended. */
static void assert_moved_past(const char *plan, const char *words, const char *expected)
{
    struct settings settings;
    struct arena arena;
    struct strbuf out;
    settings_init(&settings);
    arena_init(&arena);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    struct workdays workdays = workdays_of(&settings, &arena);
    struct workspace *ws = workspace_new(&settings);
    const struct document *document = workspace_put(ws, SLICE("plan.md"), slice_of(plan));
    const struct model *model = document->model;
    struct calendar calendar = calendar_of(&settings, model);
    struct day_span before;
    struct shift shift;
    struct edit_list edits = {0};
    assert_true(
        calendar_day_span(&calendar, &model->items.items[1].timeline.items[0].time, &before));
    assert_true(shift_past(document, &calendar, &workdays, before.to,
                           &model->items.items[0].timeline.items[0].time, &shift));
    assert_string_equal(shift_words(shift, &arena), words);
    assert_true(shift_item(document, 0, shift, workspace_parser(ws), &arena, &edits));
    text_edits_apply(slice_of(plan), edits.items, edits.len, &out);
    assert_string_equal(out.ptr, expected);
    strbuf_release(&out);
    workspace_free(ws);
    arena_release(&arena);
}

static void test_items(void **state)
{
    (void)state;
    /* its heading and what its tasks begin with; the stop condition says another thing */
    assert_moved_past(
        "# P\n\n## Phase 1: A (Weeks 1-2)\n- [ ] Week 1: piles\n- [ ] **Week 2**: deck\n"
        "- [ ] Stop if nothing stands by Week 9\n\n## Phase 2: B (Weeks 2-3)\n",
        "3 weeks",
        "# P\n\n## Phase 1: A (Weeks 4-5)\n- [ ] Week 4: piles\n- [ ] **Week 5**: deck\n"
        "- [ ] Stop if nothing stands by Week 9\n\n## Phase 2: B (Weeks 2-3)\n");
    /* the 30th of January 2026 is a Friday: the next workday is Monday the 2nd */
    assert_moved_past("# P\n\n## Phase 1: A\n**Start:** 2026-01-12\n**Due:** 2026-01-30\n\n"
                      "## Phase 2: B\n**Timeline:** 2026-01-05 to 2026-01-30\n",
                      "3 days",
                      "# P\n\n## Phase 1: A\n**Start:** 2026-01-15\n**Due:** 2026-02-02\n\n"
                      "## Phase 2: B\n**Timeline:** 2026-01-05 to 2026-01-30\n");
    /* whole months move by months */
    assert_moved_past("# P\n\n## Phase 1: A\n**Timeline:** Jan – Feb 2026\n\n"
                      "## Phase 2: B\n**Timeline:** 2026-01-05 to 2026-01-30\n",
                      "1 month",
                      "# P\n\n## Phase 1: A\n**Timeline:** Feb – Mar 2026\n\n"
                      "## Phase 2: B\n**Timeline:** 2026-01-05 to 2026-01-30\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_counted), cmocka_unit_test(test_dates),
                                       cmocka_unit_test(test_shared_months),
                                       cmocka_unit_test(test_items)};
    return cmocka_run_group_tests_name("shifting spans", tests, NULL, NULL);
}
